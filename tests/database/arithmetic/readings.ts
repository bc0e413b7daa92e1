// Rule 1: one figure to date from all answers so far, by the kind of value.
import type { Dated } from './answers.ts';
import { isHandJudged } from './world.ts';
import type { Indicator, ValueKind } from './world.ts';

export type Reading = {
	readonly actual: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
};

/** What a series without any answer says. */
export const NOTHING: Reading = { actual: null, numerator: null, denominator: null };

export function readActual(
	known: readonly Dated[],
	how: { kind: ValueKind; indicator: Indicator; baseline: number | null },
): Reading {
	const { kind, indicator, baseline } = how;
	if (isHandJudged(kind)) return NOTHING;
	if (kind === 'ratio') {
		const pairs = known.flatMap(({ answer }) => (answer.is === 'pair' ? [answer] : []));
		const taken = indicator.overTime === 'latest' ? pairs.slice(-1) : pairs;
		const numerator = sum(taken.map((pair) => pair.numerator));
		const denominator = sum(taken.map((pair) => pair.denominator));
		const scale = indicator.percentage ? 100 : 1;
		return { actual: denominator === 0 ? null : (scale * numerator) / denominator, numerator, denominator };
	}
	const values = known.flatMap(({ answer }) => (answer.is === 'value' ? [answer.value] : []));
	return {
		actual: readValues(values, known, how.kind, indicator, baseline),
		numerator: null,
		denominator: null,
	};
}

function readValues(
	values: readonly number[],
	known: readonly Dated[],
	kind: ValueKind,
	indicator: Indicator,
	baseline: number | null,
): number | null {
	if (kind === 'increment') return baseline === null ? null : baseline + sum(values);
	if (kind === 'cumulative_year') {
		const lastOfYear = new Map<string, number>();
		for (const { asOf, answer } of known) {
			if (answer.is === 'value') lastOfYear.set(asOf.slice(0, 4), answer.value);
		}
		return baseline === null ? null : baseline + sum([...lastOfYear.values()]);
	}
	if (indicator.overTime === 'max') return Math.max(...values);
	if (indicator.overTime === 'average') return sum(values) / values.length;
	return values.at(-1) ?? null;
}

/** The total of a list. */
export function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
