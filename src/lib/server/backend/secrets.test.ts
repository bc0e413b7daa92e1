import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureDataFolder, ensureSecrets, readSecrets } from './secrets.ts';

let parent: string;
let folder: string;

beforeEach(async () => {
	parent = await mkdtemp(join(tmpdir(), 'waymark-secrets-'));
	folder = join(parent, 'data');
});
afterEach(() => rm(parent, { recursive: true }));

test('secrets are made once, for their owner alone', async () => {
	await ensureDataFolder(folder);
	expect(await readSecrets(folder)).toBeUndefined();
	const [first, second] = await Promise.all([ensureSecrets(folder), ensureSecrets(folder)]);
	expect(second).toEqual(first);
	expect(first.publishableKey).toMatch(/^sb_publishable_/);
	expect(first.secretKey).toMatch(/^sb_secret_/);
	expect((await stat(folder)).mode & 0o777).toBe(0o700);
	expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
});

test('a damaged file is not replaced: every session and key would be lost', async () => {
	await ensureDataFolder(folder);
	await writeFile(join(folder, 'secrets.json'), '{}');
	await expect(ensureSecrets(folder)).rejects.toThrow(/damaged/);
});

test('a folder that cannot be made is named', async () => {
	await writeFile(folder, '');
	await expect(ensureDataFolder(folder)).rejects.toThrow(`The data folder ${folder} cannot be used: EEXIST.`);
});
