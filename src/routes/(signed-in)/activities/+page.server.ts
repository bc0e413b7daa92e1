import { filtersOf } from '#domain/filters.ts';
import { readActivities } from '#server/queries/activity.ts';
import type { PageServerLoad } from './$types.js';

/** What was done, and who counts it. */
export const load: PageServerLoad = async ({ locals, url }) => ({
	page: await readActivities(locals, filtersOf(url.searchParams)),
});
