import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { saveNarrative } from '#server/commands/report.ts';
import type { RequestHandler } from './$types.js';

const words = v.pipe(v.string(), v.maxLength(10_000));
const narrative = v.object({
	version: v.pipe(v.number(), v.integer(), v.minValue(0)),
	progress: words,
	difficulties: words,
	next: words,
});

/** Saves a report's words on top of the version they were made from. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const received = v.safeParse(narrative, await request.json().catch(() => undefined));
	if (!received.success) error(400, 'Expected {version, progress, difficulties, next}.');
	return json(await saveNarrative(locals.supabase, params.id, received.output));
};
