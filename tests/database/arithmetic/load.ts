// Writes worlds to the database the way a partner and a reviewer would leave them, a table at a time.
import { randomUUID } from 'node:crypto';
import type { Sql } from '../../../src/lib/server/backend/sql.ts';
import { calendar } from './calendar.ts';
import { ORGANISATIONS } from './generate.ts';
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

type Row = Record<string, unknown>;

/** What all worlds share: periods, countries, organisations. */
export async function loadCommon(sql: Sql): Promise<void> {
	await insert(
		sql,
		'country',
		['EG', 'LY', 'TN'].map((iso2) => ({ iso2, name: iso2 })),
	);
	await insert(
		sql,
		'organisation',
		Array.from({ length: ORGANISATIONS }, (_, n) => ({
			id: organisationId(n),
			slug: `partner-${n}`,
			name: `Partner ${n}`,
		})),
	);
	await insert(
		sql,
		'period',
		calendar.map(({ code, kind, startsOn, endsOn, asOf }) => ({
			code,
			kind,
			starts_on: startsOn,
			ends_on: endsOn,
			as_of: asOf,
		})),
	);
}

/** Loads worlds together; the kept-up tables are computed once at the end, as an import does. */
export async function loadWorlds(sql: Sql, worlds: readonly World[]): Promise<Placed[]> {
	return sql.transaction(async (session) => {
		await session.query(`select set_config('waymark.loading', 'on', true)`);
		const placed = await writeWorlds(session, worlds);
		await session.query('select private.refresh_families()');
		await session.query(
			`select private.refresh_figures(array(select id from public.series where programme_id = any ($1::uuid[])))`,
			[placed.map((one) => one.programme)],
		);
		return placed;
	});
}

/** Writes worlds and lets the triggers do what they do. */
export async function writeWorlds(sql: Sql, worlds: readonly World[]): Promise<Placed[]> {
	const placed = worlds.map((world): Placed => {
		const programme = randomUUID();
		return {
			world,
			programme,
			frameworks: world.frameworks.map((_, n) => `F${n} ${programme}`),
			indicators: ids(world.indicators),
			projects: ids(world.projects),
			series: ids(world.series),
			reports: ids(world.reports),
			activities: ids(world.activities),
		};
	});
	const all = (rows: (one: Placed) => Row[]): Row[] => placed.flatMap(rows);
	await insert(sql, 'programme', all(programmeRows));
	await insert(sql, 'framework', all(frameworkRows));
	await insert(sql, 'indicator', all(indicatorRows));
	await insert(sql, 'indicator_crosswalk', all(linkRows));
	await insert(sql, 'project', all(projectRows));
	await insert(sql, 'programme_period', all(openedRows));
	const lines = all(lineRows);
	await insert(sql, 'project_indicator', lines);
	await insert(
		sql,
		'series',
		all((one) => seriesRows(one, lines)),
	);
	const schedules = all(scheduleRows);
	// A version of a schedule is written whole, in one transaction.
	await sql.transaction(async (session) => {
		await insert(
			session,
			'target_schedule',
			schedules.map(({ rows, ...schedule }) => (void rows, schedule)),
		);
		await insert(session, 'target', schedules.flatMap(targetRows));
	});
	await insert(sql, 'activity', all(activityRows));
	await insert(sql, 'activity_overlap', all(overlapRows));
	await writeReports(sql, placed);
	return placed;
}

const ids = (list: readonly unknown[]) => list.map(() => randomUUID());

/** Inserts rows that all have the same columns. */
export async function insert(sql: Sql, table: string, rows: readonly Row[]): Promise<void> {
	const first = rows[0];
	if (!first) return;
	const columns = Object.keys(first).join(', ');
	await sql.query(
		`insert into public.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::public.${table}, $1::text::jsonb)`,
		[JSON.stringify(rows)],
	);
}

/** The organisation of this number. */
export function organisationId(number: number): string {
	return `00000000-0000-4000-8000-00000000000${number}`;
}

function programmeRows({ world, programme }: Placed): Row[] {
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

function frameworkRows({ world, frameworks }: Placed): Row[] {
	return frameworks.map((code, n) => ({ code, name: code, published_on: at(world.frameworks, n) }));
}

function indicatorRows({ world, indicators, frameworks }: Placed): Row[] {
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

function linkRows({ world, indicators }: Placed): Row[] {
	return world.links.map(({ from, to, relation }) => ({
		from_id: at(indicators, from),
		to_id: at(indicators, to),
		relation,
	}));
}

function projectRows({ world, programme, projects }: Placed): Row[] {
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

function openedRows({ world, programme }: Placed): Row[] {
	return world.opened.map((code) => ({ programme_id: programme, period_code: code }));
}

function lineRows({ world, projects, indicators }: Placed): Row[] {
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

function seriesRows(
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

function scheduleRows({ world, series }: Placed): Row[] {
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

function targetRows(schedule: Row): Row[] {
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

function activityRows({ world, programme, activities }: Placed): Row[] {
	return world.activities.map((activity, n) => ({
		id: at(activities, n),
		programme_id: programme,
		kind: 'workshop',
		title: `Workshop ${n}`,
		starts_on: activity.endsOn,
		ends_on: activity.endsOn,
	}));
}

function overlapRows({ world, indicators, activities }: Placed): Row[] {
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

async function writeReports(sql: Sql, placed: readonly Placed[]): Promise<void> {
	const revisions: (Row & { id: string; number: number; state: string })[] = [];
	const reports: Row[] = [];
	const observations: Row[] = [];
	const claims: Row[] = [];
	for (const { world, programme, projects, series, reports: reportIds, activities } of placed) {
		for (const [n, report] of world.reports.entries()) {
			reports.push({
				id: at(reportIds, n),
				programme_id: programme,
				project_id: at(projects, report.project),
				organisation_id: organisationId(report.organisation),
				period_code: report.period,
			});
			for (const [attempt, revision] of report.revisions.entries()) {
				const id = randomUUID();
				revisions.push({ id, report_id: at(reportIds, n), number: attempt + 1, state: revision.state });
				for (const { series: index, answer } of revision.answers) {
					observations.push({ revision_id: id, series_id: at(series, index), ...answerColumns(answer) });
				}
				for (const { series: index, activity, people } of revision.claims) {
					claims.push({
						revision_id: id,
						series_id: at(series, index),
						activity_id: at(activities, activity),
						participants: people,
					});
				}
			}
		}
	}
	await insert(sql, 'report', reports);
	await insert(
		sql,
		'report_revision',
		revisions.map(({ id, report_id, number }) => ({
			id,
			report_id,
			number,
			state: 'draft',
			reason: number > 1 ? 'A correction' : null,
		})),
	);
	await insert(sql, 'observation', observations);
	await insert(sql, 'activity_claim', claims);
	for (const number of [1, 2, 3]) {
		const reached = revisions.filter((revision) => revision.number === number && revision.state !== 'draft');
		await move(sql, reached, 'submitted');
		for (const state of ['approved', 'returned']) {
			await move(
				sql,
				reached.filter((revision) => revision.state === state),
				state,
			);
		}
	}
}

async function move(sql: Sql, revisions: readonly { id: string }[], state: string): Promise<void> {
	if (revisions.length === 0) return;
	await sql.query(
		`update public.report_revision set state = $1::public.revision_state, decision_note = case when $1 = 'returned' then 'Please check' end
		where id = any ($2::uuid[])`,
		[state, revisions.map((revision) => revision.id)],
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
