import { createServerClient } from '@supabase/ssr';
import type { Handle } from '@sveltejs/kit';
import { currentBackend } from '../backend/current.ts';
import type { Database } from '../database.types.ts';

const COOKIE = 'waymark-session';

/** Gives the request a client that acts as its visitor, and says who that is. Cookies are out of scripts' reach. */
export const openSession: Handle = async ({ event, resolve }) => {
	const backend = await currentBackend();
	const answered = new Headers();
	event.locals.backend = backend;
	event.locals.supabase = createServerClient<Database>(backend.url, backend.publishableKey, {
		global: { fetch: backend.fetch },
		cookieOptions: {
			name: COOKIE,
			httpOnly: true,
			secure: event.url.protocol === 'https:',
			sameSite: 'lax',
			path: '/',
		},
		cookies: {
			getAll: () => event.cookies.getAll(),
			setAll: (cookies, headers) => {
				for (const { name, value, options } of cookies)
					event.cookies.set(name, value, { ...options, path: '/' });
				// They keep a shared cache from handing one visitor's session to another.
				for (const [name, value] of Object.entries(headers)) answered.set(name, value);
			},
		},
	});
	// Early, so that a session renewed on the way can still be written to the answer.
	const hasSession = event.cookies.getAll().some(({ name }) => name.startsWith(COOKIE));
	event.locals.claims = hasSession ? await backend.readClaims(event.locals.supabase) : undefined;

	const response = await resolve(event, {
		filterSerializedResponseHeaders: (name) => name === 'content-range' || name === 'x-supabase-api-version',
	});
	for (const [name, value] of answered) response.headers.set(name, value);
	if (event.locals.claims && !response.headers.has('cache-control')) {
		response.headers.set('cache-control', 'private, no-cache');
	}
	return response;
};
