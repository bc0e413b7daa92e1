import type { Database } from '../database.types.ts';

type PublicTables = Database['public']['Tables'];
type TableName = keyof PublicTables;
/** A row as the loader takes it; an indicator's family is the database's own doing. */
export type Row<T extends TableName> = Omit<PublicTables[T]['Insert'], 'family_id'>;

/** The rows of a change set by table, as `load_change_set` takes them. */
export type Tables = { readonly [T in TableName]?: readonly Row<T>[] };

/** Rows for one project, indicator or report: spread over several tables. */
export function mergeTables(parts: readonly Tables[]): Tables {
	const merged: Record<string, unknown[]> = {};
	for (const part of parts) {
		for (const [table, rows] of Object.entries(part)) (merged[table] ??= []).push(...rows);
	}
	return merged as Tables;
}
