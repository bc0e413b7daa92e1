import { filtersOf } from '#domain/filters.ts';
import { readOverview } from '#server/queries/overview.ts';
import type { PageServerLoad } from './$types.js';

/** The countries of a programme. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { context, trust, countries } = await readOverview(locals, filtersOf(url.searchParams));
	return { page: { context, trust }, countries };
};
