import type { CellChange, Narrative, RefusalReason, SaveOutcome } from '#domain/entry.ts';
import { NARRATIVE, narrativeCell, wordsOf } from '../narrativeCell.ts';

/**
 * Delivers changes of one report.
 * @returns an outcome for each; one that has none is delivered again
 * @throws SignedOut where the session has ended; anything else: nobody knows whether they arrived
 */
export type SendChanges = (changes: readonly CellChange[]) => Promise<readonly SaveOutcome[]>;

/** The session has ended: only the person can go on. */
export class SignedOut extends Error {
	override readonly name = 'SignedOut';
}

/** Milliseconds after which an answer is taken for lost; a late one does no harm. */
const PATIENCE = 30_000;

/** Sends changes to the application's own endpoints: figures first, and the report's words where no figure is left. */
export const postChanges: SendChanges = async (changes) => {
	const figures = changes.filter(({ seriesId }) => seriesId !== NARRATIVE);
	const [first] = figures;
	if (first) {
		const { outcomes } = (await post(`/reports/${first.reportId}/cells`, { changes: figures })) as {
			outcomes: readonly SaveOutcome[];
		};
		return outcomes;
	}
	return Promise.all(changes.map(postWords));
};

type WordsOutcome =
	| { readonly state: 'saved'; readonly version: number }
	| { readonly state: 'conflict'; readonly current: Narrative }
	| { readonly state: 'refused'; readonly reason: RefusalReason };

/** Words have no key: the same words on top of the same version are answered as saved, however often they come. */
async function postWords({ key, reportId, baseVersion, answer }: CellChange): Promise<SaveOutcome> {
	const words = { version: baseVersion, ...wordsOf(answer) };
	const outcome = (await post(`/reports/${reportId}/narrative`, words)) as WordsOutcome;
	return outcome.state === 'conflict'
		? { key, state: 'conflict', current: narrativeCell(outcome.current) }
		: { key, ...outcome };
}

async function post(address: string, body: unknown): Promise<unknown> {
	const response = await fetch(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json', accept: 'application/json' },
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(PATIENCE),
	});
	if (response.status === 401) throw new SignedOut();
	if (!response.ok) throw new Error(`The server answered ${response.status}.`);
	return response.json();
}
