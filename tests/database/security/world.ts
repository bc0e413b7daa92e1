// The rows that everybody tries to reach. Each says what it is about, in the words design.md's roles use.
import type { Sql } from '../../../src/lib/server/backend/sql.ts';
import { entryRows } from './worldEntry.ts';
import { evidenceRows } from './worldEvidence.ts';
import { figureRows } from './worldFigures.ts';
import { memberRows } from './worldMembers.ts';
import type { Organisation, Programme } from './people.ts';
import { structureRows } from './worldStructure.ts';

/** What a row is about; a right is judged by this alone. */
export type About = {
	readonly programme?: Programme;
	/** The partners whose own it is. */
	readonly organisations?: readonly Organisation[];
	/** The partners of the project it stands in, where they are more than those whose own it is. */
	readonly implementers?: readonly Organisation[];
	readonly sensitive?: boolean;
	readonly state?: 'draft' | 'submitted' | 'returned' | 'in force' | 'superseded';
	/** An activity whose people stand in a figure. */
	readonly counted?: boolean;
	/** The person it belongs to. */
	readonly person?: string;
	readonly accepted?: boolean;
};

export type Row = {
	readonly table: string;
	readonly label: string;
	readonly about: About;
	/** As PostgreSQL writes them in JSON: a row is found again by them. */
	readonly values: Readonly<Record<string, unknown>>;
};

export const world: readonly Row[] = [
	...structureRows(),
	...figureRows(),
	...entryRows(),
	...evidenceRows(),
	...memberRows(),
];

/** The tables that have rows here. */
export const tables: readonly string[] = [...new Set(world.map((row) => row.table))];

export function rowsOf(table: string): readonly Row[] {
	return world.filter((row) => row.table === table);
}

/** Enters the world as the database's owner, past triggers, so that no rule but row security is at work. */
export async function enterWorld(sql: Sql): Promise<void> {
	await sql.transaction(async (session) => {
		await session.run('set local session_replication_role = replica');
		for (const table of tables) {
			for (const row of rowsOf(table))
				await session.query(insertInto(table, [row]), [JSON.stringify(row.values)]);
		}
	});
}

/** Adds one row to a table, with the columns that these rows name; `$1` is its values. */
export function insertInto(table: string, rows: readonly Row[]): string {
	const columns = [...new Set(rows.flatMap((row) => Object.keys(row.values)))].join(', ');
	return `insert into ${table} (${columns}) overriding system value
		select ${columns} from jsonb_populate_record(null::${table}, $1::jsonb)`;
}
