import { redirect } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit';

/** The route group of pages that nobody reads without an account. */
const GROUP = '/(signed-in)';

/** Sends visitors who are not signed in to the sign-in page, and back to where they wanted to go; scripts are told 401. */
export const requireSignIn: Handle = ({ event, resolve }) => {
	const isGuarded = event.route.id === GROUP || event.route.id?.startsWith(`${GROUP}/`);
	if (isGuarded && !event.locals.claims) {
		if (isFromScript(event.request)) return Response.json({ message: 'Sign in first.' }, { status: 401 });
		const wanted = event.url.pathname + event.url.search;
		const language = event.url.searchParams.get('lang');
		const query = new URLSearchParams(wanted === '/' ? {} : { next: wanted });
		if (language !== null) query.set('lang', language);
		redirect(303, query.size === 0 ? '/login' : `/login?${query}`);
	}
	return resolve(event);
};

/** A script would follow a redirection and take the sign-in page for its answer. */
function isFromScript({ headers }: Request): boolean {
	return headers.get('accept') === 'application/json';
}
