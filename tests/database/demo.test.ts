import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationAccounts, demonstrationPassword } from '../../src/lib/server/demo.ts';
import {
	isDemonstrationLoaded,
	loadDemonstration,
	loadDemonstrationIfEmpty,
} from '../../src/lib/server/demo.ts';
import { organisations } from '../../src/lib/server/demo/content/organisations.ts';
import { readOrganisations } from '../../src/lib/import/organisationNames.ts';
import { openTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await openTestDatabase();
	await loadDemonstrationIfEmpty(database.backend);
});
afterAll(() => database.close());

/** The id of an account, by signing in with the published password. */
async function signedIn(email: string): Promise<string> {
	const { data, error } = await database.backend
		.client()
		.auth.signInWithPassword({ email, password: demonstrationPassword });
	if (error) throw error;
	return data.user.id;
}

async function count(text: string): Promise<number> {
	const [row] = await database.sql.query<{ n: number }>(`select count(*)::integer as n ${text}`);
	return Number(row?.n);
}

async function values<T>(text: string): Promise<T[]> {
	return (await database.sql.query<{ v: T }>(text)).map(({ v }) => v);
}

describe('loading', () => {
	test('a second load changes nothing', async () => {
		const before = await values(
			'select md5(string_agg(c::text, chr(10) order by c)) as v from reporting.cell c',
		);
		expect((await loadDemonstration(database.backend)).nothingChanged).toBe(true);
		expect(
			await values('select md5(string_agg(c::text, chr(10) order by c)) as v from reporting.cell c'),
		).toEqual(before);
		expect(await isDemonstrationLoaded(database.backend)).toBe(true);
	});

	test('is refused where real programmes were there first: the password is published', async () => {
		const real = await openTestDatabase();
		try {
			await real.sql.run(`insert into public.programme (code, name) values ('REAL', 'Real')`);
			await loadDemonstrationIfEmpty(real.backend);
			await expect(loadDemonstration(real.backend)).rejects.toThrow('real programmes');
			expect(await real.sql.query('select code from public.programme')).toEqual([{ code: 'REAL' }]);
			expect(await real.sql.query('select id from auth.users')).toEqual([]);
		} finally {
			await real.close();
		}
	});

	test('is refused on a hosted backend', async () => {
		await expect(loadDemonstration({ ...database.backend, kind: 'supabase' })).rejects.toThrow(
			'published password',
		);
	});

	test('names organisations as an import names them', () => {
		for (const { slug, name, shortName } of organisations) {
			const [read, another] = readOrganisations(name);
			if (read?.known === true && another === undefined)
				expect(read).toMatchObject({ slug, name, shortName });
		}
	});
});

describe('what is made up', () => {
	test('stands in demonstration programmes only, and is marked', async () => {
		expect(await count('from public.programme where not demonstration')).toBe(0);
		expect(await count(`from public.observation where origin = 'reported'`)).toBe(0);
		expect(
			await count(`
				from public.observation o join public.series s on s.id = o.series_id
				join public.programme p on p.id = s.programme_id
				where o.origin = 'made_up' and not p.demonstration`),
		).toBe(0);
	});

	test('never shares a total with the one published figure', async () => {
		const published = await database.sql.query(`
			select o.value::integer as value, i.framework_code, i.code, length(o.source) > 0 as sourced
			from public.observation o join public.series s on s.id = o.series_id join public.indicator i on i.id = s.indicator_id
			where o.origin = 'source'`);
		expect(published).toEqual([{ value: 693, framework_code: 'EUTF-2018', code: '4.2bis', sourced: true }]);
		expect(
			await count(`
				from public.series s join public.indicator i on i.id = s.indicator_id
				where i.family_id in (
					select published.family_id from public.indicator published
					where published.framework_code = 'EUTF-2018' and published.code = '4.2bis'
				)`),
		).toBe(1);
	});

	test('real contracts and events name their source; made-up projects say so in their title', async () => {
		expect(await count('from public.project where published_code is not null and source is null')).toBe(0);
		expect(
			await count(`
				from public.project where published_code is null and source is null and title not like '%(made-up project)'`),
		).toBe(0);
		expect(await count(`from public.activity where origin <> 'source'`)).toBe(0);
	});
});

