import { categoriesOf, waysToSplit } from './categories.ts';
import type { Answer, EntryIndicator } from './entry.ts';
import type { PartName } from './workbook.ts';

/**
 * Every part that a workbook asks for of an indicator: each dimension alone and the first two crossed, then whatever an
 * answer has beside them. Crossing three would be a hundred rows for one figure.
 */
export function partsAsked(indicator: EntryIndicator, answer: Answer): readonly PartName[] {
	const held = answer.breakdowns ?? [];
	const ways = waysToSplit(indicator.dimensions);
	const [pair] = ways.filter(({ length }) => length === 2);
	const asked = [...ways.filter(({ length }) => length === 1), ...(pair === undefined ? [] : [pair])];
	return distinct([...asked, ...held.map(({ dimensions }) => dimensions)]).flatMap((dimensions) => {
		const own = held
			.filter((split) => isSame(split.dimensions, dimensions))
			.flatMap(({ parts }) => parts.map(({ categories }) => categories));
		return distinct([...crossed(dimensions), ...own]).map((categories) => ({ dimensions, categories }));
	});
}

function crossed(dimensions: readonly string[]): readonly (readonly string[])[] {
	return dimensions.reduce<readonly (readonly string[])[]>(
		(rows, dimension) => rows.flatMap((row) => categoriesOf(dimension).map((category) => [...row, category])),
		[[]],
	);
}

function distinct(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
	return lists.filter((list, at) => lists.findIndex((other) => isSame(other, list)) === at);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((word, at) => word === other[at]);
}
