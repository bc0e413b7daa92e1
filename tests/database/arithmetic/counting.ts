// Rule 6, counted once: which figures of a project tree enter a total, decided tree by tree and period by period.
import { periodOf } from './calendar.ts';
import { NEVER, answersOf, takenOverOn } from './answers.ts';
import { duePeriods, opened } from './dues.ts';
import { figuresOf } from './oracle.ts';
import type { Figure } from './oracle.ts';
import { at } from './world.ts';
import type { Day, Period, World } from './world.ts';

export type Counted = {
	readonly counted: boolean;
	readonly countedInFamily: boolean;
	readonly leftOut: 'test' | 'taken-over' | 'children' | 'parent' | null;
	readonly standsForChildren: boolean;
};

/** Indicators joined by same or renamed, and all that are joined to those. */
export function familyOf(world: World, indicator: number): number[] {
	const family = new Set([indicator]);
	let before = 0;
	while (family.size > before) {
		before = family.size;
		for (const link of world.links) {
			if (link.relation === 'partly') continue;
			if (family.has(link.from)) family.add(link.to);
			if (family.has(link.to)) family.add(link.from);
		}
	}
	return [...family];
}

/** How each series counts at each period, keyed `series period`. */
export function countedOf(world: World): Map<string, Counted> {
	const figures = world.series.map((_, index) => figuresOf(world, index));
	const counted = new Map<string, Counted>();
	for (const [index, series] of world.series.entries()) {
		const family = familyOf(world, series.indicator);
		const alone = standing(world, series.project, [series.indicator]);
		const together = standing(world, series.project, family);
		const replacedBy = takenOverOn(world, index);
		const test = at(world.projects, series.project).test;
		for (const code of at(figures, index).keys()) {
			const { asOf } = periodOf(code);
			const takenOver = replacedBy !== null && asOf >= replacedBy;
			const leftOut = test
				? 'test'
				: takenOver
					? 'taken-over'
					: asOf >= alone.until
						? 'children'
						: asOf < alone.from
							? 'parent'
							: null;
			counted.set(`${index} ${code}`, {
				counted: leftOut === null,
				leftOut,
				standsForChildren:
					leftOut === null && nodesBelow(world, series.project, [series.indicator]).length > 0,
				countedInFamily:
					!test &&
					!takenOver &&
					asOf >= together.from &&
					asOf < together.until &&
					isNewest(world, figures, index, family, code),
			});
		}
	}
	return counted;
}

/** From when (all ancestors replaced) until when (replaced itself) a project's own figure stands. */
function standing(world: World, project: number, group: readonly number[]): { from: Day; until: Day } {
	let from = '0000-01-01';
	for (
		let above = at(world.projects, project).parent;
		above !== null;
		above = at(world.projects, above).parent
	) {
		if (!hasFigures(world, above, group)) continue;
		const replaced = replacedOn(world, above, group);
		if (replaced > from) from = replaced;
	}
	return { from, until: replacedOn(world, project, group) };
}

/** The first period in which every child due has answered, or a snapshot in which one has a number. */
function replacedOn(world: World, project: number, group: readonly number[]): Day {
	for (const period of opened(world)) {
		const replaces =
			period.kind === 'snapshot'
				? nodesBelow(world, project, group).some((below) => hasNumber(world, below, group, period))
				: childrenComplete(world, project, group, period);
		if (replaces) return period.asOf;
	}
	return NEVER;
}

function childrenComplete(world: World, project: number, group: readonly number[], period: Period): boolean {
	const due = childNodes(world, project, group).filter(
		(child) =>
			owesAny(world, child, group, period) ||
			nodesBelow(world, child, group).some((below) => owesAny(world, below, group, period)),
	);
	return due.length > 0 && due.every((child) => isComplete(world, child, group, period));
}

function isComplete(world: World, project: number, group: readonly number[], period: Period): boolean {
	const owed = dueSeries(world, project, group, period);
	const all = owed.length > 0 && owed.every((index) => hasAnswer(world, index, period));
	return all || childrenComplete(world, project, group, period);
}

// ---- the tree of projects that have figures in a group ----------------------------------------------------------

function seriesIn(world: World, project: number, group: readonly number[]): number[] {
	return [...world.series.keys()].filter((index) => {
		const series = at(world.series, index);
		return series.project === project && group.includes(series.indicator);
	});
}

/** Test projects never count, so they neither replace nor are replaced. */
function hasFigures(world: World, project: number, group: readonly number[]): boolean {
	return !at(world.projects, project).test && seriesIn(world, project, group).length > 0;
}

/** The nearest projects below that have figures. */
function childNodes(world: World, project: number, group: readonly number[]): number[] {
	const children = [...world.projects.keys()].filter((child) => at(world.projects, child).parent === project);
	return children.flatMap((child) =>
		hasFigures(world, child, group) ? [child] : childNodes(world, child, group),
	);
}

/** All projects below that have figures. */
function nodesBelow(world: World, project: number, group: readonly number[]): number[] {
	return childNodes(world, project, group).flatMap((child) => [child, ...nodesBelow(world, child, group)]);
}

function dueSeries(world: World, project: number, group: readonly number[], period: Period): number[] {
	return seriesIn(world, project, group).filter((index) =>
		duePeriods(world, index).some((owed) => owed.code === period.code),
	);
}

function owesAny(world: World, project: number, group: readonly number[], period: Period): boolean {
	return dueSeries(world, project, group, period).length > 0;
}

function hasAnswer(world: World, index: number, period: Period): boolean {
	return answersOf(world, index).some((given) => given.period === period.code);
}

function hasNumber(world: World, project: number, group: readonly number[], period: Period): boolean {
	return seriesIn(world, project, group).some((index) =>
		answersOf(world, index).some(
			({ period: code, answer }) => code === period.code && (answer.is === 'value' || answer.is === 'pair'),
		),
	);
}

/** Of linked generations in one project, the newest with a value counts; without any value, all stand. */
function isNewest(
	world: World,
	figures: readonly ReadonlyMap<string, Figure>[],
	index: number,
	family: readonly number[],
	code: string,
): boolean {
	const published = (series: number) =>
		at(world.frameworks, at(world.indicators, at(world.series, series).indicator).framework);
	const withValue = seriesIn(world, at(world.series, index).project, family).filter(
		(series) => (at(figures, series).get(code)?.actual ?? null) !== null,
	);
	const newest = withValue.map(published).sort().at(-1);
	return newest === undefined || newest === published(index);
}
