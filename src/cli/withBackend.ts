import type { Backend } from '../lib/server/backend/backend.ts';
import { clientsOf } from '../lib/server/backend/clients.ts';
import { readLock } from '../lib/server/backend/dataLock.ts';
import { openBackend } from '../lib/server/backend/open.ts';
import { readSecrets } from '../lib/server/backend/secrets.ts';
import { readClaims } from '../lib/server/backend/supabase.ts';
import { readSettings } from '../lib/server/settings.ts';
import type { Settings } from '../lib/server/settings.ts';
import { StartError } from '../lib/server/startError.ts';

/**
 * Runs a command on the backend that the environment names, and closes it.
 * An embedded folder that a running server holds is never opened a second time: the server is asked instead.
 */
export async function withBackend<T>(work: (backend: Backend, settings: Settings) => Promise<T>): Promise<T> {
	const settings = readSettings(process.env);
	const backend = (await askServer(settings)) ?? (await openBackend(settings, false));
	try {
		return await work(backend, settings);
	} finally {
		await backend.close();
	}
}

async function askServer(settings: Settings): Promise<Backend | undefined> {
	if (settings.backend.kind !== 'embedded') return undefined;
	const holder = await readLock(settings.dataFolder);
	if (holder?.address === undefined) return undefined;
	const secrets = await readSecrets(settings.dataFolder);
	if (!secrets) return undefined;
	const url = holder.address;
	if (!(await isAnswering(url))) {
		throw new StartError(
			`The data folder is held by a server at ${url} that does not answer (process ${holder.pid}).`,
		);
	}
	return {
		kind: 'embedded',
		url,
		publishableKey: secrets.publishableKey,
		fetch,
		...clientsOf({ url, ...secrets, fetch }),
		readClaims,
		close: async () => undefined,
	};
}

async function isAnswering(url: string): Promise<boolean> {
	try {
		return (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5000) })).ok;
	} catch {
		return false;
	}
}
