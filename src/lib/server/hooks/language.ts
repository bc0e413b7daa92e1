import type { Handle } from '@sveltejs/kit';
import { directionOf, languageOf, languages, preferredLanguage } from '#domain/language.ts';

const COOKIE = 'waymark-lang';
const YEAR = 365 * 24 * 60 * 60;

/** Chooses the page's language: the address, else what was chosen before, else the browser's, else English. */
export const chooseLanguage: Handle = ({ event, resolve }) => {
	const asked = languageOf(event.url.searchParams.get('lang'));
	const lang =
		asked ??
		languageOf(event.cookies.get(COOKIE)) ??
		preferredLanguage(event.request.headers.get('accept-language')) ??
		languages[0];
	// Kept when chosen on our own page; a link that somebody sent changes that one page only.
	if (asked && event.request.headers.get('sec-fetch-site') === 'same-origin') {
		event.cookies.set(COOKIE, asked, { path: '/', maxAge: YEAR, secure: event.url.protocol === 'https:' });
	}
	event.locals.lang = lang;
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', lang).replace('%dir%', directionOf(lang)),
	});
};
