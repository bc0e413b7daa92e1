import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testSecrets } from '../../support/database.ts';
import { idOf } from './idOf.ts';
import type { OpenWorld } from './openWorld.ts';
import { openWorld } from './openWorld.ts';
import { people, userIdOf } from './people.ts';
import { rowsOf, tables } from './world.ts';

let world: OpenWorld;

beforeAll(async () => {
	world = await openWorld();
});
afterAll(() => world.close());

type Asked = {
	readonly method?: string;
	readonly schema?: string;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
};

/** A plain request to the API with the publishable key: what anybody on the network can send. */
async function ask(path: string, { method = 'GET', schema = 'public', body, headers = {} }: Asked = {}) {
	const response = await world.database.backend.fetch(`${world.database.backend.url}${path}`, {
		method,
		headers: {
			apikey: testSecrets.publishableKey,
			'accept-profile': schema,
			'content-profile': schema,
			'content-type': 'application/json',
			prefer: 'return=representation',
			...headers,
		},
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	return { status: response.status, text: await response.text() };
}

async function tokenOf(claims: Record<string, unknown>, secret: string): Promise<string> {
	return new SignJWT(claims)
		.setProtectedHeader({ alg: 'HS256' })
		.setIssuedAt()
		.setExpirationTime('1h')
		.sign(new TextEncoder().encode(secret));
}

async function bearerOf(name: string): Promise<Record<string, string>> {
	const token = await tokenOf({ sub: userIdOf(name), role: 'authenticated' }, testSecrets.jwtSecret);
	return { authorization: `Bearer ${token}` };
}

function functionsOf(schema: string): Promise<{ name: string; parameters: string[] | null }[]> {
	return world.database.sql.query(
		`select p.proname as name, p.proargnames[1:p.pronargs] as parameters
		from pg_proc p join pg_namespace n on n.oid = p.pronamespace
		where n.nspname = $1 and p.prorettype <> 'trigger'::regtype`,
		[schema],
	);
}

describe('anybody with the publishable key alone', () => {
	it.each(tables)('gets nothing done with %s', async (table) => {
		const [schema, name] = table.split('.');
		const path = `/rest/v1/${name}`;
		// without an id, because the record numbers its rows itself
		const row = { ...rowsOf(table)[0]?.values };
		delete row['id'];
		const [column] = Object.keys(row);
		const found = `${path}?${column}=not.is.null`;
		const answers = [
			await ask(path, { schema: String(schema) }),
			await ask(path, { schema: String(schema), method: 'POST', body: row }),
			await ask(found, { schema: String(schema), method: 'PATCH', body: { [String(column)]: null } }),
			await ask(found, { schema: String(schema), method: 'DELETE' }),
		];
		for (const { status, text } of answers) {
			expect([401, 403], text).toContain(status);
			expect(text).toMatch(/permission denied/);
		}
	});

	it.each(['public', 'reporting'])('calls no function of %s', async (schema) => {
		const functions = await functionsOf(schema);
		expect(functions.length).toBeGreaterThan(0);
		for (const { name, parameters } of functions) {
			const body = Object.fromEntries((parameters ?? []).map((parameter) => [parameter, null]));
			const { status, text } = await ask(`/rest/v1/rpc/${name}`, { schema, method: 'POST', body });
			// 404: it takes a table's row, which no request can be
			expect([401, 403, 404], `${name}: ${text}`).toContain(status);
		}
	});
});

describe('a request without a key, or with a token that is not genuine', () => {
	it('is turned away', async () => {
		const forged = await tokenOf(
			{ sub: userIdOf('admin'), role: 'service_role' },
			'another secret, just as long as ours',
		);
		const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged.split('.')[1]}.`;
		for (const headers of [
			{ apikey: '' },
			{ apikey: 'sb_secret_guessed' },
			{ authorization: `Bearer ${forged}` },
			{ authorization: `Bearer ${unsigned}` },
		]) {
			const { status, text } = await ask('/rest/v1/programme', { headers });
			expect(status, JSON.stringify(headers)).toBe(401);
			expect(text).not.toContain('north');
		}
	});
});

describe('somebody signed in', () => {
	const hidden = ['private', 'auth', 'storage', 'supabase_migrations', 'pg_catalog', 'information_schema'];

	it.each(hidden)('does not reach the schema %s', async (schema) => {
		const headers = await bearerOf('admin');
		for (const path of [
			'effective_observation',
			'users',
			'objects',
			'schema_migrations',
			'pg_class',
			'tables',
		]) {
			const { status } = await ask(`/rest/v1/${path}`, { schema, headers });
			expect(status).toBe(406);
		}
	});

	it('does not call helpers, nor what sets a session up', async () => {
		const headers = await bearerOf('admin');
		const setting = { setting_name: 'waymark.loading', new_value: 'on', is_local: false };
		for (const schema of ['public', 'reporting', 'private', 'pg_catalog']) {
			for (const [name, body] of [
				['set_config', setting],
				['is_admin', {}],
				['upsert_rows', { p_table: 'fund', p_rows: [] }],
				['refresh_figures', { p_series: [] }],
			] as const) {
				const { status } = await ask(`/rest/v1/rpc/${name}`, { schema, method: 'POST', body, headers });
				expect([404, 406], `${schema}.${name}`).toContain(status);
			}
		}
	});

	it('does not load a change set, whoever it is', async () => {
		for (const { name } of people) {
			const client = await world.as(name);
			const { error } = await client.rpc('load_change_set', { change_set: { tables: {} } });
			expect(error, name).not.toBeNull();
		}
		const { error } = await world.database.asService().rpc('load_change_set', { change_set: { tables: {} } });
		expect(error).toBeNull();
	});

	it('is recorded even in a session that says it is loading', async () => {
		const seen = await world.database.inRole('authenticated', userIdOf('manager of north'), async (sql) => {
			await sql.query(`select set_config('waymark.loading', 'on', true)`);
			await sql.query(`update public.programme set name = 'Renamed' where id = $1`, [idOf('north')]);
			await sql.run('reset role');
			return sql.query(
				`select actor from public.audit_log where table_name = 'programme' and command = 'UPDATE'`,
			);
		});
		expect(seen).toEqual([{ actor: userIdOf('manager of north') }]);
	});

	it('does not read accounts, migrations or files past the API', async () => {
		for (const table of ['auth.users', 'auth.sessions', 'supabase_migrations.schema_migrations']) {
			const read = world.database.inRole('authenticated', userIdOf('admin'), (sql) =>
				sql.query(`select from ${table}`),
			);
			await expect(read, table).rejects.toMatchObject({ code: '42501' });
		}
	});

	it('finds no uploaded file that a policy does not name', async () => {
		const open = await world.database.sql.query(
			`select relname from pg_class
			where relnamespace = 'storage'::regnamespace and relkind = 'r' and not relrowsecurity`,
		);
		expect(open).toEqual([]);
	});

	it('gains nothing by what it writes about itself at sign-up', async () => {
		const client = world.database.asAnonymous();
		const claimed = { role: 'service_role', app_metadata: { role: 'admin' }, is_admin: true };
		const { error } = await client.auth.signUp({
			email: 'climber@example.org',
			password: 'a password long enough',
			options: { data: claimed },
		});
		expect(error).toBeNull();
		await client.auth.updateUser({ data: claimed });
		for (const table of ['programme', 'membership', 'series', 'audit_log', 'country'] as const) {
			const { data, error: refused } = await client.from(table).select('*');
			expect(refused ?? data, table).toEqual([]);
		}
		const { error: raised } = await client
			.from('membership')
			.insert({ user_id: idOf('whoever'), role: 'admin' });
		expect(raised?.code).toBe('42501');
	});

	it('finds no more by joining tables than by reading them', async () => {
		const donor = await world.as('donor of north');
		const { data, error } = await donor
			.from('report_revision')
			.select('id, report(id), observation(id, breakdown(id, breakdown_part(value)))');
		expect(error).toBeNull();
		const figures = data?.flatMap((revision) => revision.observation);
		const expected = rowsOf('public.observation')
			.filter(
				({ about }) => about.programme === 'north' && about.state === 'in force' && about.sensitive === false,
			)
			.map(({ values }) => values['id']);
		expect(figures?.map((figure) => figure.id).sort()).toEqual(expected.sort());
		const strangers = await (await world.as('stranger')).from('report_revision').select('id, report(id)');
		expect(strangers.data).toEqual([]);
	});

	it('reads no other person, but managers those of their programmes', async () => {
		const namesFor = async (name: string) => {
			const { data, error } = await (await world.as(name)).from('person').select('name').order('name');
			expect(error).toBeNull();
			return data?.map((person) => person.name);
		};
		for (const name of ['stranger', 'donor of north', 'partner alpha', 'staff of north']) {
			expect(await namesFor(name)).toEqual([name]);
		}
		expect(await namesFor('manager of south')).toEqual([
			'donor of south',
			'manager of south',
			'partner gamma',
		]);
	});
});
