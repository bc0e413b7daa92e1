import { join } from 'node:path';
import type { Settings } from '../settings.ts';
import { StartError } from '../startError.ts';
import type { LocalBackend } from './backend.ts';
import { openLite } from './lite.ts';
import { migrate, readMigrations } from './migrations.ts';
import { ensurePlatform } from './platform.ts';
import { ensureDataFolder, ensureSecrets } from './secrets.ts';
import { connectToServer } from './serverConnection.ts';
import { sqlOnPostgres } from './sql.ts';
import type { Sql } from './sql.ts';

/** Views that check the reader's own rights (security_invoker) came with PostgreSQL 15. */
const OLDEST = 150_000;

/**
 * A PostgreSQL server, with the Supabase API in this process. Secrets and uploads are in the data folder.
 * @throws StartError when the server cannot be reached or refuses
 */
export async function openPostgres(settings: Settings, databaseUrl: string): Promise<LocalBackend> {
	await ensureDataFolder(settings.dataFolder);
	const secrets = await ensureSecrets(settings.dataFolder);
	const connection = connectToServer(databaseUrl, 10);
	const sql = sqlOnPostgres(connection.driver);
	try {
		await refuseUnusable(sql, databaseUrl);
		await ensurePlatform(sql);
		await migrate(sql, await readMigrations());
		return await openLite({
			kind: 'postgres',
			connection,
			sql,
			secrets,
			settings,
			uploads: join(settings.dataFolder, 'uploads'),
			inTurn: (work) => work(),
			close: () => connection.close(),
		});
	} catch (error) {
		await connection.close();
		throw error;
	}
}

async function refuseUnusable(sql: Sql, databaseUrl: string): Promise<void> {
	let version: unknown;
	try {
		const rows = await sql.query('show server_version_num');
		version = rows[0]?.['server_version_num'];
	} catch (error) {
		// Host and port only: the address holds a password.
		throw new StartError(`DATABASE_URL: ${new URL(databaseUrl).host || 'the server'} ${reasonOf(error)}.`, {
			cause: error,
		});
	}
	if (Number(version) < OLDEST) throw new StartError('DATABASE_URL: PostgreSQL 15 or later is needed.');
}

function reasonOf(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	switch (code) {
		case 'ECONNREFUSED':
			return 'refuses the connection: PostgreSQL may not be running there';
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return 'is not a known host';
		case 'CONNECT_TIMEOUT':
		case 'ETIMEDOUT':
			return 'does not answer';
		case '28P01':
		case '28000':
			return 'refuses the user or the password';
		case '3D000':
			return 'has no database of that name';
		default:
			return `cannot be used: ${error instanceof Error ? error.message : String(error)}`;
	}
}
