import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { actingForOthers, rules } from './rules.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

async function namesOf(query: string): Promise<string[]> {
	return (await database.sql.query<{ name: string }>(query)).map((row) => row.name).sort();
}

describe('everywhere in the schema', () => {
	it.each(rules)('$rule', async ({ offenders }) => {
		expect(await namesOf(offenders)).toEqual([]);
	});

	it("acts with other rights than the caller's in listed functions only", async () => {
		const callable = await namesOf(`
			select n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name
			from pg_proc p
			join pg_namespace n on n.oid = p.pronamespace
			where p.prosecdef and n.nspname in ('public', 'reporting')
			and has_function_privilege('authenticated', p.oid, 'execute')`);
		expect(callable).toEqual(Object.keys(actingForOthers).sort());
	});
});

/** What each rule is there to catch; a rule that does not see its slip proves nothing. */
const slips: readonly (readonly [rule: string, slip: string])[] = [
	['each table is protected', 'alter table public.fund disable row level security'],
	[
		'each table has a policy',
		'create table public.slip (id int); alter table public.slip enable row level security',
	],
	[
		'one permissive policy',
		'create policy "Also read" on public.fund for select to authenticated using (code = name)',
	],
	['granted has its policy', 'drop policy "Members read reference data" on public.fund'],
	['policy has its grant', 'revoke select on public.fund from authenticated'],
	['lets everything through', 'alter policy "Members read reference data" on public.fund using (true)'],
	['names the role', 'alter policy "Members read reference data" on public.fund to public'],
	[
		'once a query',
		'alter policy "Members read reference data" on public.fund using (auth.uid() is not null)',
	],
	[
		'its bearer can write',
		`alter policy "Members read reference data" on public.fund using ((select auth.jwt()) is null)`,
	],
	['eyes of who asks', 'create view reporting.slip as select code from public.fund'],
	['materialised', 'create materialized view reporting.slip as select code from public.fund'],
	[
		"owner's rights",
		'create function private.slip() returns int language sql security definer as $$ select 1 $$',
	],
	['others may call', 'create function public.slip() returns int language sql as $$ select 1 $$'],
	['called by the anonymous', 'grant execute on function public.accept_invitation(text) to anon'],
	['granted to everyone', 'grant execute on function public.accept_invitation(text) to public'],
	['no right on any table', 'grant select (code) on public.fund to anon'],
	['cannot enter', 'grant usage on schema reporting to anon'],
	['empty a table', 'grant truncate on public.fund to authenticated'],
	['of tomorrow', 'alter default privileges in schema reporting grant select on tables to authenticated'],
	['triggers alone', 'grant update on reporting.cell to authenticated'],
	['index that begins', 'drop index public.project_parent'],
	['says what it is for', 'comment on table public.fund is null'],
	['sentences', 'alter policy "Members read reference data" on public.fund rename to fund_select'],
	[
		'before and after',
		'create policy "Change them" on public.report for update to authenticated using (id is null)',
	],
];

describe('the rules themselves', () => {
	it.each(slips)('"%s" sees %s', async (part, slip) => {
		const rule = rules.find((candidate) => candidate.rule.includes(part));
		const found = await database.inRole('service_role', undefined, async (sql) => {
			await sql.run(`reset role; ${slip}`);
			return sql.query(String(rule?.offenders));
		});
		expect(found.length).toBeGreaterThan(0);
	});
});
