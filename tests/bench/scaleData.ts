// A database of a chosen size, written as its owner past triggers, the way years of approved reports would leave it.
import type { Sql } from '../../src/lib/server/backend/sql.ts';

export type Size = { readonly programmes: number; readonly quarters: number };

/** The viewed programme, in every size: 20 contracts under 4 decisions, 10 indicators each, in 4 countries. */
export const VIEWED = 'BENCH-1';
const SERIES = 800;
const LAST_YEAR = 2025;

/** Observations in a database of this size. */
export function observationsIn({ programmes, quarters }: Size): number {
	return programmes * SERIES * quarters;
}

/**
 * Fills a migrated database. The viewed programme's kept-up rows are computed as always (private.refresh_figures);
 * the other programmes get copies of them, because computing a million rows would take the better part of an hour.
 */
export async function fill(sql: Sql, size: Size, note: (text: string) => void): Promise<void> {
	await sql.transaction(async (session) => {
		await session.run('set local session_replication_role = replica');
		await session.run(STRUCTURE);
		note(
			`${observationsIn(size)} observations in ${size.programmes} programmes over ${size.quarters} quarters …`,
		);
		await session.run(calendarOf(size.quarters));
		for (let programme = 1; programme <= size.programmes; programme += 1)
			await session.run(programmeOf(programme));
	});
	// Nobody else does before the first refresh, and without statistics it takes a poor way.
	await sql.run('analyze');
	note('computing the viewed programme …');
	await sql.run(`select private.refresh_figures(array(
		select s.id from public.series s join public.programme g on g.id = s.programme_id where g.code = '${VIEWED}'
	))`);
	for (let programme = 2; programme <= size.programmes; programme += 1) {
		if (programme % 8 === 0) note(`copying to programme ${programme} …`);
		await sql.transaction((session) => session.run(copyTo(programme)));
	}
	note('analysing …');
	await sql.run('analyze; checkpoint');
}

/** Makes somebody staff of the viewed programme and of one other. */
export async function addStaff(sql: Sql, userId: string): Promise<void> {
	await sql.query(
		`with member as (insert into public.membership (user_id, role) values ($1, 'staff') returning id)
		insert into public.membership_programme (membership_id, programme_id)
		select member.id, g.id from member, public.programme g where g.code in ('${VIEWED}', 'BENCH-2')`,
		[userId],
	);
}

/** The same id for the same thing, in every statement. */
const id = (text: string) => `md5(${text})::uuid`;

const STRUCTURE = `
	insert into public.country (iso2, name) values ('DZ', 'Algeria'), ('EG', 'Egypt'), ('LY', 'Libya'), ('MA', 'Morocco'), ('TN', 'Tunisia')
	on conflict do nothing;
	insert into public.framework (code, name, published_on) values ('BENCH', 'Indicators of the benchmark', '2015-01-01');
	insert into public.organisation (id, slug, name)
	select ${id(`'organisation ' || n`)}, 'partner-' || n, 'Partner ' || n from generate_series(1, 12) n;
	insert into public.indicator (id, framework_code, code, title, unit, value_kind, counts, family_id, sensitive)
	select
		${id(`'indicator ' || n`)}, 'BENCH', '1.' || n, 'Indicator ' || n, 'people', 'increment', 'people',
		${id(`'indicator ' || n`)}, false
	from generate_series(0, 19) n;
`;

function calendarOf(quarters: number): string {
	return `
		insert into public.period (code, kind, starts_on, ends_on, as_of, due_on)
		select
			to_char(day, 'YYYY-"Q"Q'), 'quarter', day, day + interval '3 months - 1 day', day + interval '3 months - 1 day',
			day + interval '4 months - 1 day'
		from generate_series(
			date '${LAST_YEAR + 1}-01-01' - interval '${3 * quarters} months', date '${LAST_YEAR}-10-01', interval '3 months'
		) day
		on conflict do nothing;
	`;
}

