/** How far something has come, judged against what was planned by now (docs: what the numbers mean, rule 4). */
export const STATUSES = [
	'achieved',
	'on-track',
	'at-risk',
	'off-track',
	'not-due',
	'not-reported',
	'no-target',
	'not-additive',
] as const;

export type Status = (typeof STATUSES)[number];

/** True for a word the database or an address calls a status. */
export function isStatus(word: string): word is Status {
	return (STATUSES as readonly string[]).includes(word);
}
