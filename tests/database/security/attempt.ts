import type { Sql } from '../../../src/lib/server/backend/sql.ts';
import type { Command } from './access.ts';
import type { Person } from './people.ts';
import { claimsOf } from './people.ts';
import type { Row } from './world.ts';
import { insertInto, rowsOf } from './world.ts';

/** How the rows of each table are told apart: their primary key. */
export type Keys = ReadonlyMap<string, string>;

/**
 * Adds `attempt.outcomes`: each person tries a statement on each row, and it is taken back. Says how many rows it met,
 * or the error's code. Triggers are off, so that nothing but row security answers. All in one call and planned once a person, because row security makes for long plans.
 */
export async function prepareAttempts(sql: Sql): Promise<Keys> {
	await sql.run(`
		create schema attempt;
		create function attempt.outcomes(people jsonb, statement text, candidates jsonb)
		returns table (person text, outcome text)
		language plpgsql set plan_cache_mode = force_generic_plan set session_replication_role = replica as $$
		declare
			asking jsonb;
			candidate jsonb;
			met bigint;
		begin
			execute 'prepare attempted (jsonb) as ' || statement;
			for asking in select jsonb_array_elements(people) loop
				person := asking ->> 'name';
				perform set_config('request.jwt.claims', (asking -> 'claims')::text, true);
				for candidate in select jsonb_array_elements(candidates) loop
					begin
						perform set_config('role', asking #>> '{claims,role}', true);
						execute format('execute attempted (%L)', candidate);
						get diagnostics met = row_count;
						raise exception using errcode = 'UNDO0', message = met;
					exception when others then
						outcome := case sqlstate when 'UNDO0' then sqlerrm || ' rows' else sqlstate end;
					end;
					return next;
				end loop;
			end loop;
			deallocate attempted;
		end $$;
	`);
	const keys = await sql.query<{ name: string; key: string }>(`
		select n.nspname || '.' || c.relname as name, string_agg(a.attname, ', ' order by k.position) as key
		from pg_index i
		join pg_class c on c.oid = i.indrelid
		join pg_namespace n on n.oid = c.relnamespace
		cross join lateral unnest(i.indkey) with ordinality as k (attnum, position)
		join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
		where i.indisprimary and n.nspname in ('public', 'reporting')
		group by name
	`);
	return new Map(keys.map(({ name, key }) => [name, key]));
}

// Row security speaks before keys do: a row that is there already (23505) shows that it let us pass. A prepared insert
// reports no rows.
const allowed: Readonly<Record<Command, readonly string[]>> = {
	select: ['1 rows'],
	insert: ['0 rows', '23505'],
	update: ['1 rows'],
	delete: ['1 rows'],
};
const refused = ['0 rows', '42501'];

/** The labels of the rows of a table that a command reaches in each person's hands. @throws on any other outcome */
export async function reachedBy(
	sql: Sql,
	keys: Keys,
	people: readonly Person[],
	command: Command,
	table: string,
): Promise<Record<string, string[]>> {
	const rows = rowsOf(table);
	const outcomes = await sql.query<{ person: string; outcome: string }>(
		'select person, outcome from attempt.outcomes($1::jsonb, $2, $3::jsonb)',
		[
			JSON.stringify(people.map((person) => ({ name: person.name, claims: claimsOf(person) }))),
			statementOf(command, table, String(keys.get(table))),
			JSON.stringify(rows.map((row) => row.values)),
		],
	);
	return Object.fromEntries(
		people.map(({ name }) => {
			const own = outcomes.filter((row) => row.person === name);
			return [
				name,
				rows.filter((row, n) => isAllowed(name, command, row, own[n]?.outcome)).map((row) => row.label),
			];
		}),
	);
}

function isAllowed(name: string, command: Command, row: Row, outcome: string | undefined): boolean {
	if (outcome !== undefined && allowed[command].includes(outcome)) return true;
	if (outcome !== undefined && refused.includes(outcome)) return false;
	throw new Error(`${name}: ${command} ${row.table} "${row.label}" ended in ${outcome}`);
}

function statementOf(command: Command, table: string, key: string): string {
	// equality with constants, so that the index is used before row security asks its questions of every row
	const found = `(${key}) = (select ${key} from jsonb_populate_record(null::${table}, $1))`;
	const column = Object.keys(rowsOf(table)[0]?.values ?? {}).at(-1);
	switch (command) {
		case 'select':
			return `select 1 from ${table} where ${found}`;
		case 'insert':
			return insertInto(table, rowsOf(table));
		case 'update':
			return `update ${table} set ${column} = ${column} where ${found} returning 1`;
		case 'delete':
			return `delete from ${table} where ${found} returning 1`;
	}
}