/** A programme with its projects, series, targets and a report a contract and quarter, all approved. */
function programmeOf(programme: number): string {
	const its = (text: string) => id(`'programme ${programme} ' || ${text}`);
	return `
		insert into public.programme (id, code, name, starts_on, ends_on)
		select ${its(`''`)}, 'BENCH-${programme}', 'Programme ${programme}', min(starts_on), '${LAST_YEAR + 2}-12-31' from public.period;
		insert into public.programme_period (programme_id, period_code) select ${its(`''`)}, code from public.period;
		insert into public.project (id, programme_id, code, title, level, starts_on, ends_on)
		select ${its(`'decision ' || n`)}, ${its(`''`)}, 'B${programme}-D' || n, 'Decision ' || n, 'decision', g.starts_on, g.ends_on
		from generate_series(0, 3) n, public.programme g where g.code = 'BENCH-${programme}';
		insert into public.project (id, programme_id, parent_id, code, title, level, starts_on, ends_on)
		select
			${its(`'contract ' || n`)}, ${its(`''`)}, ${its(`'decision ' || n % 4`)}, 'B${programme}-C' || n, 'Contract ' || n, 'contract',
			g.starts_on, g.ends_on
		from generate_series(0, 19) n, public.programme g where g.code = 'BENCH-${programme}';
		insert into public.project_organisation (project_id, organisation_id, role)
		select ${its(`'contract ' || n`)}, ${id(`'organisation ' || 1 + n % 12`)}, 'implementing' from generate_series(0, 19) n;
		insert into public.project_indicator (id, project_id, indicator_id, value_kind)
		select ${its(`'line ' || n || ' ' || k`)}, ${its(`'contract ' || n`)}, ${id(`'indicator ' || (n + k) % 20`)}, 'increment'
		from generate_series(0, 19) n, generate_series(0, 9) k;
		insert into public.series (id, project_indicator_id, programme_id, project_id, indicator_id, country_iso2, organisation_id)
		select
			${its(`'series ' || n || ' ' || k || ' ' || c`)}, ${its(`'line ' || n || ' ' || k`)}, ${its(`''`)}, ${its(`'contract ' || n`)},
			${id(`'indicator ' || (n + k) % 20`)}, ('{DZ,EG,LY,MA,TN}'::text[])[c], ${id(`'organisation ' || 1 + n % 12`)}
		from generate_series(0, 19) n, generate_series(0, 9) k, generate_series(1, 4) c;
		insert into public.target_schedule (id, series_id, version, in_force_from)
		select ${its(`'schedule ' || s.id`)}, s.id, 1, g.starts_on
		from public.series s join public.programme g on g.id = s.programme_id where g.code = 'BENCH-${programme}';
		insert into public.target (schedule_id, position, period_start, period_end, basis, value)
		select ${its(`'schedule ' || s.id`)}, 1, g.starts_on, g.ends_on, 'to_date', 20 * (g.ends_on - g.starts_on)
		from public.series s join public.programme g on g.id = s.programme_id where g.code = 'BENCH-${programme}';
		insert into public.report (id, programme_id, project_id, organisation_id, period_code)
		select ${its(`'report ' || n || pe.code`)}, ${its(`''`)}, ${its(`'contract ' || n`)}, ${id(`'organisation ' || 1 + n % 12`)}, pe.code
		from generate_series(0, 19) n, public.period pe;
		insert into public.report_revision (id, report_id, number, state, in_force, submitted_at, decided_at)
		select ${its(`'revision ' || r.id`)}, r.id, 1, 'approved', true, pe.due_on, pe.due_on + 14
		from public.report r join public.period pe on pe.code = r.period_code where r.programme_id = ${its(`''`)};
		insert into public.observation (revision_id, series_id, value)
		select ${its(`'revision ' || r.id`)}, s.id, 500 + abs(hashtext(s.id::text || r.period_code)) % 2500
		from public.report r join public.series s on s.project_id = r.project_id where r.programme_id = ${its(`''`)};
	`;
}

/** The viewed programme's kept-up rows, as another programme's: its things have the same names within it. */
function copyTo(programme: number): string {
	const named = (owner: number, text: string) => id(`'programme ${owner} ' || ${text}`);
	return `
		create temporary table twin on commit drop as
		select ${named(1, 'name')} as viewed_id, ${named(programme, 'name')} as id
		from (
			select 'series ' || n || ' ' || k || ' ' || c as name from generate_series(0, 19) n, generate_series(0, 9) k, generate_series(1, 4) c
			union all
			select 'contract ' || n from generate_series(0, 19) n
			union all
			select ''
		) names;
		${copyRows('series_period', ['series_id', 'project_id', 'programme_id'])}
		${copyRows('cell', ['series_id', 'project_id', 'programme_id'])}
		${copyRows('counting', ['project_id', 'programme_id'])}
		${copyRows('data_version', ['programme_id'])}
	`;
}

function copyRows(table: string, keys: readonly string[]): string {
	const changed = keys.map((key) => `'${key}', ${key}_twin.id`).join(', ');
	const joins = keys.map((key) => `join twin ${key}_twin on ${key}_twin.viewed_id = viewed.${key}`).join(' ');
	return `
		insert into reporting.${table}
		select copied.*
		from reporting.${table} viewed ${joins}
		cross join lateral jsonb_populate_record(viewed, jsonb_build_object(${changed})) copied
		where viewed.programme_id = ${id(`'programme 1 '`)};
	`;
}
