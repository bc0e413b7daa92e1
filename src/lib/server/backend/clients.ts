import { createClient } from '@supabase/supabase-js';
import type { Database } from '../database.types.ts';
import type { Backend } from './backend.ts';

type Address = {
	readonly url: string;
	readonly publishableKey: string;
	readonly secretKey: string;
	readonly fetch: typeof fetch;
};

// A client belongs to one request or command: nothing is kept or refreshed behind its back.
const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };

/** The two kinds of client without cookies, for any backend. */
export function clientsOf(address: Address): Pick<Backend, 'client' | 'serviceClient'> {
	return {
		client: (accessToken) =>
			createClient<Database>(address.url, address.publishableKey, {
				auth,
				global: {
					fetch: address.fetch,
					headers: accessToken === undefined ? {} : { Authorization: `Bearer ${accessToken}` },
				},
			}),
		serviceClient: () =>
			createClient<Database>(address.url, address.secretKey, { auth, global: { fetch: address.fetch } }),
	};
}
