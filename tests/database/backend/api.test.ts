import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, testSecrets } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';

let db: TestDatabase;

beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(() => db.close());

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
	return db.backend.fetch(`http://127.0.0.1:3000${path}`, { headers });
}

describe('the API is keyed', () => {
	test.each([
		['no key', {}],
		['a wrong key', { apikey: 'sb_secret_guessed' }],
		['the secret key as a bearer token only', { authorization: `Bearer ${testSecrets.secretKey}` }],
	])('%s is refused', async (_name, headers) => {
		expect((await get('/rest/v1/programme', headers)).status).toBe(401);
		expect((await get('/auth/v1/settings', headers)).status).toBe(401);
	});

	test('a request from this very machine without a key is no administrator', async () => {
		expect((await get('/rest/v1/membership', { host: 'localhost' })).status).toBe(401);
	});

	test('the publishable key alone reads nothing', async () => {
		expect((await get('/rest/v1/programme', { apikey: testSecrets.publishableKey })).status).toBe(401);
	});

	test('a forged session is refused', async () => {
		const forged = 'eyJhbGciOiJub25lIn0.eyJyb2xlIjoic2VydmljZV9yb2xlIn0.';
		const headers = { apikey: testSecrets.publishableKey, authorization: `Bearer ${forged}` };
		expect((await get('/rest/v1/programme', headers)).status).toBeGreaterThanOrEqual(400);
	});

	test('the secret key is refused in a browser', async () => {
		const headers = { apikey: testSecrets.secretKey, 'user-agent': 'Mozilla/5.0 (X11)' };
		expect((await get('/rest/v1/programme', headers)).status).toBe(401);
	});

	test('the schema of helpers is not exposed', async () => {
		const headers = { apikey: testSecrets.secretKey, 'accept-profile': 'private' };
		expect((await get('/rest/v1/programme', headers)).status).toBe(406);
	});
});

test('requests at the same time keep their own roles', async () => {
	const asked = await Promise.all(
		Array.from({ length: 30 }, (_, i) =>
			i % 2 === 0
				? db.asService().from('audit_log').select('id')
				: db.asAnonymous().from('audit_log').select('id'),
		),
	);
	expect(asked.map(({ status }) => status)).toEqual(asked.map((_, i) => (i % 2 === 0 ? 200 : 401)));
});

test('requests grant nothing: the migrations alone say who may do what', async () => {
	await db.asAnonymous().from('programme').select('id');
	const grants = await db.sql.query(
		`select table_schema, table_name from information_schema.role_table_grants
		where grantee = 'anon' and table_schema not in ('storage', 'pg_catalog', 'information_schema')`,
	);
	expect(grants).toEqual([]);
});

test('a session of this installation is read without asking the API; a foreign one is nobody', async () => {
	const client = db.backend.client();
	const { error } = await client.auth.signUp({
		email: 'reader@example.org',
		password: 'long enough a password',
	});
	expect(error).toBeNull();
	const user = await client.auth.getUser();
	expect(await db.backend.readClaims(client)).toEqual({
		sub: user.data.user?.id,
		email: 'reader@example.org',
	});
	await client.auth.signOut({ scope: 'local' });
	expect(await db.backend.readClaims(client)).toBeUndefined();
});
