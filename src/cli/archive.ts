import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { takeLock } from '../lib/server/backend/dataLock.ts';
import { ensureDataFolder, readSecrets } from '../lib/server/backend/secrets.ts';
import { StartError } from '../lib/server/startError.ts';

const tar = (...args: string[]) => promisify(execFile)('tar', args);

/**
 * Packs a data folder (database, uploads, secrets) that no server holds into one file, readable by its owner alone.
 * @throws StartError when the folder is in use or holds nothing
 */
export async function backUp(folder: string, file: string): Promise<void> {
	if (!(await readSecrets(folder))) throw new StartError(`There is no Waymark data in ${folder}.`);
	const unlock = await takeLock(folder, undefined);
	try {
		await mkdir(dirname(file), { recursive: true });
		await tar('-czf', file, '--exclude=./lock.json', '-C', folder, '.');
		await chmod(file, 0o600);
	} finally {
		await unlock();
	}
}

/**
 * Unpacks a backup into a data folder that is empty or does not exist.
 * @throws StartError when the folder holds something or the file is no backup; the folder is then as it was
 */
export async function restore(file: string, folder: string): Promise<void> {
	await ensureDataFolder(folder);
	if ((await readdir(folder)).length > 0) {
		throw new StartError(`${folder} is not empty: set WAYMARK_DATA to a new folder.`);
	}
	const unlock = await takeLock(folder, undefined);
	try {
		await unpack(file, folder);
	} catch (error) {
		for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
		throw error;
	} finally {
		await unlock();
	}
}

async function unpack(file: string, folder: string): Promise<void> {
	try {
		await tar('-xzf', file, '-C', folder);
	} catch (error) {
		throw new StartError(`${file} cannot be read as a backup.`, { cause: error });
	}
	if (!(await readSecrets(folder))) throw new StartError(`${file} is not a backup of Waymark.`);
}
