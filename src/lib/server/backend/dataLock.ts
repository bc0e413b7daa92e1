import { readFileSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../startError.ts';
import { createFile } from './createFile.ts';

/** Who holds an embedded data folder. */
export type LockHolder = {
	readonly pid: number;
	/** When that process began, as the system counts: tells it from a later process with the same number. */
	readonly began: string | undefined;
	/** The address it serves on; absent for a command that opened the folder for itself. */
	readonly address: string | undefined;
};

const FILE = 'lock.json';

/** The living process that holds a folder, or undefined: free, or left behind by a process that was killed. */
export async function readLock(folder: string): Promise<LockHolder | undefined> {
	const holder = await readHolder(join(folder, FILE));
	return holder && isAlive(holder) ? holder : undefined;
}

/**
 * Takes a data folder for this process. PGlite must not be opened twice on one folder.
 * @returns a function that gives it back
 * @throws StartError when another process holds it
 */
export async function takeLock(folder: string, address: string | undefined): Promise<() => Promise<void>> {
	const path = join(folder, FILE);
	const mine: LockHolder = { pid: process.pid, began: beginningOf(process.pid), address };
	for (let attempt = 0; attempt < 3; attempt += 1) {
		if (await createFile(path, JSON.stringify(mine))) return () => rm(path, { force: true });
		const holder = await readHolder(path);
		if (holder && isAlive(holder)) throw new StartError(heldBy(folder, holder));
		await setAside(path);
	}
	throw new StartError(`The data folder ${folder} is being taken by another process.`);
}

function heldBy(folder: string, holder: LockHolder): string {
	const who = holder.address ? `Waymark at ${holder.address}` : 'another command';
	return `The data folder ${folder} is in use by ${who} (process ${holder.pid}). Stop it, or set WAYMARK_DATA to another folder.`;
}

// A rename succeeds for one of two processes that found the same stale lock; the other finds the file gone or renewed.
async function setAside(path: string): Promise<void> {
	const stale = `${path}.${process.pid}`;
	try {
		await rename(path, stale);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
		throw error;
	}
	const taken = await readHolder(stale);
	if (taken && isAlive(taken)) await rename(stale, path);
	else await rm(stale, { force: true });
}

async function readHolder(path: string): Promise<LockHolder | undefined> {
	let value: unknown;
	try {
		value = JSON.parse(await readFile(path, 'utf8'));
	} catch {
		// Missing or damaged: nobody can hold it.
		return undefined;
	}
	if (typeof value !== 'object' || value === null) return undefined;
	const { pid, began, address } = value as Record<string, unknown>;
	if (typeof pid !== 'number') return undefined;
	return {
		pid,
		began: typeof began === 'string' ? began : undefined,
		address: typeof address === 'string' ? address : undefined,
	};
}

function isAlive(holder: LockHolder): boolean {
	try {
		process.kill(holder.pid, 0);
	} catch (error) {
		// EPERM: it lives and belongs to someone else.
		if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
	}
	return holder.began === undefined || holder.began === beginningOf(holder.pid);
}

/** Start time of a process in clock ticks since boot, where the system tells (Linux). */
function beginningOf(pid: number): string | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The command name, in brackets, may hold spaces; the start time is the 20th field after it.
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
	} catch {
		return undefined;
	}
}
