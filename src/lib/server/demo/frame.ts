import { catalogueRows, indicatorId } from '#domain/catalogueRows.ts';
import { naturalId } from '#domain/naturalId.ts';
import { closedAt, halves, openQuarter, quarters } from './calendar.ts';
import { RDPP_FRAMEWORK, rdppCrosswalk, rdppIndicators, scales } from './content/indicators.ts';
import { organisations } from './content/organisations.ts';
import { countries, funds, programmes } from './content/programmes.ts';
import type { Row, Tables } from './tables.ts';
import { mergeTables } from './tables.ts';
import { rdppTitles } from './content/wording.ts';

const ENGLISH = new Intl.DisplayNames('en', { type: 'region' });

export function organisationId(slug: string): string {
	return naturalId('organisation', slug);
}

export function programmeId(code: string): string {
	return naturalId('programme', code);
}

/** What stands above projects: countries, organisations, programmes with their calendar, indicators. */
export function frameTables(): Tables {
	return mergeTables([
		{
			country: countries.map((iso2) => ({ iso2, name: ENGLISH.of(iso2) ?? iso2 })),
			organisation: organisations.map(({ slug, name, shortName }) => ({
				id: organisationId(slug),
				slug,
				name,
				short_name: shortName,
			})),
			fund: [...funds],
			programme: programmes.map((programme) => ({
				id: programmeId(programme.code),
				...programme,
				demonstration: true,
			})),
		},
		calendarTables(),
		indicatorTables(),
	]);
}

function calendarTables(): Tables {
	const ofEach = [...quarters, openQuarter];
	const periods = [...ofEach, ...halves];
	return {
		period: periods.map(({ code, kind, startsOn, endsOn, dueOn }) => ({
			code,
			kind,
			starts_on: startsOn,
			ends_on: endsOn,
			as_of: endsOn,
			due_on: dueOn,
		})),
		// Only one partner of one programme reports by half-year.
		programme_period: programmes.flatMap(({ code }) =>
			(code === 'RDPP-NA' ? periods : ofEach).map((period) => ({
				programme_id: programmeId(code),
				period_code: period.code,
				opened_at: `${period.startsOn}T08:00:00Z`,
				locked_at: closedAt(period),
			})),
		),
	};
}

function indicatorTables(): Tables {
	const eutf = catalogueRows();
	const own = (code: string) => indicatorId(RDPP_FRAMEWORK, code);
	return {
		framework: [
			...eutf.framework,
			{
				code: RDPP_FRAMEWORK,
				name: 'RDPP North Africa indicators (demonstration)',
				// Older than both EUTF sets: where linked indicators count together, the EUTF's names the total.
				published_on: '2017-01-01',
				source: null,
			},
		],
		scale: [...scales],
		indicator: [
			...eutf.indicator.map((row) => ({ ...row, dimensions: [...row.dimensions] })),
			...rdppIndicators.map(([code, unit, behaviour, title, definition]): Row<'indicator'> => ({
				id: own(code),
				framework_code: RDPP_FRAMEWORK,
				code,
				title,
				definition,
				unit,
				measure: 'unit',
				ascending: true,
				value_kind: 'increment',
				over_time: null,
				over_partner: 'sum',
				over_place: 'sum',
				counts: 'things',
				sensitive: false,
				dimensions: [],
				...behaviour,
			})),
		],
		indicator_wording: rdppTitles.flatMap(([code, fr, ar]) =>
			(
				[
					['fr', fr],
					['ar', ar],
				] as const
			).map(([language, title]) => ({
				indicator_id: own(code),
				language,
				version: 1,
				title,
			})),
		),
		indicator_crosswalk: [
			...eutf.indicator_crosswalk,
			...rdppCrosswalk.map(([code, framework, to, relation, note]) => ({
				from_id: own(code),
				to_id: indicatorId(framework, to),
				relation,
				note,
			})),
		],
	};
}
