import type { Formats } from '#format/formats.ts';

/** What tells a reader whether to trust a figure. */
export interface TrustFacts {
	/** The edition read; without one the figures are live. */
	readonly edition?: { readonly number: number; readonly publishedOn: string } | null;
	/** A period's code: what the figures reach up to. */
	readonly period: string | null;
	/** Reports approved, due and waiting, as SQL counted them. */
	readonly approved: number;
	readonly due: number;
	readonly pending: number;
	/** Who has not reported, in the reader's words. */
	readonly missing: readonly string[];
	/** ISO instant. */
	readonly lastChange: string | null;
	readonly madeUp?: boolean;
	readonly source?: string | null;
	/** Small numbers are kept from this reader. */
	readonly guarded?: boolean;
}

/** The trust strip in words, part by part; on a page, in a picture and in a file they are the same. */
export function trustWords(facts: TrustFacts, formats: Formats): string[] {
	const { t, date } = formats;
	return [
		facts.edition
			? t('trust.editionOf', { number: facts.edition.number, date: date(facts.edition.publishedOn) })
			: t('trust.live'),
		...periodWords(facts.period, formats),
		...reportWords(facts, formats),
		...(facts.lastChange === null ? [] : [t('trust.lastChange', { when: date(facts.lastChange) })]),
		...(facts.source ? [t('trust.source', { source: facts.source })] : []),
		...(facts.guarded ? [t('trust.hidden')] : []),
	];
}

function periodWords(code: string | null, { t, period }: Formats): string[] {
	if (code === null) return [];
	return [code.startsWith('S-') ? period(code) : t('trust.period', { period: period(code) })];
}

function reportWords(
	{ due, approved, pending, missing }: TrustFacts,
	{ t, number, list }: Formats,
): string[] {
	// A published total owes no report.
	if (due === 0) return [];
	return [
		t('trust.approvedReports', { approved: number(approved), due: number(due) }),
		...(pending > 0 ? [t('trust.pending', { count: pending })] : []),
		missing.length > 0 ? t('trust.missing', { who: list(missing) }) : t('trust.nobodyMissing'),
	];
}
