import { inspect } from 'node:util';
import { App, setExperimental } from '@supabase/lite';
import type { Connection } from '@supabase/lite';
import { jwtVerify } from 'jose';
import { shortestPassword } from '../password.ts';
import type { Settings } from '../settings.ts';
import { openTransport } from '../smtp.ts';
import type { Claims, LocalBackend, WaymarkClient } from './backend.ts';
import { clientsOf } from './clients.ts';
import type { Secrets } from './secrets.ts';
import type { Sql } from './sql.ts';
import { createUploads } from './uploads.ts';

type LiteOptions = {
	readonly kind: 'embedded' | 'postgres';
	readonly connection: Connection;
	readonly sql: Sql;
	readonly secrets: Secrets;
	readonly settings: Settings;
	/** Folder for uploaded files; undefined in memory, where there is no storage. */
	readonly uploads: string | undefined;
	/** Lets requests through one at a time where the connection has a single session. */
	readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
	readonly close: () => Promise<void>;
};

/** The Supabase API by @supabase/lite, in this process, on a prepared and migrated database. */
export async function openLite(options: LiteOptions): Promise<LocalBackend> {
	const { connection, secrets, settings, inTurn } = options;
	keepOwnGrants(connection);
	keepValuesOutOfLogs(connection);
	const app = new App({
		connection,
		api: { schemas: ['public', 'reporting'], max_rows: 1000 },
		auth: {
			enabled: true,
			site_url: settings.origin,
			jwt_secret: secrets.jwtSecret,
			publishable_key: secrets.publishableKey,
			secret_key: secrets.secretKey,
			minimum_password_length: shortestPassword,
			email: { enable_confirmations: settings.mail !== undefined },
		},
		storage: { enabled: options.uploads !== undefined },
		// Admin mode would answer requests without a key as service_role.
		options: { server: { admin: false }, ...mailOf(settings) },
	});
	if (options.uploads !== undefined) app._storageAdapter = createUploads(options.uploads);
	await app.init();
	// After init, which prints a banner for each experimental feature that is on.
	setExperimental('storage', options.uploads !== undefined);

	const answer = (request: Request) => inTurn(() => app.fetch(request));
	const fetchHere: typeof fetch = (input, init) => answer(new Request(input, init));
	const key = new TextEncoder().encode(secrets.jwtSecret);
	return {
		kind: options.kind,
		url: settings.origin,
		publishableKey: secrets.publishableKey,
		fetch: fetchHere,
		answer,
		sql: options.sql,
		...clientsOf({ url: settings.origin, ...secrets, fetch: fetchHere }),
		readClaims: (client) => verifyHere(client, key),
		close: options.close,
	};
}

/**
 * The first request would grant everything to anon on every schema with a protected table, undoing what the
 * migrations revoke. Telling the connection that row security is already set up skips that and nothing else:
 * `ensurePlatform` made the roles. Can go once @supabase/lite has a switch for it (0.10 has none).
 */
function keepOwnGrants(connection: Connection): void {
	Object.assign(connection, { rlsState: 'active' });
}

/**
 * The API prints each database error with its query and parameters, which hold people's data. Here an error prints
 * as one line without them.
 */
function keepValuesOutOfLogs(connection: Connection): void {
	const normalize = connection.normalizeDbError.bind(connection);
	connection.normalizeDbError = (error) => {
		const normal = normalize(error);
		if (normal instanceof Error) {
			const code = 'code' in normal ? String(normal.code) : normal.name;
			Object.assign(normal, { [inspect.custom]: () => `The database answered ${code}: ${normal.message}` });
		}
		return normal;
	};
}

// This process signed the token, so it can check it without asking itself over the API (7 ms a page).
async function verifyHere(client: WaymarkClient, key: Uint8Array): Promise<Claims | undefined> {
	const { data } = await client.auth.getSession();
	if (!data.session) return undefined;
	try {
		const { payload } = await jwtVerify(data.session.access_token, key, { algorithms: ['HS256'] });
		if (payload.sub === undefined) return undefined;
		return { sub: payload.sub, email: typeof payload['email'] === 'string' ? payload['email'] : undefined };
	} catch {
		// Expired, forged, or signed by another installation: nobody is signed in.
		return undefined;
	}
}

/** Mails about accounts go the way reminders go; @supabase/lite's own refuses a mail server that asks for no password. */
function mailOf({ mail }: Settings) {
	if (mail === undefined) return {};
	const transport = openTransport(mail);
	const send = async (message: { to: string; subject: string; text?: string; html?: string }) => {
		await transport.sendMail(message);
	};
	return { drivers: { email: { send } } };
}
