import { json } from '@sveltejs/kit';
import { readCellHistory } from '#server/queries/report.ts';
import type { RequestHandler } from './$types.js';

/** Who changed one figure, when and from what to what; newest first. */
export const GET: RequestHandler = async ({ locals, params }) =>
	json(await readCellHistory(locals, params.id, params.series));
