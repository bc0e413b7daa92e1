import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import type { CellChange, SaveOutcome } from '#domain/entry.ts';
import { cellChange, saveCells } from '#server/commands/report.ts';
import type { RequestHandler } from './$types.js';

const delivery = v.object({
	changes: v.pipe(v.array(v.looseObject({ key: v.pipe(v.string(), v.uuid()) })), v.maxLength(2000)),
});

/**
 * Takes a device's changes of one report in their order, each once. A change that cannot be read is refused by itself: it must
 * not hold up those behind it.
 */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const received = v.safeParse(delivery, await request.json().catch(() => undefined));
	if (!received.success) error(400, 'Expected {"changes": [{"key": uuid, ...}]}.');

	const read = received.output.changes.map((change) => ({
		key: change.key,
		change: readChange(change, params.id),
	}));
	const saved = await saveCells(
		locals.supabase,
		read.flatMap(({ change }) => change ?? []),
		{ together: false },
	);
	const outcomes = read.map(
		({ key }): SaveOutcome =>
			saved.find((outcome) => outcome.key === key) ?? { key, state: 'refused', reason: 'invalid' },
	);
	return json({ outcomes });
};

function readChange(change: unknown, reportId: string): CellChange | null {
	const read = v.safeParse(cellChange, change);
	return read.success && read.output.reportId === reportId ? read.output : null;
}
