import type { LayoutServerLoad } from './$types.js';

/** What the frame around every page needs. */
export const load: LayoutServerLoad = ({ locals }) => ({
	lang: locals.lang,
	person: locals.claims?.email ?? null,
	personId: locals.claims?.sub ?? null,
});
