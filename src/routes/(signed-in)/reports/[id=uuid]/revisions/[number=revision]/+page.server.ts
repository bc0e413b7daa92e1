import { error } from '@sveltejs/kit';
import { readEntryReport } from '#server/queries/report.ts';
import { readRevision } from '#server/queries/revision.ts';
import type { PageServerLoad } from './$types.js';

/** A revision as it was handed in, beside the report's lines. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const [report, revision] = await Promise.all([
		readEntryReport(locals, params.id),
		readRevision(locals, params.id, Number(params.number)),
	]);
	if (report === null || revision === null) error(404, 'No such revision');
	return { report, revision };
};
