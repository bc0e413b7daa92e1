import { filtersOf } from '#domain/filters.ts';
import { readOverview } from '#server/queries/overview.ts';
import type { PageServerLoad } from './$types.js';

/** The partners of a programme, those who are late first. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { context, trust, partners } = await readOverview(locals, filtersOf(url.searchParams));
	return { page: { context, trust }, partners };
};
