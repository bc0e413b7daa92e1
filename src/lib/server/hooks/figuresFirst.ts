import type { Handle } from '@sveltejs/kit';

/**
 * Asks for a page's scripts at its end: named in its header, as they are by default, two dozen requests hold back the
 * figures on a slow phone, which are complete without them.
 */
export const figuresFirst: Handle = ({ event, resolve }) => {
	const scripts: string[] = [];
	return resolve(event, {
		preload: ({ type, path }) => {
			if (type === 'js') scripts.push(`<link rel="modulepreload" href="${path}">`);
			return type === 'css';
		},
		transformPageChunk: ({ html }) => html.replace('</body>', () => `${scripts.join('')}</body>`),
	});
};
