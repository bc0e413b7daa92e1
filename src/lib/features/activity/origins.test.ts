import { describe, expect, it } from 'vitest';
import { originsOf, sexesOf } from './origins.ts';

const part = (country: string, sex: 'female' | 'male' | 'unknown', participants: number | null) => ({
	country,
	sex,
	participants,
});

describe('participants by origin', () => {
	const mixed = [part('EG', 'male', 24), part('EG', 'female', 12), part('LY', 'unknown', null)];

	it('has a row a country, and keeps "not known" apart from zero', () => {
		expect(originsOf(mixed)).toEqual([
			{ country: 'EG', bySex: { male: 24, female: 12 } },
			{ country: 'LY', bySex: { unknown: null } },
		]);
	});

	it('has only the columns that were reported', () => {
		expect(sexesOf(mixed)).toEqual(['female', 'male', 'unknown']);
		expect(sexesOf([part('MA', 'unknown', 500)])).toEqual(['unknown']);
		expect(sexesOf([])).toEqual([]);
	});
});
