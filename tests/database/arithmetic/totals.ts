// Rules 5 to 7: adding up over partners within a project and country, then over places. Plain folds, a total at a time.
import { countedOf, familyOf } from './counting.ts';
import type { Counted } from './counting.ts';
import { periodOf } from './calendar.ts';
import { figuresOf, judge, share } from './oracle.ts';
import type { Figure, Status } from './oracle.ts';
import { at } from './world.ts';
import type { AddingRule, Indicator, World } from './world.ts';

export type Grouping = 'total' | 'country' | 'organisation' | 'country_organisation' | 'project';
export type Counting = 'counted' | 'family' | 'declared';

export type Total = {
	readonly actual: number | null;
	readonly atLeast: boolean;
	readonly baseline: number | null;
	readonly target: number | null;
	readonly expected: number | null;
	readonly progress: number | null;
	readonly expectedProgress: number | null;
	readonly pace: number | null;
	readonly status: Status | null;
	readonly targetShare: number | null;
	readonly series: number;
	readonly withValue: number;
	readonly due: number;
	readonly reported: number;
	readonly overlap: number | null;
};

/** One series' figure as it enters a total. */
export type Cell = { readonly index: number; readonly figure: Figure; readonly counted: Counted };

/** A figure, or several folded into one. `goal` holds only what has both a value and a target, `plan` what has a target. */
type Folded = {
	readonly actual: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly baseline: number | null;
	readonly target: number | null;
	readonly expected: number | null;
	readonly plan: Plan | null;
	readonly goal: Goal | null;
};

type Plan = { readonly baseline: number; readonly target: number; readonly expected: number | null };
/** A baseline may be missing here: the target can be reached without one, but nothing is a part of the way to it. */
type Goal = Omit<Plan, 'baseline'> & { readonly baseline: number | null; readonly actual: number };
type FullGoal = Plan & { readonly actual: number };

/** Every series' figure at every period, and how it counts: worked out once, added up many times. */
export function cellsOf(world: World): Map<string, Cell[]> {
	const counted = countedOf(world);
	const byPeriod = new Map<string, Cell[]>();
	for (const index of world.series.keys()) {
		for (const [period, figure] of figuresOf(world, index)) {
			const rules = counted.get(`${index} ${period}`);
			if (rules) byPeriod.set(period, [...(byPeriod.get(period) ?? []), { index, figure, counted: rules }]);
		}
	}
	return byPeriod;
}

/** Totals of the cells of a period, keyed by indicator, country, organisation and project of the group. */
export function totalsOf(
	world: World,
	period: string,
	cells: readonly Cell[],
	how: { readonly grouping: Grouping; readonly counting: Counting },
): Map<string, Total> {
	const { grouping, counting } = how;
	const groups = new Map<string, Cell[]>();
	for (const cell of cells) {
		const series = at(world.series, cell.index);
		const indicator = counting === 'family' ? newestOf(world, series.indicator) : series.indicator;
		const byCountry = grouping === 'country' || grouping === 'country_organisation';
		const byOrganisation = grouping === 'organisation' || grouping === 'country_organisation';
		const key = [
			indicator,
			byCountry ? (series.country ?? 'regional') : '',
			byOrganisation ? series.organisation : '',
			grouping === 'project' ? series.project : '',
		].join('|');
		groups.set(key, [...(groups.get(key) ?? []), cell]);
	}
	const totals = new Map<string, Total>();
	for (const [key, cells] of groups) {
		const entering = cells.filter((cell) => enters(cell, counting));
		if (entering.length === 0) continue;
		const indicator = at(world.indicators, Number(key.split('|')[0]));
		totals.set(key, totalOf(world, period, indicator, cells, entering));
	}
	return totals;
}

function enters({ counted }: Cell, counting: Counting): boolean {
	if (counting === 'family') return counted.countedInFamily;
	return counting === 'declared' ? counted.leftOut === 'children' : counted.counted;
}

/** The newest indicator of a family, which names it and says how it adds up. */
export function newestOf(world: World, indicator: number): number {
	const published = (index: number) => at(world.frameworks, at(world.indicators, index).framework);
	const family = familyOf(world, indicator).sort((a, b) => a - b);
	return family.reduce((newest, other) => (published(other) > published(newest) ? other : newest));
}

