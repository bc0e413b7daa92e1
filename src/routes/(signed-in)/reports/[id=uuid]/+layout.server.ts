import { readEvidence } from '#server/queries/evidence.ts';
import type { LayoutServerLoad } from './$types.js';

/** The files of a report, apart from its figures: a file that is added must not load those anew. */
export const load: LayoutServerLoad = async ({ locals, params, depends }) => {
	depends('waymark:evidence');
	return { evidence: await readEvidence(locals, params.id) };
};
