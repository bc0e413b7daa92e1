import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { access, commands } from './access.ts';
import type { Keys } from './attempt.ts';
import { prepareAttempts, reachedBy } from './attempt.ts';
import { people } from './people.ts';
import { enterWorld, rowsOf, tables } from './world.ts';

let database: TestDatabase;
let keys: Keys;

beforeAll(async () => {
	database = await openTestDatabase();
	keys = await prepareAttempts(database.sql);
	await enterWorld(database.sql);
});
afterAll(() => database.close());

describe('the world of these tests', () => {
	it('has rows and an expectation for each table there is', async () => {
		const present = await database.sql.query<{ name: string }>(
			`select n.nspname || '.' || c.relname as name
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname in ('public', 'reporting') and c.relkind in ('r', 'p')
			order by name`,
		);
		const names = present.map((table) => table.name);
		expect(Object.keys(access).sort()).toEqual(names);
		expect([...tables].sort()).toEqual(names);
	});

	it.each(tables)('has each of its rows once in %s', async (table) => {
		const rows = rowsOf(table);
		const found = await database.sql.query<{ n: number }>(
			`select n::int from jsonb_array_elements($1::jsonb) with ordinality as asked (row_values, n)
			join ${table} as t on to_jsonb(t) @> row_values order by n`,
			[JSON.stringify(rows.map((row) => row.values))],
		);
		expect(found.map(({ n }) => rows[n - 1]?.label)).toEqual(rows.map((row) => row.label));
	});
});

describe.each(Object.entries(access))('%s', (table, rights) => {
	it.each(commands)('%s reaches what each role is given, and nothing else', async (command) => {
		const given = people.map((person) => {
			const reach = rights[command]?.[person.role] ?? (() => false);
			const rows = rowsOf(table).filter((row) => reach(person, row.about));
			return [person.name, rows.map((row) => row.label)];
		});
		expect(await reachedBy(database.sql, keys, people, command, table)).toEqual(Object.fromEntries(given));
	});
});
