/** The ways in which a figure can be split, and the categories of each. */
import type { Answer, EntryIndicator } from './entry.ts';
import type { PartName } from './workbook.ts';

/** In each of them people can be unknown: parts that are left out would make the total wrong. */
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
	sex: ['female', 'male'],
	age: ['0-17', '18-24', '25+'],
	beneficiary_type: ['migrant', 'refugee', 'returnee', 'host_community'],
};
const UNKNOWN = 'unknown';

/** Every part that is asked for of an indicator, with those that an answer already has, one split after the other. */
export function partsAsked(indicator: EntryIndicator, answer: Answer): readonly PartName[] {
	const held = answer.breakdowns ?? [];
	const splits = [...splitsOf(indicator.dimensions), ...held.map(({ dimensions }) => dimensions)];
	const distinct = new Map(splits.map((dimensions) => [dimensions.join(' '), dimensions]));
	return [...distinct.values()].flatMap((dimensions) => {
		const own = held
			.filter((split) => split.dimensions.join(' ') === dimensions.join(' '))
			.flatMap(({ parts }) => parts.map(({ categories }) => categories));
		const all = [...combined(dimensions), ...own];
		return [...new Map(all.map((categories) => [categories.join(' '), categories])).values()].map(
			(categories) => ({ dimensions, categories }),
		);
	});
}

/** Each dimension alone, and the first two together: sex, age, sex by age. */
function splitsOf(dimensions: readonly string[]): readonly (readonly string[])[] {
	const alone = dimensions.map((dimension) => [dimension]);
	return dimensions.length < 2 ? alone : [...alone, dimensions.slice(0, 2)];
}

function combined(dimensions: readonly string[]): readonly (readonly string[])[] {
	return dimensions.reduce<readonly (readonly string[])[]>(
		(rows, dimension) =>
			rows.flatMap((row) =>
				[...(CATEGORIES[dimension] ?? []), UNKNOWN].map((category) => [...row, category]),
			),
		[[]],
	);
}
