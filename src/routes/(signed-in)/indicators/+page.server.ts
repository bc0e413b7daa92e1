import { filtersOf } from '#domain/filters.ts';
import { readOverview } from '#server/queries/overview.ts';
import type { PageServerLoad } from './$types.js';

/** The indicators of a programme, in the order of codes. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { context, trust, indicators } = await readOverview(locals, filtersOf(url.searchParams));
	return { page: { context, trust }, rows: indicators };
};
