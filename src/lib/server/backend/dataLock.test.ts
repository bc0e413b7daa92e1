import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLock, takeLock } from './dataLock.ts';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'waymark-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a folder is taken once and given back', async () => {
	const giveBack = await takeLock(folder, 'http://127.0.0.1:3000');
	await expect(takeLock(folder, undefined)).rejects.toThrow(
		/in use by Waymark at http:\/\/127\.0\.0\.1:3000/,
	);
	expect(await readLock(folder)).toMatchObject({ pid: process.pid, address: 'http://127.0.0.1:3000' });
	await giveBack();
	expect(await readLock(folder)).toBeUndefined();
	await (
		await takeLock(folder, undefined)
	)();
});

test('the lock of a killed process is set aside', async () => {
	const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
	await once(child, 'spawn');
	await writeFile(join(folder, 'lock.json'), JSON.stringify({ pid: child.pid }));
	await expect(takeLock(folder, undefined)).rejects.toThrow(/in use/);
	child.kill('SIGKILL');
	await once(child, 'exit');
	const giveBack = await takeLock(folder, undefined);
	await giveBack();
	expect(await readdir(folder)).toEqual([]);
});

test('a later process with the same number does not hold the folder', async () => {
	await writeFile(join(folder, 'lock.json'), JSON.stringify({ pid: process.pid, began: '1' }));
	await (
		await takeLock(folder, undefined)
	)();
});

test('a damaged lock does not hold the folder', async () => {
	await writeFile(join(folder, 'lock.json'), '{"pid":');
	await (
		await takeLock(folder, undefined)
	)();
});

test('of many that ask at once, one gets it', async () => {
	await writeFile(join(folder, 'lock.json'), JSON.stringify({ pid: process.pid, began: '1' }));
	const asked = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(folder, undefined)));
	expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
