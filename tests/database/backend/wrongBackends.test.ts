import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBackend } from '../../../src/lib/server/backend/open.ts';
import { readSettings } from '../../../src/lib/server/settings.ts';
import { freePort } from '../../support/freePort.ts';
import { runCli } from '../../support/waymarkProcess.ts';

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'waymark-wrong-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function endOf(env: Record<string, string>): Promise<string> {
	const { code, stderr } = await runCli('waymark.ts', ['doctor'], { WAYMARK_DATA: folder, ...env });
	expect(code).toBe(1);
	expect(stderr.trim().split('\n')).toHaveLength(1);
	return stderr.trim();
}

const keys = { SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x', SUPABASE_SECRET_KEY: 'sb_secret_x' };

describe('a wrong backend ends the start with one line', () => {
	test('a PostgreSQL server that is not there', async () => {
		const port = await freePort();
		expect(await endOf({ DATABASE_URL: `postgres://u:hidden@127.0.0.1:${port}/x` })).toBe(
			`DATABASE_URL: 127.0.0.1:${port} refuses the connection: PostgreSQL may not be running there.`,
		);
	});

	test('a Supabase project that is not there', async () => {
		const url = `http://127.0.0.1:${await freePort()}`;
		expect(await endOf({ SUPABASE_URL: url, ...keys })).toBe(`SUPABASE_URL: ${url} cannot be reached.`);
	});

	test.each([
		['another web site', [404], /does not answer as Supabase \(404\)/],
		['a wrong publishable key', [401], /^SUPABASE_PUBLISHABLE_KEY: .* refuses it/],
		['a wrong secret key', [200, 401], /^SUPABASE_SECRET_KEY: .* refuses it/],
		['a schema that is not exposed', [200, 406], /no schema "reporting": run `supabase db push`/],
		['missing migrations', [200, 200, 404], /lacks migrations \(all\): run `supabase db push`/],
	])('%s', async (_name, statuses, line) => {
		const project = await answering(statuses);
		const { port } = project.address() as AddressInfo;
		const settings = readSettings({ SUPABASE_URL: `http://127.0.0.1:${port}`, ...keys });
		await expect(openBackend(settings, false)).rejects.toThrow(line);
		project.close();
	});
});

/** A server that answers its requests with these statuses, one after the other. */
async function answering(statuses: readonly number[]): Promise<Server> {
	const left = [...statuses];
	const server = createServer((_request, response) => {
		response.statusCode = left.shift() ?? 500;
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ code: 'PGRST202', message: 'no such function' }));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return server;
}
