import { naturalId } from '#domain/naturalId.ts';
import { chance } from './chance.ts';
import type { Tables } from './tables.ts';

const SEXES = ['female', 'male', 'unknown'] as const;
const AGES = ['0-17', '18-24', '25+', 'unknown'] as const;

/**
 * How a number of people splits, by sex or by sex and age. Each split adds up to the number; who is not known stands
 * in "unknown".
 */
export function breakdownTables(
	observation: string,
	people: number,
	dimensions: readonly string[],
	key: string,
): Tables {
	if (people === 0 || !dimensions.includes('sex')) return {};
	if (!dimensions.includes('age')) return split(observation, ['sex'], bySex(people, key));
	const both = bySex(people, key).flatMap(([[sex], count]) =>
		spread(count, sex === 'unknown' ? [0.1, 0.1, 0.2, 0.6] : [0.22, 0.3, 0.4, 0.08], `${key}${sex}`).map(
			(value, index) => [[String(sex), AGES[index] ?? 'unknown'], value] as const,
		),
	);
	const oneOf = (at: 0 | 1, names: readonly string[]) =>
		names.map(
			(name) =>
				[
					[name],
					both.filter(([names]) => names[at] === name).reduce((sum, [, value]) => sum + value, 0),
				] as const,
		);
	const parts = [
		split(observation, ['sex'], oneOf(0, SEXES)),
		split(observation, ['age'], oneOf(1, AGES)),
		split(observation, ['sex', 'age'], both),
	];
	return {
		breakdown: parts.flatMap((part) => part.breakdown ?? []),
		breakdown_part: parts.flatMap((part) => part.breakdown_part ?? []),
	};
}

type Parts = readonly (readonly [categories: readonly string[], value: number])[];

function split(observation: string, dimensions: readonly string[], parts: Parts): Tables {
	const id = naturalId('demonstration breakdown', observation, ...dimensions);
	return {
		breakdown: [{ id, observation_id: observation, dimensions: [...dimensions] }],
		breakdown_part: parts
			.filter(([, value]) => value > 0)
			.map(([categories, value]) => ({ breakdown_id: id, categories: [...categories], value })),
	};
}

function bySex(people: number, key: string): Parts {
	const women = 0.44 + chance(`${key}women`) * 0.16;
	const unknown = chance(`${key}unknown`) < 0.3 ? 0.08 : 0;
	return spread(people, [women, 1 - women - unknown, unknown], key).map((value, index) => [
		[SEXES[index] ?? 'unknown'],
		value,
	]);
}

/** Whole numbers in about these shares that add up to `total`; who is left over falls by chance. */
function spread(total: number, shares: readonly number[], key: string): number[] {
	const parts = shares.map((share) => Math.floor(total * share));
	const left = total - parts.reduce((sum, part) => sum + part, 0);
	for (let person = 0; person < left; person += 1) {
		let drawn = chance(`${key}${person}`) * shares.reduce((sum, share) => sum + share, 0);
		const at = shares.findIndex((share) => (drawn -= share) < 0);
		parts[at] = (parts[at] ?? 0) + 1;
	}
	return parts;
}
