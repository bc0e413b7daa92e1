import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '../database.types.ts';
import type { Sql } from './sql.ts';

/** A supabase-js client on Waymark's schemas. */
export type WaymarkClient = SupabaseClient<Database>;

/** What a verified session says about its person. */
export type Claims = { readonly sub: string; readonly email: string | undefined };

/** One way to have Supabase. Everything above it sees supabase-js clients only. */
export type Backend = {
	readonly kind: 'embedded' | 'postgres' | 'supabase';
	/** The address of the Supabase API. */
	readonly url: string;
	readonly publishableKey: string;
	/** How supabase-js reaches the API: in process, or over the network. */
	readonly fetch: typeof fetch;
	/** Answers a request to the API's own address; absent where the API lives elsewhere. */
	readonly answer?: (request: Request) => Promise<Response>;
	/** A client without cookies that acts as the bearer of a token, or as nobody. */
	client(accessToken?: string): WaymarkClient;
	/** A client that row security does not hold: for commands at the keyboard, never for a visitor's request. */
	serviceClient(): WaymarkClient;
	/** The person whom a session belongs to, or undefined when there is none or it is not genuine. */
	readClaims(client: WaymarkClient): Promise<Claims | undefined>;
	close(): Promise<void>;
};

/** A backend whose database this process can reach itself. */
export type LocalBackend = Backend & { readonly sql: Sql };
