import type { BackendSettings } from '../settings.ts';
import { readHealth } from '../queries/health.ts';
import { StartError } from '../startError.ts';
import type { Backend, Claims, WaymarkClient } from './backend.ts';
import { clientsOf } from './clients.ts';

/** How long a project may take to answer the first question, in milliseconds. */
const PATIENCE = 10_000;

/**
 * A Supabase project, hosted or self-hosted, reached over the network by supabase-js alone.
 * @throws StartError when it does not answer, refuses a key, or lacks the migrations
 */
export async function openSupabase(settings: BackendSettings & { kind: 'supabase' }): Promise<Backend> {
	const { url, publishableKey, secretKey } = settings;
	await refuseUnusable(settings);
	const clients = clientsOf({ url, publishableKey, secretKey, fetch });
	const health = await readHealth(clients);
	const missing = health?.missingMigrations ?? ['all'];
	if (missing.length > 0) {
		throw new StartError(`${url} lacks migrations (${missing.join(', ')}): run \`supabase db push\`.`);
	}
	return {
		kind: 'supabase',
		url,
		publishableKey,
		fetch,
		...clients,
		readClaims,
		close: async () => undefined,
	};
}

/** Verifies a session by the project's signing keys, or by asking it where they are shared secrets. */
export async function readClaims(client: WaymarkClient): Promise<Claims | undefined> {
	const { data } = await client.auth.getClaims();
	return data ? { sub: data.claims.sub, email: data.claims.email } : undefined;
}

async function refuseUnusable(settings: BackendSettings & { kind: 'supabase' }): Promise<void> {
	const { url } = settings;
	const health = await ask(`${url}/auth/v1/health`, settings.publishableKey, {});
	if (health.status === 401 || health.status === 403) {
		throw new StartError(`SUPABASE_PUBLISHABLE_KEY: ${url} refuses it.`);
	}
	if (!health.ok)
		throw new StartError(`SUPABASE_URL: ${url} does not answer as Supabase (${health.status}).`);
	// A head request on the reporting schema tells a refused key from a schema that is not there or not exposed.
	const schema = await ask(`${url}/rest/v1/`, settings.secretKey, { 'accept-profile': 'reporting' });
	if (schema.status === 401 || schema.status === 403) {
		throw new StartError(`SUPABASE_SECRET_KEY: ${url} refuses it.`);
	}
	if (!schema.ok) {
		throw new StartError(
			`${url} has no schema "reporting": run \`supabase db push\`, and expose it under Project Settings, API.`,
		);
	}
}

async function ask(address: string, key: string, headers: Record<string, string>): Promise<Response> {
	try {
		return await fetch(address, {
			headers: { apikey: key, ...headers },
			signal: AbortSignal.timeout(PATIENCE),
		});
	} catch (error) {
		throw new StartError(`SUPABASE_URL: ${new URL(address).origin} cannot be reached.`, { cause: error });
	}
}
