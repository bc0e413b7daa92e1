import * as v from 'valibot';
import type { Backend } from '../backend/backend.ts';
import { readMigrations } from '../backend/migrations.ts';

const report = v.object({
	migrations: v.array(v.string()),
	unprotected_tables: v.array(v.string()),
	tables_open_to_all: v.array(v.string()),
	postgres: v.string(),
});

/** What a database says about its own state. */
export type Health = {
	/** Migrations of this version of Waymark that the database lacks, as their file names without ending. */
	readonly missingMigrations: readonly string[];
	/** Tables that the API exposes without row security: there should be none. */
	readonly unprotectedTables: readonly string[];
	/** Tables that the publishable key alone may read or write: there should be none. */
	readonly tablesOpenToAll: readonly string[];
	/** The version of PostgreSQL. */
	readonly postgres: string;
};

/** Whether the database answers a question that costs it nothing. */
export async function databaseAnswers(backend: Pick<Backend, 'serviceClient'>): Promise<boolean> {
	const { error } = await backend.serviceClient().from('programme').select('id').limit(1);
	return error === null;
}

/** Asks a database for its state; undefined where it lacks the very function to ask. @throws when it does not answer */
export async function readHealth(backend: Pick<Backend, 'serviceClient'>): Promise<Health | undefined> {
	const { data, error } = await backend.serviceClient().schema('reporting').rpc('doctor');
	if (error?.code === 'PGRST202') return undefined;
	if (error) throw error;
	const found = v.parse(report, data);
	const missing = (await readMigrations()).filter(({ version }) => !found.migrations.includes(version));
	return {
		missingMigrations: missing.map(({ version, name }) => `${version}_${name}`),
		unprotectedTables: found.unprotected_tables,
		tablesOpenToAll: found.tables_open_to_all,
		postgres: found.postgres,
	};
}
