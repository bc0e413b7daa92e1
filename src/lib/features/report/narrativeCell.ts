/**
 * A report's words as one more cell: kept on the device, sent, collapsed and put before two people exactly as figures are.
 */
import type { Answer, Cell, Narrative } from '#domain/entry.ts';

/** Stands where a figure has its series. */
export const NARRATIVE = 'narrative';

export type Words = Omit<Narrative, 'version'>;

/** The words in the fields of an answer; what is not written is not there. */
export function answerOfWords({ progress, difficulties, next }: Words): Answer {
	return {
		...(progress !== '' && { text: progress }),
		...(difficulties !== '' && { reason: difficulties }),
		...(next !== '' && { action: next }),
	};
}

/** The words that an answer holds. */
export function wordsOf({ text = '', reason = '', action = '' }: Answer): Words {
	return { progress: text, difficulties: reason, next: action };
}

/** What the server holds of a report's words. */
export function narrativeCell({ version, ...words }: Narrative): Cell {
	return { version, answer: answerOfWords(words), changedBy: null, changedAt: null };
}