describe('what a reader finds', () => {
	test('every status of a series in the latest quarter, and figures that cannot be added', async () => {
		expect(
			new Set(
				await values<string>(
					`select distinct status::text as v from reporting.series_period where period_code = '2022-Q4'`,
				),
			),
		).toEqual(
			new Set(['achieved', 'on-track', 'at-risk', 'off-track', 'not-due', 'not-reported', 'no-target']),
		);
		expect(
			await values(`
				select distinct f.status::text as v
				from public.programme g
				cross join lateral reporting.figures(g.id, '2022-Q4', '{total}') f
				join public.indicator i on i.id = f.indicator_id
				where g.code = 'RDPP-NA' and i.code = 'P3'`),
		).toEqual(['not-additive']);
	});

	test('Libya is ahead and Tunisia behind', async () => {
		const pace = await database.sql.query<{ country: string; pace: number }>(`
			select country_iso2 as country, percentile_cont(0.5) within group (order by pace)::float8 as pace
			from reporting.cell where period_code = '2022-Q4' and counted and pace is not null and country_iso2 in ('LY', 'TN')
			group by country_iso2 order by country_iso2`);
		expect(pace[0]?.pace).toBeGreaterThan(1);
		expect(pace[1]?.pace).toBeLessThan(0.6);
	});

	test('the latest quarter is partly reported: some partners are missing, some wait, one was sent back', async () => {
		const [coverage] = await database.sql.query<{ due: number; reported: number }>(`
			select count(*) filter (where due)::integer as due, count(*) filter (where due and reported)::integer as reported
			from reporting.series_period where period_code = '2022-Q4'`);
		expect(coverage?.reported).toBeGreaterThan(50);
		expect(coverage?.due).toBeGreaterThan(Number(coverage?.reported) + 15);
		expect(new Set(await values(`select distinct v.state::text as v from public.report_revision v`))).toEqual(
			new Set(['draft', 'submitted', 'returned', 'approved']),
		);
		expect(
			await count(`from public.report_revision where number = 2 and reason is not null`),
		).toBeGreaterThan(2);
		expect(
			await count(`from reporting.series_period where status_as_of is not null and period_code = '2022-Q4'`),
		).toBeGreaterThan(5);
	});

	test('victims in cells of 1 to 10 people, split by sex and age with those not known', async () => {
		expect(
			await count(`
				from public.observation o join public.series s on s.id = o.series_id join public.indicator i on i.id = s.indicator_id
				where i.sensitive and o.value between 1 and 10`),
		).toBeGreaterThan(20);
		expect(
			await count(`
				from public.breakdown b join public.breakdown_part p on p.breakdown_id = b.id
				where b.dimensions = '{sex,age}' and 'unknown' = any (p.categories)`),
		).toBeGreaterThan(5);
	});

	test('each split adds up to its figure', async () => {
		expect(
			await count(`
				from public.observation o join public.breakdown b on b.observation_id = o.id
				where o.value <> (select sum(p.value) from public.breakdown_part p where p.breakdown_id = b.id)`),
		).toBe(0);
	});

	test('a parent whose own total differs from its contracts, and one that speaks for contracts that have not reported', async () => {
		expect(
			await count(`
				from public.programme g cross join lateral reporting.declared_totals(g.id, '2022-Q4') d
				where d.difference <> 0`),
		).toBeGreaterThan(0);
		expect(await count(`from reporting.cell where period_code = '2020-Q4' and stands_for_children`)).toBe(1);
	});

	test('targets that changed with a reason, a target that is no number, a partner that took over', async () => {
		expect(await count(`from public.target_schedule where version = 2 and length(reason) > 0`)).toBe(3);
		expect(await values('select text_value as v from public.target where text_value is not null')).toEqual([
			'TBD',
		]);
		expect(await count('from public.series where continues_id is not null')).toBe(2);
		expect(await count('from public.observation where not_applicable is not null')).toBeGreaterThan(5);
	});

	test('the workshop in Cairo stands in two claims of one programme and counts its 21 people once', async () => {
		const [total] = await database.sql.query<{ total: number; overlap: number; apart: number }>(`
			select f.actual::integer as total, f.overlap::integer as overlap, (
				select sum(c.actual)::integer from reporting.cell c
				where c.indicator_id = i.id and c.period_code = '2022-Q3' and c.programme_id = g.id and c.counted
			) as apart
			from public.programme g
			join public.indicator i on i.framework_code = 'RDPP-NA' and i.code = 'C1'
			cross join lateral reporting.figures(g.id, '2022-Q3', '{total}', p_indicator => i.id) f
			where g.code = 'RDPP-NA'`);
		expect(total?.overlap).toBe(21);
		expect(total?.total).toBe(Number(total?.apart) - 21);
	});
});

describe('who sees what', () => {
	test.each(demonstrationAccounts)('$email ($role)', async ({ email, role, organisation }) => {
		const [seen] = await database.inRole('authenticated', await signedIn(email), (sql) =>
			sql.query<Record<'programmes' | 'series' | 'sensitive' | 'undecided', number>>(`
				select
					(select count(*)::integer from public.programme) as programmes,
					(select count(*)::integer from public.series) as series,
					(select count(*)::integer from public.series s join public.indicator i on i.id = s.indicator_id where i.sensitive) as sensitive,
					(select count(*)::integer from public.report_revision where state <> 'approved') as undecided`),
		);
		const all = await count('from public.series');
		const sensitive = await count(
			'from public.series s join public.indicator i on i.id = s.indicator_id where i.sensitive',
		);
		if (role === 'donor') {
			expect(seen).toEqual({ programmes: 2, series: all - sensitive, sensitive: 0, undecided: 0 });
		} else if (role === 'partner') {
			const own = `from public.series s join public.organisation o on o.id = s.organisation_id where o.slug = '${organisation}'`;
			expect(seen?.programmes).toBe(organisation === 'iom-egypt' ? 2 : 1);
			expect(seen?.series).toBe(await count(own));
			expect(seen?.series).toBeGreaterThan(3);
		} else {
			expect(seen).toMatchObject({ programmes: 2, series: all, sensitive });
			expect(seen?.undecided).toBeGreaterThan(3);
		}
	});
});
