// What people do to a programme, one step at a time, with nothing refreshed by hand.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Sql } from '../../../src/lib/server/backend/sql.ts';
import { calendar } from './calendar.ts';

import type { Placed } from './rows.ts';

/** One step: its name, three numbers that choose what it touches, and a day. */
export type Step = {
	readonly name: keyof typeof steps;
	readonly a: number;
	readonly b: number;
	readonly c: number;
	readonly day: string;
};

type Chosen = Omit<Step, 'name'>;
type Does = (sql: Sql, placed: Placed, chosen: Chosen) => Promise<unknown>;

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(list.length, 1)];

const set =
	(table: string, list: (placed: Placed) => readonly string[], assignment: string): Does =>
	(sql, placed, { a, b, day }) =>
		sql.query(
			`update public.${table} set ${assignment} where id = $1 and ($2::integer, $3::date) is not null`,
			[pick(list(placed), a), b, day],
		);

const programmes = (placed: Placed) => [placed.programme];
const projects = (placed: Placed) => placed.projects;
const series = (placed: Placed) => placed.series;
const indicators = (placed: Placed) => placed.indicators;

const steps = {
	approve,
	correct,
	'send back': (sql, placed, { a }) =>
		sql.query(
			`update public.report_revision set state = 'returned', decision_note = 'Please check'
			where report_id = $1 and state = 'submitted'`,
			[pick(placed.reports, a)],
		),
	'delete a report': (sql, placed, { a }) =>
		sql.query('delete from public.report where id = $1', [pick(placed.reports, a)]),
	'change targets': changeTargets,
	'open a period': (sql, placed, { a }) =>
		sql.query(
			'insert into public.programme_period (programme_id, period_code) values ($1, $2) on conflict do nothing',
			[placed.programme, pick(calendar, a)?.code],
		),
	'withdraw a period': (sql, placed, { a }) =>
		sql.query(
			`delete from public.programme_period pp where pp.programme_id = $1 and pp.period_code = $2
			and not exists (
				select 1 from public.report r where r.programme_id = pp.programme_id and r.period_code = pp.period_code
			)`,
			[placed.programme, pick(calendar, a)?.code],
		),
	'link generations': (sql, placed, { a, b, c }) =>
		sql.query(
			`insert into public.indicator_crosswalk (from_id, to_id, relation)
			select $1::uuid, $2::uuid, $3::public.crosswalk_relation where $1::uuid <> $2::uuid
			on conflict (from_id, to_id) do update set relation = excluded.relation`,
			[pick(placed.indicators, a), pick(placed.indicators, b), pick(['same', 'renamed', 'partly'], c)],
		),
	'unlink generations': (sql, placed, { a }) =>
		sql.query(
			`delete from public.indicator_crosswalk
			where (from_id, to_id) = (
				select from_id, to_id from public.indicator_crosswalk
				where from_id = any ($1::uuid[]) order by array_position($1::uuid[], from_id), array_position($1::uuid[], to_id) limit 1 offset $2
			)`,
			[placed.indicators, a % 2],
		),
	'republish a framework': (sql, placed, { a, day }) =>
		sql.query('update public.framework set published_on = $2 where code = $1', [
			pick(placed.frameworks, a),
			day,
		]),
	'move the days of a snapshot': (sql, _placed, { b }) =>
		sql.query(
			`update public.period set as_of = date '2021-05-20' + $1::integer where code = 'S-2021-05-20'`,
			[b],
		),
	'mark as test': set('project', projects, 'test = not test'),
	'move a project’s start': set('project', projects, 'starts_on = $3::date, ends_on = null'),
	'move a project’s end': set('project', projects, `ends_on = greatest(starts_on, $3::date)`),
	'move a project in the tree': moveProject,
	'move a series': set('series', series, 'starts_on = $3::date, ends_on = null'),
	'state a baseline': set('series', series, 'baseline_value = nullif($2 % 30, 0), baseline_on = $3::date'),
	'end a take-over': set('series', series, 'continues_id = null'),
	'take over a series': takeOver,
	'add a series': addSeries,
	'drop a series': (sql, placed, { a }) =>
		sql.query(
			`delete from public.series s where s.id = $1
			and not exists (select 1 from public.observation o where o.series_id = s.id)
			and not exists (select 1 from public.series other where other.continues_id = s.id)`,
			[pick(placed.series, a)],
		),
	'move the programme’s start': set('programme', programmes, 'starts_on = $3::date'),
	'change bands': set('programme', programmes, 'on_track_from = 0.7 + ($2 % 3) * 0.1, at_risk_from = 0.5'),
	'turn an indicator': set('indicator', indicators, 'ascending = not ascending'),
	'read an indicator otherwise': set(
		'indicator',
		indicators,
		`over_time = (array['latest', 'max', 'average']::public.over_time_rule[])[$2 % 3 + 1]`,
	),
	'read a project’s values otherwise': (sql, placed, { a, b }) =>
		sql.query(
			`update public.project_indicator pi
			set value_kind = (array['increment', 'cumulative', 'cumulative_year']::public.value_kind[])[$2 % 3 + 1]
			from public.series s
			where s.id = $1 and pi.id = s.project_indicator_id
			and pi.value_kind in ('increment', 'cumulative', 'cumulative_year')`,
			[pick(placed.series, a), b],
		),
} satisfies Record<string, Does>;

const names = Object.keys(steps) as (keyof typeof steps)[];

/** Any step on anything. */
export const step: fc.Arbitrary<Step> = fc.record({
	name: fc.constantFrom(...names, 'approve', 'approve', 'correct', 'drop a series'),
	a: fc.nat(40),
	b: fc.nat(40),
	c: fc.nat(40),
	day: fc.constantFrom('2019-06-30', '2020-01-01', '2020-05-15', '2021-01-01', '2021-08-31', '2022-06-30'),
});

