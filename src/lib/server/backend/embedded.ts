import { join } from 'node:path';
import { createPgliteConnection } from '@supabase/lite/pglite';
import type { Settings } from '../settings.ts';
import { StartError } from '../startError.ts';
import type { LocalBackend } from './backend.ts';
import { takeLock } from './dataLock.ts';
import { openLite } from './lite.ts';
import { migrate, readMigrations } from './migrations.ts';
import { ensurePlatform } from './platform.ts';
import { ensureDataFolder, ensureSecrets } from './secrets.ts';
import type { Sql } from './sql.ts';
import { sqlOnPglite } from './sql.ts';
import { createTurns } from './turns.ts';

/** How often changes are settled, in milliseconds: PGlite has no process in the background that would. */
const CHECKPOINTS = 60_000;

/**
 * Waymark's own database: PGlite in this process, kept in the data folder.
 * @param serving whether other processes can reach this backend at the settings' origin
 * @throws StartError when the folder is in use, cannot be written or holds no readable database
 */
export async function openEmbedded(settings: Settings, serving: boolean): Promise<LocalBackend> {
	const folder = settings.dataFolder;
	await ensureDataFolder(folder);
	const unlock = await takeLock(folder, serving ? settings.origin : undefined);
	try {
		return await openFolder(settings, unlock);
	} catch (error) {
		await unlock();
		throw error;
	}
}

async function openFolder(settings: Settings, unlock: () => Promise<void>): Promise<LocalBackend> {
	const folder = settings.dataFolder;
	const secrets = await ensureSecrets(folder);
	const connection = await createPgliteConnection({ url: join(folder, 'db') });
	try {
		await connection.driver.waitReady;
	} catch (error) {
		throw new StartError(
			`The database in ${join(folder, 'db')} cannot be opened: restore it from a backup.`,
			{
				cause: error,
			},
		);
	}
	const inTurn = createTurns();
	const sql = sqlOnPglite(connection.driver, inTurn);
	try {
		await ensurePlatform(sql);
		const applied = await migrate(sql, await readMigrations());
		if (applied.length > 0) await checkpoint(sql);
		const tidy = setInterval(() => void checkpoint(sql), CHECKPOINTS);
		tidy.unref();
		return await openLite({
			kind: 'embedded',
			connection,
			sql,
			secrets,
			settings,
			uploads: join(folder, 'uploads'),
			inTurn,
			close: async () => {
				clearInterval(tidy);
				await inTurn(() => connection.close());
				await unlock();
			},
		});
	} catch (error) {
		await connection.close();
		throw error;
	}
}

/** Settles what was written: a process killed before would replay all of it when it starts again. */
async function checkpoint(sql: Sql): Promise<void> {
	try {
		await sql.run('checkpoint');
	} catch (error) {
		// The next one makes up for it; what was written is safe without.
		console.error('The database could not settle its changes:', error);
	}
}
