import type { Handle } from '@sveltejs/kit';

/** Set by the page's own switch; without it the device decides. */
export const THEME_COOKIE = 'waymark-theme';

/** Puts the reader's choice of colours into the page before it is drawn, so that nothing flashes. */
export const chooseTheme: Handle = ({ event, resolve }) => {
	const chosen = event.cookies.get(THEME_COOKIE);
	const theme = chosen === 'light' || chosen === 'dark' ? chosen : 'system';
	return resolve(event, { transformPageChunk: ({ html }) => html.replace('%theme%', theme) });
};
