// Writes worlds to the database the way a partner and a reviewer would leave them, a table at a time.
import { randomUUID } from 'node:crypto';
import type { Sql } from '../../../src/lib/server/backend/sql.ts';
import { calendar } from './calendar.ts';
import {
	activityRows,
	answerColumns,
	frameworkRows,
	indicatorRows,
	lineRows,
	linkRows,
	openedRows,
	organisationId,
	overlapRows,
	programmeRows,
	projectRows,
	scheduleRows,
	seriesRows,
	targetRows,
} from './rows.ts';
import type { Placed, Row } from './rows.ts';
import { ORGANISATIONS } from './shapes.ts';
import { at } from './world.ts';
import type { World } from './world.ts';

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
