import type { CellChange, SaveOutcome } from '#domain/entry.ts';

/**
 * Delivers changes of one report.
 * @returns an outcome for each
 * @throws SignedOut where the session has ended; anything else: nobody knows whether they arrived
 */
export type SendChanges = (changes: readonly CellChange[]) => Promise<readonly SaveOutcome[]>;

/** The session has ended: only the person can go on. */
export class SignedOut extends Error {
	override readonly name = 'SignedOut';
}

/** Milliseconds after which an answer is taken for lost; a late one does no harm. */
const PATIENCE = 30_000;

/** Sends changes to the application's own endpoint. */
export const postChanges: SendChanges = async (changes) => {
	const report = changes[0]?.reportId;
	if (report === undefined) return [];
	const response = await fetch(`/reports/${report}/cells`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', accept: 'application/json' },
		body: JSON.stringify({ changes }),
		signal: AbortSignal.timeout(PATIENCE),
	});
	if (response.status === 401) throw new SignedOut();
	if (!response.ok) throw new Error(`The server answered ${response.status}.`);
	const { outcomes } = (await response.json()) as { outcomes: readonly SaveOutcome[] };
	return outcomes;
};
