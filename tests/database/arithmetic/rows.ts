// A world's lists as rows of tables.
import { randomUUID } from 'node:crypto';
import { at, kindOf } from './world.ts';
import type { Answer, World } from './world.ts';

/** Where a world ended up: ids in the order of its lists. */
export type Placed = {
	readonly world: World;
	readonly programme: string;
	readonly frameworks: readonly string[];
	readonly indicators: readonly string[];
	readonly projects: readonly string[];
	readonly series: readonly string[];
	readonly reports: readonly string[];
	readonly activities: readonly string[];
};

export type Row = Record<string, unknown>;

/** The organisation of this number. */
export function organisationId(number: number): string {
	return `00000000-0000-4000-8000-00000000000${number}`;
}

export function programmeRows({ world, programme }: Placed): Row[] {
	return [
		{
			id: programme,
			code: programme,
			name: 'A generated programme',
			demonstration: false,
			on_track_from: world.onTrackFrom,
			at_risk_from: world.atRiskFrom,
			starts_on: world.startsOn,
		},
	];
}

export function frameworkRows({ world, frameworks }: Placed): Row[] {
	return frameworks.map((code, n) => ({ code, name: code, published_on: at(world.frameworks, n) }));
}

export function indicatorRows({ world, indicators, frameworks }: Placed): Row[] {
	return world.indicators.map((indicator, n) => ({
		id: at(indicators, n),
		framework_code: at(frameworks, indicator.framework),
		code: `${n + 1}`,
		title: `Indicator ${n + 1}`,
		unit: 'people',
		measure: indicator.kind === 'qualitative' ? 'qualitative' : indicator.percentage ? 'percentage' : 'unit',
		ascending: indicator.ascending,
		value_kind: indicator.kind,
		over_time: indicator.overTime,
		over_partner: indicator.overPartner,
		over_place: indicator.overPlace,
	}));
}

export function linkRows({ world, indicators }: Placed): Row[] {
	return world.links.map(({ from, to, relation }) => ({
		from_id: at(indicators, from),
		to_id: at(indicators, to),
		relation,
	}));
}

export function projectRows({ world, programme, projects }: Placed): Row[] {
	return world.projects.map((project, n) => ({
		id: at(projects, n),
		programme_id: programme,
		parent_id: project.parent === null ? null : at(projects, project.parent),
		code: at(projects, n),
		title: `Project ${n}`,
		level: 'contract',
		starts_on: project.startsOn,
		ends_on: project.endsOn,
		frequency: project.frequency,
		test: project.test,
	}));
}

export function openedRows({ world, programme }: Placed): Row[] {
	return world.opened.map((code) => ({ programme_id: programme, period_code: code }));
}

export function lineRows({ world, projects, indicators }: Placed): Row[] {
	const pairs = new Map(
		world.series.map(({ project, indicator }) => [`${project} ${indicator}`, { project, indicator }]),
	);
	return [...pairs.values()].map(({ project, indicator }) => ({
		id: randomUUID(),
		project_id: at(projects, project),
		indicator_id: at(indicators, indicator),
		value_kind: kindOf(world, project, indicator),
	}));
}

export function seriesRows(
	{ world, programme, projects, indicators, series }: Placed,
	lines: readonly Row[],
): Row[] {
	const lineIds = new Map(lines.map((line) => [`${line.project_id} ${line.indicator_id}`, line.id]));
	return world.series.map((one, n) => ({
		id: at(series, n),
		project_indicator_id: lineIds.get(`${at(projects, one.project)} ${at(indicators, one.indicator)}`),
		programme_id: programme,
		project_id: at(projects, one.project),
		indicator_id: at(indicators, one.indicator),
		country_iso2: one.country,
		organisation_id: organisationId(one.organisation),
		starts_on: one.startsOn,
		ends_on: one.endsOn,
		continues_id: one.continues === null ? null : at(series, one.continues),
		baseline_value: one.baseline,
		baseline_on: one.baselineOn,
	}));
}

export function scheduleRows({ world, series }: Placed): Row[] {
	return world.schedules.flatMap((schedule) =>
		schedule.versions.map((version, n) => ({
			id: randomUUID(),
			series_id: at(series, schedule.series),
			version: n + 1,
			in_force_from: version.inForceFrom,
			reason: n === 0 ? null : 'Agreed with the donor',
			rows: version.rows,
		})),
	);
}

export function targetRows(schedule: Row): Row[] {
	const rows = schedule.rows as World['schedules'][number]['versions'][number]['rows'];
	return rows.map((row, n) => ({
		schedule_id: schedule.id,
		position: n + 1,
		period_start: row.start,
		period_end: row.end,
		basis: row.basis,
		value: typeof row.value === 'number' ? row.value : null,
		text_value: typeof row.value === 'string' ? row.value : null,
		dated: row.dated,
	}));
}

export function activityRows({ world, programme, activities }: Placed): Row[] {
	return world.activities.map((activity, n) => ({
		id: at(activities, n),
		programme_id: programme,
		kind: 'workshop',
		title: `Workshop ${n}`,
		starts_on: activity.endsOn,
		ends_on: activity.endsOn,
	}));
}

export function overlapRows({ world, indicators, activities }: Placed): Row[] {
	return world.activities.flatMap((activity, n) =>
		activity.overlap === null
			? []
			: [
					{
						activity_id: at(activities, n),
						indicator_id: at(indicators, activity.indicator),
						participants: activity.overlap,
						agreed_on: activity.endsOn,
						note: 'The same people came',
					},
				],
	);
}

/** The columns of an observation that hold this answer. */
export function answerColumns(answer: Answer): Row {
	return {
		value: answer.is === 'value' ? answer.value : null,
		numerator: answer.is === 'pair' ? answer.numerator : null,
		denominator: answer.is === 'pair' ? answer.denominator : null,
		text_value: answer.is === 'text' ? answer.text : null,
		not_applicable: answer.is === 'not-applicable' ? 'No activity in this country' : null,
	};
}
