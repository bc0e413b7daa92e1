import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalBackend } from '../../../src/lib/server/backend/backend.ts';
import { openPostgres } from '../../../src/lib/server/backend/postgres.ts';
import { readHealth } from '../../../src/lib/server/queries/health.ts';
import { readSettings } from '../../../src/lib/server/settings.ts';
import { freePort } from '../../support/freePort.ts';
import { findPostgres, startPostgres } from '../../support/postgresServer.ts';
import type { PostgresServer } from '../../support/postgresServer.ts';

let server: PostgresServer;
let folder: string;
let backend: LocalBackend;

beforeAll(async () => {
	const bin = await findPostgres();
	if (bin === undefined) throw new Error('This file is collected only where PostgreSQL is installed.');
	server = await startPostgres(bin, await freePort());
	folder = await mkdtemp(join(tmpdir(), 'waymark-server-'));
	backend = await open();
});
afterAll(async () => {
	await backend.close();
	await server.stop();
	await rm(folder, { recursive: true });
});

function open(): Promise<LocalBackend> {
	return openPostgres(readSettings({ WAYMARK_DATA: folder, DATABASE_URL: server.url }), server.url);
}

test('the same migrations make the same database on a server', async () => {
	const health = await readHealth(backend);
	expect(health).toMatchObject({ missingMigrations: [], unprotectedTables: [], tablesOpenToAll: [] });
});

test('two servers may start at once', async () => {
	const [one, other] = await Promise.all([open(), open()]);
	expect(one.publishableKey).toBe(other.publishableKey);
	await Promise.all([one.close(), other.close()]);
});

test('people sign up and in, and requests at the same time keep their own roles', async () => {
	const person = { email: 'reader@example.org', password: 'long enough a password' };
	expect((await backend.client().auth.signUp(person)).error).toBeNull();
	const asked = await Promise.all(
		Array.from({ length: 30 }, (_, i) =>
			(i % 2 === 0 ? backend.serviceClient() : backend.client()).from('audit_log').select('id'),
		),
	);
	expect(asked.map(({ status }) => status)).toEqual(asked.map((_, i) => (i % 2 === 0 ? 200 : 401)));
});

test('a database that is not there is named without the password', async () => {
	const url = server.url.replace('/postgres', '/nowhere').replace('waymark@', 'waymark:hidden@');
	if (!url.endsWith('/nowhere')) throw new Error(url);
	await expect(openPostgres(readSettings({ WAYMARK_DATA: folder, DATABASE_URL: url }), url)).rejects.toThrow(
		/^DATABASE_URL: 127\.0\.0\.1:\d+ has no database of that name\.$/,
	);
});
