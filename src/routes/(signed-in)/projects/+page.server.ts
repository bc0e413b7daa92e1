import { filtersOf } from '#domain/filters.ts';
import { readProjects } from '#server/queries/project.ts';
import type { PageServerLoad } from './$types.js';

/** The projects of a programme, as a tree. */
export const load: PageServerLoad = async ({ locals, url }) => ({
	page: await readProjects(locals, filtersOf(url.searchParams)),
});
