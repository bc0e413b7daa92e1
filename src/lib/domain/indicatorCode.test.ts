import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIndicatorCodes, indicatorSortKey, normaliseIndicatorCode } from '#domain/indicatorCode.ts';

describe('indicator codes', () => {
	it('sort as people count', () => {
		const inOrder = [
			'1.1',
			'1.7',
			'1.7bis',
			'2.1',
			'2.1 bis',
			'2.2',
			'3.5',
			'3.5 bis',
			'3.6',
			'3.9',
			'3.10',
			'3.11',
			'4.1',
		];
		expect(inOrder.toReversed().sort(compareIndicatorCodes)).toEqual(inOrder);
	});

	it('have one spelling', () => {
		expect(['2.1 bis', '2.1bis', '2.1 BIS', '2.1\u00a0bis'].map(normaliseIndicatorCode)).toEqual(
			Array.from({ length: 4 }, () => '2.1bis'),
		);
		expect(indicatorSortKey('2.1 bis')).toBe(indicatorSortKey('2.1bis'));
	});

	it('order by number, whatever its length', () => {
		const part = fc.integer({ min: 0, max: 999_999 });
		fc.assert(
			fc.property(part, part, part, (main, a, b) => {
				expect(Math.sign(compareIndicatorCodes(`${main}.${a}`, `${main}.${b}`))).toBe(Math.sign(a - b));
			}),
		);
	});
});
