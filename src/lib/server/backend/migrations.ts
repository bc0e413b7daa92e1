import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../startError.ts';
import type { Sql } from './sql.ts';

/** One file of `supabase/migrations`: `<14 digits>_<topic>.sql`. */
export type Migration = { readonly version: string; readonly name: string; readonly script: string };

/** Where the migrations are; the process runs in the repository's folder. */
export const migrationsFolder = 'supabase/migrations';

/** Any number no other program is likely to lock on: two servers that start at once migrate one after the other. */
const LOCK = 720_226_110;

/** Reads the migrations of a folder in the order of their versions. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
	const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
	return Promise.all(
		files.map(async (file) => {
			const [, version, name] = /^(\d{14})_(\w+)\.sql$/.exec(file) ?? [];
			if (version === undefined || name === undefined) {
				throw new StartError(`${join(folder, file)} is not named <14 digits>_<topic>.sql.`);
			}
			return { version, name, script: await readFile(join(folder, file), 'utf8') };
		}),
	);
}

/**
 * Applies what is missing, each migration in one transaction with its row of history, which the Supabase
 * command line reads and writes too.
 * @returns the versions applied now
 * @throws StartError when a migration fails, or was edited after it had been applied
 */
export async function migrate(sql: Sql, migrations: readonly Migration[]): Promise<string[]> {
	await sql.run(`
		create schema if not exists supabase_migrations;
		create table if not exists supabase_migrations.schema_migrations (
			version text primary key,
			statements text[],
			name text
		);
	`);
	const history = await sql.query<{ version: string; statements: string[] | null }>(
		'select version, statements from supabase_migrations.schema_migrations',
	);
	const applied = new Map(history.map((row) => [row.version, row.statements]));
	const now: string[] = [];
	for (const migration of migrations) {
		if (applied.has(migration.version)) refuseEdited(migration, applied.get(migration.version));
		else if (await apply(sql, migration)) now.push(migration.version);
	}
	return now;
}

function refuseEdited(migration: Migration, statements: string[] | null | undefined): void {
	// The Supabase command line stores one entry per statement; only our own single entry can be compared.
	if (statements?.length !== 1 || statements[0] === migration.script) return;
	throw new StartError(
		`Migration ${migration.version}_${migration.name} was edited after this database had it: use a new database.`,
	);
}

function apply(sql: Sql, migration: Migration): Promise<boolean> {
	return sql.transaction(async (session) => {
		await session.query('select pg_advisory_xact_lock($1)', [LOCK]);
		const rows = await session.query(
			`insert into supabase_migrations.schema_migrations (version, name, statements)
			values ($1, $2, array[$3::text]) on conflict do nothing returning version`,
			[migration.version, migration.name, migration.script],
		);
		if (rows.length === 0) return false;
		try {
			await session.run(migration.script);
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			throw new StartError(`Migration ${migration.version}_${migration.name} failed: ${reason}.`, {
				cause: error,
			});
		}
		return true;
	});
}
