import { idOf } from './idOf.ts';
import type { Organisation, Programme } from './people.ts';
import { partnersOf, programmes } from './people.ts';
import type { About, Row } from './world.ts';
import { indicators } from './worldStructure.ts';

// A report corrected after approval, one returned and entered again, one just begun.
const revisions = [
	{ period: '2025-Q1', number: 1, state: 'superseded' },
	{ period: '2025-Q1', number: 2, state: 'in force' },
	{ period: '2025-Q2', number: 1, state: 'returned' },
	{ period: '2025-Q2', number: 2, state: 'submitted' },
	{ period: '2025-Q3', number: 1, state: 'draft' },
] as const;

const reports = [
	{ period: '2025-Q1', state: 'in force' },
	{ period: '2025-Q2', state: 'submitted' },
	{ period: '2025-Q3', state: 'draft' },
] as const;

/** Series, targets, reports in every state, activities and editions of both programmes. */
export function figureRows(): Row[] {
	return programmes.flatMap((programme) => [
		...targetsOf({ programme_id: idOf(programme), indicator_id: idOf('indicator trained') }, programme, {
			programme,
		}),
		...targetsOf(
			{ programme_id: idOf(programme), indicator_id: idOf('indicator victims') },
			`${programme} victims`,
			{
				programme,
				sensitive: true,
			},
		),
		{
			table: 'reporting.data_version',
			label: programme,
			about: { programme },
			values: { programme_id: idOf(programme), version: 3 },
		},
		...editionOf(programme),
		...activityOf(
			`${programme}/shared`,
			{ programme, organisations: partnersOf[programme] },
			programme === 'north' ? 'beta' : 'gamma',
		),
		...partnersOf[programme].flatMap((organisation) => [
			...activityOf(
				`${programme}/${organisation}`,
				{ programme, organisations: [organisation], counted: true },
				organisation,
			),
			...indicators.flatMap(({ code, sensitive }) => seriesOf(programme, organisation, code, sensitive)),
			...reportsOf(programme, organisation),
			...claimsBeingEntered(programme, organisation),
		]),
	]);
}

function seriesOf(programme: Programme, organisation: Organisation, code: string, sensitive: boolean): Row[] {
	const about = { programme, organisations: [organisation], sensitive };
	const label = `${organisation} ${code}`;
	const line = idOf(`project_indicator ${programme}/${organisation} ${code}`);
	const where = {
		programme_id: idOf(programme),
		project_id: idOf(`project ${programme}/${organisation}`),
		indicator_id: idOf(`indicator ${code}`),
		organisation_id: idOf(organisation),
	};
	const kept = {
		series_id: idOf(`series ${label}`),
		period_code: '2025-Q1',
		as_of: '2025-03-31',
		...where,
		due: true,
		reported: true,
		at_least: false,
		status: 'no-target',
		ended: false,
	};
	return [
		{
			table: 'public.series',
			label,
			about,
			values: { id: idOf(`series ${label}`), project_indicator_id: line, ...where, country_iso2: 'MA' },
		},
		...targetsOf({ series_id: idOf(`series ${label}`) }, label, about),
		...targetsOf({ project_indicator_id: line }, `${label} of the project`, about),
		{
			table: 'reporting.series_period',
			label,
			about,
			values: { ...kept, missing: 0, baseline_assumed: true },
		},
		{
			table: 'reporting.cell',
			label,
			about,
			values: {
				...kept,
				family_id: where.indicator_id,
				counted: true,
				counted_in_family: true,
				stands_for_children: false,
			},
		},
		{
			table: 'reporting.claim',
			label,
			about,
			values: {
				series_id: kept.series_id,
				activity_id: idOf(`activity ${programme}/${organisation}`),
				as_of: kept.as_of,
				...where,
				participants: 4,
			},
		},
		{
			table: 'reporting.counting',
			label,
			about,
			values: {
				project_id: where.project_id,
				group_id: where.indicator_id,
				programme_id: where.programme_id,
				counted_from: '-infinity',
				counted_until: 'infinity',
			},
		},
	];
}

function targetsOf(of: Row['values'], label: string, about: About): Row[] {
	const id = idOf(`schedule ${label}`);
	return [
		{
			table: 'public.target_schedule',
			label,
			about,
			values: { id, ...of, version: 1, in_force_from: '2025-01-01' },
		},
		{
			table: 'public.target',
			label,
			about,
			values: {
				schedule_id: id,
				position: 1,
				period_start: '2025-01-01',
				period_end: '2025-12-31',
				basis: 'in_period',
				value: 100,
			},
		},
	];
}

