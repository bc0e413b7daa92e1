/**
 * Why there is no figure. Missing is not zero, and "no number" is not missing: each reads differently in a table, a
 * chart and an export.
 */
export const ABSENCES = [
	/** Due, and nobody has reported it. */
	'missing',
	/** Nothing was owed: before the start, after the end, or not in this period. */
	'not-due',
	/** Reported as not applicable, with a reason. */
	'not-applicable',
	/** Reported, but as words: "TBD", "10,000 individual and 1,000 MSMEs". */
	'no-number',
	/** There is a figure and no target to hold it against. */
	'no-target',
	/** There is a target and no baseline to measure from. */
	'no-baseline',
	/** The question has no answer: a divisor of 0. */
	'undefined',
	/** Parts exist, their sum would mean nothing. */
	'not-additive',
	/** Known, and kept back because so few people are in it. */
	'hidden',
] as const;

export type Absence = (typeof ABSENCES)[number];

/** A figure, or the reason why there is none. */
export type Figure =
	{ readonly kind: 'value'; readonly value: number } | { readonly kind: 'absent'; readonly why: Absence };

/** Wraps what the database gave: a number, or null with the reason beside it. */
export function figureOf(value: number | null | undefined, why: Absence): Figure {
	return value === null || value === undefined ? { kind: 'absent', why } : { kind: 'value', value };
}
