import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, readMigrations } from '../../../src/lib/server/backend/migrations.ts';
import { readHealth } from '../../../src/lib/server/queries/health.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';

let db: TestDatabase;

beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(() => db.close());

test('a second run applies nothing', async () => {
	expect(await migrate(db.sql, await readMigrations())).toEqual([]);
});

test('the database knows its migrations and protects every exposed table', async () => {
	expect(await readHealth(db.backend)).toEqual({
		missingMigrations: [],
		unprotectedTables: [],
		tablesOpenToAll: [],
		postgres: expect.stringMatching(/^\d+/),
	});
});

test('a migration that fails leaves nothing behind, and says which', async () => {
	const broken = {
		version: '20990101000000',
		name: 'broken',
		script: 'create table public.half (); select 1 / 0;',
	};
	await expect(migrate(db.sql, [broken])).rejects.toThrow(
		/^Migration 20990101000000_broken failed: division by zero/,
	);
	expect(await db.sql.query(`select to_regclass('public.half') as made`)).toEqual([{ made: null }]);
	await expect(migrate(db.sql, [{ ...broken, script: 'select 1;' }])).resolves.toEqual(['20990101000000']);
});

test('a migration edited after it was applied is refused', async () => {
	const [first] = await readMigrations();
	if (!first) throw new Error('There are no migrations.');
	await expect(migrate(db.sql, [{ ...first, script: `${first.script}\n` }])).rejects.toThrow(/was edited/);
});

test('a file that is not named by time and topic is refused', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'waymark-migrations-'));
	await writeFile(join(folder, 'later.sql'), 'select 1;');
	await expect(readMigrations(folder)).rejects.toThrow(/is not named/);
	await rm(folder, { recursive: true });
});