function reportsOf(programme: Programme, organisation: Organisation): Row[] {
	const about = { programme, organisations: [organisation] };
	return [
		...reports.map(({ period, state }): Row => ({
			table: 'public.report',
			label: `${organisation} ${period}`,
			about: { ...about, state },
			values: {
				id: idOf(`report ${organisation} ${period}`),
				programme_id: idOf(programme),
				project_id: idOf(`project ${programme}/${organisation}`),
				organisation_id: idOf(organisation),
				period_code: period,
			},
		})),
		...revisions.flatMap(({ period, number, state }) => {
			const label = `${organisation} ${period} ${number} ${state}`;
			const approved = state === 'in force' || state === 'superseded';
			return [
				{
					table: 'public.report_revision',
					label,
					about: { ...about, state },
					values: {
						id: idOf(`revision ${label}`),
						report_id: idOf(`report ${organisation} ${period}`),
						programme_id: idOf(programme),
						organisation_id: idOf(organisation),
						number,
						state: approved ? 'approved' : state,
						in_force: state === 'in force',
						...(number > 1 && { reason: 'Recount' }),
						...(state === 'returned' && { decision_note: 'Please check' }),
					},
				},
				...indicators.flatMap(({ code, sensitive }) =>
					figureOf(`${label} ${code}`, { ...about, state, sensitive }, idOf(`revision ${label}`), {
						series: {
							series_id: idOf(`series ${organisation} ${code}`),
							programme_id: idOf(programme),
							organisation_id: idOf(organisation),
							indicator_id: idOf(`indicator ${code}`),
						},
						activity_id: idOf(`activity ${programme}/${organisation}`),
					}),
				),
			];
		}),
	];
}

/** What stands in the drafts of a report that is open and of one that is approved, and how much of it others count too. */
function claimsBeingEntered(programme: Programme, organisation: Organisation): Row[] {
	const about = { programme, organisations: [organisation] };
	const of = { activity_id: idOf(`activity ${programme}/${organisation}`) };
	return [
		...reports
			.filter(({ state }) => state !== 'submitted')
			.map(({ period, state }): Row => ({
				table: 'public.draft_claim',
				label: `${organisation} ${period}`,
				about: { ...about, state },
				values: {
					report_id: idOf(`report ${organisation} ${period}`),
					...of,
					series_id: idOf(`series ${organisation} trained`),
					programme_id: idOf(programme),
					organisation_id: idOf(organisation),
					indicator_id: idOf('indicator trained'),
					participants: 3,
				},
			})),
		{
			table: 'public.overlap_proposal',
			label: organisation,
			about,
			values: {
				...of,
				indicator_id: idOf('indicator trained'),
				organisation_id: idOf(organisation),
				programme_id: idOf(programme),
				participants: 2,
			},
		},
	];
}

function figureOf(
	label: string,
	about: About,
	revision_id: string,
	of: { readonly series: Row['values'] & { readonly series_id: string }; readonly activity_id: string },
): Row[] {
	const observation_id = idOf(`observation ${label}`);
	const breakdown_id = idOf(`breakdown ${label}`);
	const values: Record<string, Row['values']> = {
		observation: { id: observation_id, revision_id, ...of.series, value: 5 },
	};
	if (isBrokenDown(about))
		Object.assign(values, {
			breakdown: { id: breakdown_id, observation_id, dimensions: ['sex'] },
			breakdown_part: { breakdown_id, categories: ['female'], value: 3 },
			activity_claim: {
				id: idOf(`claim ${label}`),
				revision_id,
				series_id: of.series.series_id,
				activity_id: of.activity_id,
				participants: 2,
			},
		});
	return Object.entries(values).map(([table, row]) => ({
		table: `public.${table}`,
		label,
		about,
		values: row,
	}));
}

// Row security asks for a breakdown's figure, its series, its revision and its report in turn: few rows, or it takes long.
function isBrokenDown({ organisations, state }: About): boolean {
	const chosen = organisations?.[0] !== 'beta';
	return chosen && (state === 'in force' || state === 'submitted' || state === 'draft');
}

function activityOf(label: string, of: About, organiser: Organisation): Row[] {
	// who organised it may change it, whoever else works in its project
	const about = { ...of, organisations: [organiser], implementers: of.organisations ?? [] };
	const activity_id = idOf(`activity ${label}`);
	return [
		{
			table: 'public.activity',
			label,
			about,
			values: {
				id: activity_id,
				programme_id: idOf(String(of.programme)),
				project_id: idOf(`project ${label}`),
				kind: 'training',
				title: label,
				starts_on: '2025-02-01',
				ends_on: '2025-02-02',
			},
		},
		{
			table: 'public.activity_organiser',
			label,
			about,
			values: { activity_id, organisation_id: idOf(organiser) },
		},
		{
			table: 'public.activity_participation',
			label,
			about,
			values: { activity_id, country_iso2: 'MA', sex: 'female', participants: 4 },
		},
		...indicators.map(({ code, sensitive }): Row => ({
			table: 'public.activity_overlap',
			label: `${label} ${code}`,
			about: { ...about, sensitive },
			values: {
				activity_id,
				indicator_id: idOf(`indicator ${code}`),
				participants: 2,
				agreed_on: '2025-03-01',
				note: 'Agreed by letter',
			},
		})),
	];
}

function editionOf(programme: Programme): Row[] {
	const id = idOf(`edition ${programme}`);
	const about = { programme };
	return [
		{
			table: 'public.edition',
			label: programme,
			about,
			values: { id, programme_id: idOf(programme), number: 1, period_code: '2025-Q1' },
		},
		{
			table: 'public.edition_row',
			label: programme,
			about,
			values: { edition_id: id, position: 1, content: { actual: 5 } },
		},
	];
}
