import { type Absence, type Figure, figureOf } from './absence.ts';
import type { Status } from './status.ts';

/**
 * Where a series or a total stands, as SQL worked it out. Values are in the indicator's unit (percent for a
 * percentage); progress, pace and shares are fractions, 1 = 100 %.
 */
export interface Standing {
	readonly actual: number | null;
	/** A quarter was not reported, so the true figure may be higher. */
	readonly atLeast: boolean;
	readonly baseline: number | null;
	/** No baseline was given and 0 stands in for it. */
	readonly baselineAssumed: boolean;
	readonly target: number | null;
	/** The target as typed, where it was no number. */
	readonly targetText: string | null;
	/** What was expected by the period's end. */
	readonly expected: number | null;
	/** (actual - baseline) / (target - baseline): may pass 1 or be negative. */
	readonly progress: number | null;
	/** Where the expected value stands on that same line. */
	readonly expectedProgress: number | null;
	/** The share of the way to the next interim target, as OPSYS states it. */
	readonly progressToNext: number | null;
	readonly nextTarget: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	/** What answers still waiting for approval would add; for staff, and the partner itself. */
	readonly pending: number | null;
	readonly pendingProgress: number | null;
	/** (actual - baseline) / (expected - baseline). */
	readonly pace: number | null;
	readonly status: Status | null;
	/** The day the status was last judged, where the latest report is missing. */
	readonly statusAsOf: string | null;
	/** Of a total: the share of its targets that stand beside a value. Below 0.8 it has no status. */
	readonly targetShare: number | null;
	readonly series: number;
	readonly withValue: number;
	readonly due: number;
	readonly reported: number;
	/** People that several partners claimed and the total counts once. */
	readonly overlap: number | null;
	readonly textValue: string | null;
	readonly scaleLevel: number | null;
	/** The name of that step. */
	readonly scaleWord: string | null;
}

/** How many indicators or series stand at each status; `none` has no status. */
export type StatusCounts = Partial<Record<Status | 'none', number>>;

/** The value so far, or why there is none. */
export function actualOf(standing: Standing | null): Figure {
	return figureOf(standing?.actual, whyNoActual(standing));
}

/** The share of the way to the final target, or why there is none. */
export function progressOf(standing: Standing | null): Figure {
	const actual = actualOf(standing);
	if (standing === null || actual.kind === 'absent') return actual;
	return figureOf(standing.progress, whyNoProgress(standing));
}

/** The final target, or why there is none. */
export function targetOf(standing: Standing | null): Figure {
	const why = standing === null || standing.targetText === null ? 'no-target' : 'no-number';
	return figureOf(standing?.target, why);
}

/** Rule 5: below this share of its targets, progress says nothing about the whole. */
const WHOLE_ENOUGH = 0.8;

/** A total whose progress rests on too few of its targets to be drawn or judged. */
export function isPartOnly(standing: Standing): boolean {
	return standing.targetShare !== null && standing.targetShare < WHOLE_ENOUGH;
}

const RATED: ReadonlySet<Status> = new Set<Status>(['achieved', 'on-track', 'at-risk', 'off-track']);

function whyNoActual(standing: Standing | null): Absence {
	if (standing === null) return 'not-due';
	if (standing.status === 'not-additive') return 'not-additive';
	if (standing.textValue !== null || standing.scaleLevel !== null) return 'no-number';
	// Judged without figure or target: answered in words or by a step, and rated by hand.
	if (standing.target === null && standing.status !== null && RATED.has(standing.status)) return 'no-number';
	if (standing.reported > 0 && standing.withValue === 0) return 'not-applicable';
	return standing.due > standing.reported || standing.status === 'not-reported' ? 'missing' : 'not-due';
}

function whyNoProgress(standing: Standing): Absence {
	if (standing.target === null) return standing.targetText === null ? 'no-target' : 'no-number';
	return standing.baseline === null ? 'no-baseline' : 'undefined';
}
