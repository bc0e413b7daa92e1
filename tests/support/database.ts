import { randomUUID } from 'node:crypto';
import { createPgliteConnection } from '@supabase/lite/pglite';
import { SignJWT } from 'jose';
import type { LocalBackend, WaymarkClient } from '../../src/lib/server/backend/backend.ts';
import { openLite } from '../../src/lib/server/backend/lite.ts';
import type { Migration } from '../../src/lib/server/backend/migrations.ts';
import { readMigrations } from '../../src/lib/server/backend/migrations.ts';
import { connectToServer } from '../../src/lib/server/backend/serverConnection.ts';
import { sqlOnPglite, sqlOnPostgres } from '../../src/lib/server/backend/sql.ts';
import type { Sql } from '../../src/lib/server/backend/sql.ts';
import { createTurns } from '../../src/lib/server/backend/turns.ts';
import { readSettings } from '../../src/lib/server/settings.ts';
import { TEMPLATE } from './postgresTemplate.ts';
import { snapshotOf } from './snapshot.ts';

/** The secrets of every test database. */
export const testSecrets = {
	jwtSecret: 'a secret of the tests that is long enough to sign with',
	publishableKey: 'sb_publishable_of_the_tests_00000000',
	secretKey: 'sb_secret_of_the_tests_00000000',
};

/** A migrated database for one test file, with the same API as the application's. */
export type TestDatabase = {
	readonly backend: LocalBackend;
	/** Plain SQL as the owner, whom row security does not hold. */
	readonly sql: Sql;
	/** Adds a person to auth.users and returns the id; no membership yet. */
	createUser(email: string): Promise<string>;
	/** A supabase-js client that acts as this person. */
	asUser(userId: string): Promise<WaymarkClient>;
	/** A supabase-js client with the publishable key alone. */
	asAnonymous(): WaymarkClient;
	/** A supabase-js client with the secret key. */
	asService(): WaymarkClient;
	/** Runs statements as a role and person in a transaction that is undone: for rights that the API does not reach. */
	inRole<T>(
		role: 'anon' | 'authenticated' | 'service_role',
		userId: string | undefined,
		work: (sql: Sql) => Promise<T>,
	): Promise<T>;
	close(): Promise<void>;
};

/**
 * Opens an in-memory database with all migrations applied, or with the ones given. In the vitest project `postgres`
 * the same suites get a database of their own on a PostgreSQL server instead.
 * @param uploads a folder for uploaded files; without one there is no storage
 */
export async function openTestDatabase(
	migrations?: readonly Migration[],
	uploads?: string,
): Promise<TestDatabase> {
	const server = process.env['WAYMARK_TEST_POSTGRES'];
	if (server !== undefined && migrations === undefined) return testDatabaseOn(await openOnServer(server));
	const loadDataDir = await snapshotOf(migrations ?? (await readMigrations()));
	const connection = await createPgliteConnection({ pgliteOptions: { loadDataDir } });
	const inTurn = createTurns();
	const backend = await openLite({
		kind: 'embedded',
		connection,
		sql: sqlOnPglite(connection.driver, inTurn),
		secrets: testSecrets,
		settings: readSettings({}),
		uploads,
		inTurn,
		close: () => inTurn(() => connection.close()),
	});
	return testDatabaseOn(backend);
}

/** A copy of the server's migrated template, dropped with the server when the tests are over. */
async function openOnServer(server: string): Promise<LocalBackend> {
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	const owner = connectToServer(server, 1);
	await owner.driver.unsafe(`create database ${name} template ${TEMPLATE}`);
	await owner.close();
	const url = new URL(server);
	url.pathname = name;
	const connection = connectToServer(url.href, 4);
	return openLite({
		kind: 'postgres',
		connection,
		sql: sqlOnPostgres(connection.driver),
		secrets: testSecrets,
		settings: readSettings({}),
		uploads: undefined,
		inTurn: (work) => work(),
		close: () => connection.close(),
	});
}

/** The helpers of a test database on any backend whose secrets are the tests'. */
export function testDatabaseOn(backend: LocalBackend): TestDatabase {
	const { sql } = backend;
	return {
		backend,
		sql,
		createUser: async (email) => {
			const id = randomUUID();
			await sql.query(
				`insert into auth.users (id, aud, role, email, email_confirmed_at)
				values ($1, 'authenticated', 'authenticated', $2, now())`,
				[id, email],
			);
			return id;
		},
		asUser: async (userId) => backend.client(await tokenOf(userId)),
		asAnonymous: () => backend.client(),
		asService: () => backend.serviceClient(),
		inRole: (role, userId, work) => undone(sql, role, userId, work),
		close: () => backend.close(),
	};
}

function tokenOf(userId: string): Promise<string> {
	return new SignJWT({ role: 'authenticated', aud: 'authenticated' })
		.setProtectedHeader({ alg: 'HS256' })
		.setSubject(userId)
		.setIssuedAt()
		.setExpirationTime('1h')
		.sign(new TextEncoder().encode(testSecrets.jwtSecret));
}

class Undo<T> extends Error {
	readonly result: T;
	constructor(result: T) {
		super('undo');
		this.result = result;
	}
}

async function undone<T>(
	sql: Sql,
	role: string,
	userId: string | undefined,
	work: (sql: Sql) => Promise<T>,
): Promise<T> {
	try {
		return await sql.transaction(async (session) => {
			const claims = JSON.stringify({ role, ...(userId !== undefined && { sub: userId }) });
			await session.query(`select set_config('request.jwt.claims', $1, true)`, [claims]);
			await session.run(`set local role ${role}`);
			throw new Undo(await work(session));
		});
	} catch (error) {
		if (error instanceof Undo) return error.result as T;
		throw error;
	}
}