function totalOf(
	world: World,
	period: string,
	indicator: Indicator,
	all: readonly Cell[],
	entering: readonly Cell[],
): Total {
	const units = new Map<string, Cell[]>();
	for (const cell of entering) {
		const { project, country } = at(world.series, cell.index);
		const unit = `${project} ${country}`;
		units.set(unit, [...(units.get(unit) ?? []), cell]);
	}
	const folded = [...units.values()].map((cells) =>
		fold(indicator.overPartner, cells.map(single), indicator),
	);
	const isList = folded.includes(null);
	const whole = isList
		? null
		: fold(
				indicator.overPlace,
				folded.filter((unit) => unit !== null),
				indicator,
			);

	const only = entering.length === 1 ? entering[0]?.figure : undefined;
	// Where figures are added, people that several claim count once.
	const sharedAmong = (some: readonly Cell[]) => {
		const indices = some.map((cell) => cell.index);
		return sharedPeople(world, period, indices);
	};
	const shared = sharedAmong(entering);
	const sums = indicator.overPlace === 'sum';
	const sum = whole?.actual ?? null;
	const actual = sum !== null && sums ? sum - shared : sum;
	const complete = entering.filter((cell) => isComplete(cell.figure, indicator));
	const goal = sums ? lessPeople(whole?.goal ?? null, sharedAmong(complete)) : (whole?.goal ?? null);
	const withTarget = entering.filter((cell) => cell.figure.target !== null);
	const targetShare = shareOfTargets(withTarget, complete, whole, goal, sums);
	const due = all.filter((cell) => cell.figure.due && cell.counted.leftOut !== 'test');

	return {
		actual,
		atLeast: actual !== null && entering.some((cell) => cell.figure.atLeast),
		baseline: whole?.baseline ?? null,
		target: whole?.target ?? null,
		expected: whole?.expected ?? null,
		progress: only ? only.progress : goal ? share(goal.actual, goal.baseline, goal.target) : null,
		expectedProgress: expectedShare(goal ?? whole?.plan ?? null),
		pace: only ? only.pace : goal ? share(goal.actual, goal.baseline, goal.expected) : null,
		status: only
			? only.status
			: whole
				? statusOf(world, { entering, withTarget, goal, whole, targetShare, indicator })
				: 'not-additive',
		targetShare,
		series: entering.length,
		withValue: entering.filter((cell) => cell.figure.actual !== null).length,
		due: due.length,
		reported: due.filter((cell) => cell.figure.reported).length,
		overlap: shared === 0 ? null : shared,
	};
}

function lessPeople(goal: Goal | null, people: number): Goal | null {
	return goal && { ...goal, actual: goal.actual - people };
}

// ---- folding ---------------------------------------------------------------------------------------------------

function single({ figure }: Cell): Folded {
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
function isComplete(figure: Figure, { overPartner, overPlace }: Indicator): boolean {
	const goal = goalOf(figure);
	return goal !== null && (hasBaseline(goal) || (overPartner !== 'sum' && overPlace !== 'sum'));
}

/** Several into one; null where they cannot be added. */
function fold(rule: AddingRule, parts: readonly Folded[], indicator: Indicator): Folded | null {
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

// ---- against targets -------------------------------------------------------------------------------------------

function shareOfTargets(
	withTarget: readonly Cell[],
	complete: readonly Cell[],
	whole: Folded | null,
	goal: Goal | null,
	sums: boolean,
): number | null {
	if (!whole || withTarget.length === 0) return null;
	if (sums && whole.target) return (goal?.target ?? 0) / whole.target;
	return complete.length / withTarget.length;
}

function expectedShare(plan: Plan | Goal | null): number | null {
	return plan && share(plan.expected, plan.baseline, plan.target);
}

type Judged = {
	entering: readonly Cell[];
	withTarget: readonly Cell[];
	goal: Goal | null;
	whole: Folded;
	targetShare: number | null;
	indicator: Indicator;
};

function statusOf(world: World, of: Judged): Status | null {
	const { entering, withTarget, goal, whole, targetShare, indicator } = of;
	if (withTarget.length === 0) return 'no-target';
	if (entering.every((cell) => cell.figure.actual === null)) {
		const { plan } = whole;
		return plan && plan.expected === plan.baseline && plan.target !== plan.baseline
			? 'not-due'
			: 'not-reported';
	}
	if (targetShare !== null && targetShare < 0.8) return null;
	return judge({
		target: goal?.target ?? null,
		baseline: goal?.baseline ?? null,
		expected: goal?.expected ?? null,
		actual: goal?.actual ?? null,
		pace: goal ? share(goal.actual, goal.baseline, goal.expected) : null,
		ended: entering.every((cell) => cell.figure.ended),
		ascending: indicator.ascending,
		world,
	});
}

// ---- one event, several partners -------------------------------------------------------------------------------

/** People that more than one of these series claim from one activity: all but one count of them. */
function sharedPeople(world: World, period: string, indices: readonly number[]): number {
	const asOf = periodOf(period).asOf;
	let people = 0;
	for (const activity of world.activities) {
		if (activity.overlap === null || activity.endsOn > asOf) continue;
		const claimants = indices.filter(
			(index) =>
				at(world.series, index).indicator === activity.indicator &&
				world.reports.some((report) => {
					const inForce = report.revisions.filter((revision) => revision.state === 'approved').at(-1);
					return (
						periodOf(report.period).asOf <= asOf &&
						inForce?.claims.some(
							(claim) => claim.series === index && world.activities[claim.activity] === activity,
						)
					);
				}),
		);
		people += activity.overlap * Math.max(claimants.length - 1, 0);
	}
	return people;
}
