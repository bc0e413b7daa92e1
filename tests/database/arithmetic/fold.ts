// Several figures into one, by the rule of the indicator; and what of it can be held against a target.
import type { Figure } from './oracle.ts';
import { at } from './world.ts';
import type { AddingRule, Indicator } from './world.ts';

/** A figure, or several folded into one. `goal` holds only what has both a value and a target, `plan` what has a target. */
export type Folded = {
	readonly actual: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly baseline: number | null;
	readonly target: number | null;
	readonly expected: number | null;
	readonly plan: Plan | null;
	readonly goal: Goal | null;
};

export type Plan = { readonly baseline: number; readonly target: number; readonly expected: number | null };
/** A baseline may be missing here: the target can be reached without one, but nothing is a part of the way to it. */
export type Goal = Omit<Plan, 'baseline'> & { readonly baseline: number | null; readonly actual: number };
type FullGoal = Plan & { readonly actual: number };

export function single(figure: Figure): Folded {
	const { actual, numerator, denominator, baseline, target, expected } = figure;
	return {
		actual,
		numerator,
		denominator,
		baseline,
		target,
		expected,
		plan: planOf(figure),
		goal: goalOf(figure),
	};
}

function planOf({
	baseline,
	target,
	expected,
}: Pick<Folded, 'baseline' | 'target' | 'expected'>): Plan | null {
	return baseline === null || target === null ? null : { baseline, target, expected };
}

function goalOf(of: Pick<Folded, 'actual' | 'baseline' | 'target' | 'expected'>): Goal | null {
	const { actual, baseline, target, expected } = of;
	return actual === null || target === null ? null : { actual, baseline, target, expected };
}

function hasBaseline(goal: Goal): goal is FullGoal {
	return goal.baseline !== null;
}

/** A sum needs each baseline; a figure that all share can reach its target without one. */
export function isComplete(figure: Figure, { overPartner, overPlace }: Indicator): boolean {
	const goal = goalOf(figure);
	return goal !== null && (hasBaseline(goal) || (overPartner !== 'sum' && overPlace !== 'sum'));
}

/** Several into one; null where they cannot be added. */
export function fold(rule: AddingRule, parts: readonly Folded[], indicator: Indicator): Folded | null {
	if (rule === 'none') return parts.length === 1 ? at(parts, 0) : null;
	const numerator = sumOf(parts.map((part) => part.numerator));
	const denominator = sumOf(parts.map((part) => part.denominator));
	if (rule === 'sum') {
		const aimed = parts.filter((part) => part.target !== null);
		return {
			actual: sumOf(parts.map((part) => part.actual)),
			numerator,
			denominator,
			baseline: sumOf(parts.map((part) => part.baseline)),
			target: sumOf(aimed.map((part) => part.target)),
			expected: aimed.some((part) => part.expected === null)
				? null
				: sumOf(aimed.map((part) => part.expected)),
			plan: sumOfPlans(parts.flatMap((part) => part.plan ?? [])),
			goal: sumOfGoals(parts.flatMap((part) => part.goal ?? []).filter(hasBaseline)),
		};
	}
	const values = parts.flatMap((part) => part.actual ?? []);
	const scale = indicator.percentage ? 100 : 1;
	const shown = {
		actual:
			rule === 'max'
				? values.length > 0
					? Math.max(...values)
					: null
				: numerator === null || !denominator
					? null
					: (scale * numerator) / denominator,
		baseline: common(parts.map((part) => part.baseline)),
		target: common(parts.map((part) => part.target)),
		expected: common(parts.map((part) => part.expected)),
	};
	const plan = planOf(shown);
	const goals = parts.flatMap((part) => part.goal ?? []);
	const goal = rule === 'ratio' ? goalOf(shown) : shown.target === null ? null : highestGoal(goals);
	return { ...shown, numerator, denominator, plan, goal };
}

function sumOfPlans(plans: readonly Plan[]): Plan | null {
	if (plans.length === 0) return null;
	let [baseline, target, expected]: [number, number, number | null] = [0, 0, 0];
	for (const plan of plans) {
		baseline += plan.baseline;
		target += plan.target;
		expected = expected === null || plan.expected === null ? null : expected + plan.expected;
	}
	return { baseline, target, expected };
}

function sumOfGoals(goals: readonly FullGoal[]): Goal | null {
	const plan = sumOfPlans(goals);
	return plan && { ...plan, actual: goals.reduce((sum, goal) => sum + goal.actual, 0) };
}

/** The highest of what has a value and a target, where it is the same target. */
function highestGoal(goals: readonly Goal[]): Goal | null {
	const baseline = common(goals.map((goal) => goal.baseline));
	const target = common(goals.map((goal) => goal.target));
	if (goals.length === 0 || target === null) return null;
	const actual = Math.max(...goals.map((goal) => goal.actual));
	return { actual, baseline, target, expected: common(goals.map((goal) => goal.expected)) };
}

/** The sum of what is there; null where nothing is. */
function sumOf(values: readonly (number | null)[]): number | null {
	const known = values.filter((value) => value !== null);
	return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** The value that all share. */
function common(values: readonly (number | null)[]): number | null {
	const first = values[0] ?? null;
	return values.every((value) => value === first) ? first : null;
}
