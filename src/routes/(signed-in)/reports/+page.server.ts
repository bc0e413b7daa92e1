import { readWorkspace } from '#server/queries/report.ts';
import type { PageServerLoad } from './$types.js';

/** What the reader's organisations owe and have handed in. */
export const load: PageServerLoad = async ({ locals }) => ({ workspace: await readWorkspace(locals) });
