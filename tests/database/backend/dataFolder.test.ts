import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbedded } from '../../../src/lib/server/backend/embedded.ts';
import { readSettings } from '../../../src/lib/server/settings.ts';
import { runCli } from '../../support/waymarkProcess.ts';

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'waymark-data-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a data folder keeps its people, keys and sessions between runs, and is opened once at a time', async () => {
	const settings = readSettings({ WAYMARK_DATA: folder });
	const first = await openEmbedded(settings, false);
	const person = { email: 'kept@example.org', password: 'long enough a password' };
	expect((await first.client().auth.signUp(person)).error).toBeNull();

	const second = await runCli('waymark.ts', ['migrate'], { WAYMARK_DATA: folder });
	expect(second.code).toBe(1);
	expect(second.stderr).toMatch(/^The data folder .* is in use by another command/);
	await first.close();

	const later = await openEmbedded(settings, false);
	expect(later.publishableKey).toBe(first.publishableKey);
	expect((await later.client().auth.signInWithPassword(person)).error).toBeNull();
	await later.close();
});
