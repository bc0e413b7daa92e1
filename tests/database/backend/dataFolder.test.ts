import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp, restore } from '../../../src/cli/archive.ts';
import { openEmbedded } from '../../../src/lib/server/backend/embedded.ts';
import { readSettings } from '../../../src/lib/server/settings.ts';
import { runCli } from '../../support/waymarkProcess.ts';

let parent: string;
let folder: string;

beforeAll(async () => {
	parent = await mkdtemp(join(tmpdir(), 'waymark-data-'));
	folder = join(parent, 'data');
});
afterAll(() => rm(parent, { recursive: true }));

test('a data folder keeps its people, keys and sessions between runs, and is opened once at a time; a backup of it too', async () => {
	const settings = readSettings({ WAYMARK_DATA: folder });
	const first = await openEmbedded(settings, false);
	const person = { email: 'kept@example.org', password: 'long enough a password' };
	expect((await first.client().auth.signUp(person)).error).toBeNull();

	const second = await runCli('waymark.ts', ['migrate'], { WAYMARK_DATA: folder });
	expect(second.code).toBe(1);
	expect(second.stderr).toMatch(/^The data folder .* is in use by another command/);
	await first.close();

	const file = join(parent, 'backup.tar.gz');
	await backUp(folder, file);
	expect((await stat(file)).mode & 0o777).toBe(0o600);
	const elsewhere = join(parent, 'restored');
	await restore(file, elsewhere);
	await expect(restore(file, elsewhere)).rejects.toThrow(/is not empty/);

	const later = await openEmbedded(readSettings({ WAYMARK_DATA: elsewhere }), false);
	expect(later.publishableKey).toBe(first.publishableKey);
	expect((await later.client().auth.signInWithPassword(person)).error).toBeNull();
	await later.close();
});

test('a file that is no backup leaves the folder empty', async () => {
	const file = join(parent, 'notes.txt');
	await writeFile(file, 'not an archive');
	const elsewhere = join(parent, 'empty');
	await expect(restore(file, elsewhere)).rejects.toThrow(/cannot be read as a backup/);
	expect(await readdir(elsewhere)).toEqual([]);
});
