// Rules 5 to 7: adding up over partners within a project and country, then over places. Plain folds, a total at a time.
import { countedOf, familyOf } from './counting.ts';
import type { Counted } from './counting.ts';
import { periodOf } from './calendar.ts';
import { fold, isComplete, single } from './fold.ts';
import type { Folded, Goal, Plan } from './fold.ts';
import { figuresOf, judge, share } from './oracle.ts';
import type { Figure, Status } from './oracle.ts';
import { at } from './world.ts';
import type { Indicator, World } from './world.ts';

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
		fold(
			indicator.overPartner,
			cells.map((cell) => single(cell.figure)),
			indicator,
		),
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
