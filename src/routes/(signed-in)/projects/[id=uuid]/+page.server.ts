import { error } from '@sveltejs/kit';
import { filtersOf } from '#domain/filters.ts';
import { readProject } from '#server/queries/project.ts';
import type { PageServerLoad } from './$types.js';

/** One project: its logframe, and its place between decision and contracts. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const page = await readProject(locals, params.id, filtersOf(url.searchParams).period);
	if (page.project === null) error(404, 'No such project');
	return { page, project: page.project };
};