/** Does one step in a transaction of its own. */
export async function take(sql: Sql, placed: Placed, { name, ...chosen }: Step): Promise<void> {
	const does: Does = steps[name];
	await sql.transaction((session) => does(session, placed, chosen));
}

async function approve(sql: Sql, placed: Placed, { a }: Chosen): Promise<void> {
	const report = pick(placed.reports, a);
	for (const [from, to] of [
		['draft', 'submitted'],
		['submitted', 'approved'],
	]) {
		await sql.query(`update public.report_revision set state = $3 where report_id = $1 and state = $2`, [
			report,
			from,
			to,
		]);
	}
}

/** A new revision after whatever came before: some answers change, some go, some are new. */
async function correct(sql: Sql, placed: Placed, { a, b, c }: Chosen): Promise<void> {
	const report = pick(placed.reports, a);
	if (report === undefined) return;
	const id = randomUUID();
	await sql.query(
		`insert into public.report_revision (id, report_id, number, reason)
		select $1, $2, coalesce(max(number), 0) + 1, 'A correction' from public.report_revision where report_id = $2
		having exists (select 1 from public.report where id = $2)`,
		[id, report],
	);
	await sql.query(
		`insert into public.observation (revision_id, series_id, value, numerator, denominator, text_value)
		select
			$1, s.id,
			case when pi.value_kind in ('increment', 'cumulative', 'cumulative_year', 'level') then $2::numeric + s.position end,
			case when pi.value_kind = 'ratio' then $2::numeric end, case when pi.value_kind = 'ratio' then $3::numeric end,
			case when pi.value_kind = 'qualitative' then 'As planned' end
		from public.report_revision v
		join public.report r on r.id = v.report_id
		join (select *, array_position($4::uuid[], id) as position from public.series) s
			on s.project_id = r.project_id and s.organisation_id = r.organisation_id
		join public.project_indicator pi on pi.id = s.project_indicator_id
		where v.id = $1 and (s.position + $3::integer) % 4 <> 0`,
		[id, b, c, placed.series],
	);
	await sql.query(`update public.report_revision set state = 'submitted' where id = $1`, [id]);
	await sql.query(`update public.report_revision set state = 'approved' where id = $1`, [id]);
}

/** The next version of a schedule: none, one or two rows. */
async function changeTargets(sql: Sql, placed: Placed, { a, b, c, day }: Chosen): Promise<void> {
	const id = randomUUID();
	await sql.query(
		`insert into public.target_schedule (id, series_id, version, in_force_from, reason)
		select $1, s.id, coalesce(max(ts.version), 0) + 1, greatest($3::date, max(ts.in_force_from)), 'Agreed anew'
		from public.series s
		left join public.target_schedule ts on ts.series_id = s.id
		where s.id = $2 group by s.id`,
		[id, pick(placed.series, a), day],
	);
	const rows = [
		{ position: 1, period_start: '2020-01-01', period_end: '2021-06-30', basis: 'to_date', value: b },
		{ position: 2, period_start: '2021-07-01', period_end: '2022-12-31', basis: 'to_date', value: b + c },
	];
	await sql.query(
		`insert into public.target (schedule_id, position, period_start, period_end, basis, value)
		select ts.id, t.position, t.period_start, t.period_end, t.basis, t.value
		from public.target_schedule ts
		cross join jsonb_populate_recordset(null::public.target, $2::text::jsonb) t
		where ts.id = $1`,
		[id, JSON.stringify(rows.slice(0, c % 3))],
	);
}

/** Under another project that does not stand below it, or to the top. */
async function moveProject(sql: Sql, placed: Placed, { a, b, c }: Chosen): Promise<void> {
	await sql.query(
		`with recursive down as (
			select id from public.project where id = $1
			union
			select p.id from public.project p join down d on p.parent_id = d.id
		)
		update public.project set parent_id = case when $3 % 4 > 0 then $2::uuid end
		where id = $1 and $2::uuid not in (select id from down)`,
		[pick(placed.projects, a), pick(placed.projects, b), c],
	);
}

/** A series becomes the successor of another of the same line that nothing has taken over yet. */
async function takeOver(sql: Sql, placed: Placed, { a }: Chosen): Promise<void> {
	await sql.query(
		`update public.series s set continues_id = (
			select former.id from public.series former
			where former.id <> s.id
			and former.project_indicator_id = s.project_indicator_id
			and former.country_iso2 is not distinct from s.country_iso2
			and former.continues_id is null
			and not exists (select 1 from public.series other where other.continues_id in (former.id, s.id))
			order by array_position($2::uuid[], former.id)
			limit 1
		)
		where s.id = $1 and s.continues_id is null`,
		[pick(placed.series, a), placed.series],
	);
}

/** A silent series, put where the next "drop a series" may find it: in the place of another in the list. */
async function addSeries(sql: Sql, placed: Placed, { a, b, c }: Chosen): Promise<void> {
	const id = randomUUID();
	const model = pick(placed.series, a);
	const added = await sql.query(
		`insert into public.series (id, project_indicator_id, programme_id, project_id, indicator_id, country_iso2, organisation_id)
		select $1, pi.id, p.programme_id, p.id, pi.indicator_id, $3, o.id
		from public.series s
		join public.project_indicator pi on pi.id = s.project_indicator_id
		join public.project p on p.id = pi.project_id
		join (select id, row_number() over (order by slug) as n from public.organisation) o on o.n = $4 % 3 + 1
		where s.id = $2
		on conflict do nothing
		returning id`,
		[id, model, pick(['EG', 'LY', 'TN', null], b), c],
	);
	if (added.length > 0) (placed.series as string[]).push(id);
}
