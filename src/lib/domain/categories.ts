/** The categories that each dimension of an indicator splits into; the last one gathers whoever is not known. */
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
	sex: ['female', 'male', 'unknown'],
	age: ['0-17', '18-24', '25+', 'unknown'],
	beneficiary_type: [
		'migrant',
		'refugee',
		'asylum_seeker',
		'displaced',
		'returnee',
		'trafficking_victim',
		'host_community',
		'other',
		'unknown',
	],
	disability: ['with_disability', 'without_disability', 'unknown'],
};

/** Dimensions the form can split a figure by, in the order they are crossed. */
export function knownDimensions(dimensions: readonly string[]): string[] {
	return Object.keys(CATEGORIES).filter((name) => dimensions.includes(name));
}

/** The categories of a dimension; none where it is not known. */
export function categoriesOf(dimension: string): readonly string[] {
	return CATEGORIES[dimension] ?? [];
}

/** The ways to split by some of an indicator's dimensions: each alone, then crossed, at most three at once. */
export function waysToSplit(dimensions: readonly string[]): (readonly string[])[] {
	const [first, ...rest] = knownDimensions(dimensions).slice(0, 3);
	if (first === undefined) return [];
	const others = waysToSplit(rest);
	const ways = [[first], ...others, ...others.map((way) => [first, ...way])];
	return ways.sort((one, other) => one.length - other.length);
}
