import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { entryLine, past } from '../../../tests/support/entryReport.ts';
import type { Answer, EntryLine } from '#domain/entry.ts';
import {
	adviceOn,
	blocksOn,
	checkCell,
	isExplained,
	needsReason,
	questionOf,
	sumOfParts,
} from '#domain/entryChecks.ts';
import { VALUE_KINDS } from '#domain/indicator.ts';

const count = entryLine();
const total = entryLine({ valueKind: 'cumulative', actual: 400, target: 5000, expected: 3000 });
const thisYear = entryLine({ valueKind: 'cumulative_year' });
const share = entryLine({
	valueKind: 'ratio',
	target: 80,
	expected: 70,
	indicator: { measure: 'percentage', unit: '%', counts: 'things' },
});
const level = entryLine({
	valueKind: 'level',
	history: [],
	target: 60,
	indicator: { measure: 'percentage', unit: '%', counts: 'things' },
});
const falling = entryLine({
	valueKind: 'level',
	target: 5,
	history: [],
	indicator: { ascending: false, counts: 'things' },
});

describe('advice', () => {
	const cases: readonly (readonly [string, EntryLine, Answer, string[]])[] = [
		['an ordinary figure', count, { value: 110 }, []],
		['an empty cell', count, {}, []],
		['zero', count, { value: 0 }, []],
		['three times the last quarter', count, { value: 300 }, []],
		['more than three times the last quarter', count, { value: 301 }, ['jump']],
		['a jump after a quarter of nothing', entryLine({ history: [past('2022-Q3', 0)] }), { value: 9 }, []],
		['a negative figure', count, { value: -1 }, ['negative']],
		['half a person', count, { value: 1.5 }, ['not-whole']],
		['half a hectare', entryLine({ indicator: { counts: 'things' } }), { value: 1.5 }, []],
		['what makes the target exactly', entryLine({ history: [] }), { value: 600 }, ['equals-target']],
		['what makes the target to date exactly', count, { value: 200 }, ['equals-target']],
		['more than twice the target', entryLine({ history: [] }), { value: 1601 }, ['far-over-target']],
		['twice the target', entryLine({ history: [] }), { value: 1600 }, []],
		['a running total that falls', total, { value: 99 }, ['falls']],
		['a running total that stays', total, { value: 100 }, []],
		['a running total equal to its target', total, { value: 5000 }, ['jump', 'equals-target']],
		['a numerator above its denominator', share, { numerator: 11, denominator: 10 }, ['over-hundred']],
		['a share equal to its target', share, { numerator: 8, denominator: 10 }, ['equals-target']],
		['nothing to divide by', share, { numerator: 0, denominator: 0 }, []],
		['a percentage over 100', level, { value: 101 }, ['over-hundred']],
		['far above where less is better', falling, { value: 50 }, []],
	];
	test.each(cases)('%s', (_, line, answer, kinds) => {
		expect(adviceOn(line, answer, '2022-Q4').map(({ kind }) => kind)).toEqual(kinds);
	});

	it('speaks of the number it compares with', () => {
		expect(adviceOn(count, { value: 301 })).toEqual([{ kind: 'jump', last: 100, period: '2022-Q3' }]);
	});

	it('lets the total of a year begin again in January', () => {
		expect(adviceOn(thisYear, { value: 20 }, '2022-Q4').map(({ kind }) => kind)).toEqual(['falls']);
		expect(adviceOn(thisYear, { value: 20 }, '2023-Q1')).toEqual([]);
	});

	it('says when a split tells nothing', () => {
		const split = (known: number) => ({
			value: 10,
			breakdowns: [
				{
					dimensions: ['sex'],
					parts: [
						{ categories: ['female'], value: known },
						{ categories: ['unknown'], value: 10 - known },
					],
				},
			],
		});
		expect(adviceOn(count, split(0))).toEqual([{ kind: 'all-unknown', dimensions: ['sex'] }]);
		expect(adviceOn(count, split(1))).toEqual([]);
	});

	it('is answered by a note, not by blanks', () => {
		expect(isExplained({ value: 301, note: 'A campaign' })).toBe(true);
		expect(isExplained({ value: 301, note: '  ' })).toBe(false);
		expect(isExplained({ value: 301 })).toBe(false);
	});
});

describe('blocks', () => {
	const parts = (...values: number[]) => [
		{ dimensions: ['sex'], parts: values.map((value, at) => ({ categories: [String(at)], value })) },
	];
	const cases: readonly (readonly [string, EntryLine, Answer, string[]])[] = [
		['nothing', count, {}, []],
		['a figure', count, { value: 3 }, []],
		['what is no number', count, { typed: { value: 'about 30' } }, ['unreadable']],
		['a numerator alone', share, { numerator: 3 }, ['half-ratio']],
		['a denominator alone', share, { denominator: 3 }, ['half-ratio']],
		[
			'half a share that is still typed',
			share,
			{ numerator: 3, typed: { denominator: '?' } },
			['unreadable'],
		],
		[
			'a step the scale has not',
			entryLine({ indicator: { levels: ['a', 'b'] } }),
			{ level: 3 },
			['unknown-level'],
		],
		['parts that make the figure', count, { value: 3, breakdowns: parts(1, 2) }, []],
		['parts that make another', count, { value: 4, breakdowns: parts(1, 2) }, ['parts']],
		['parts without a figure', count, { breakdowns: parts(1, 2) }, ['parts']],
		['parts of a numerator', share, { numerator: 3, denominator: 9, breakdowns: parts(1, 2) }, []],
		['tenths', count, { value: 0.3, breakdowns: parts(0.1, 0.2) }, []],
	];
	test.each(cases)('%s', (_, line, answer, kinds) => {
		expect(blocksOn(line, answer).map(({ kind }) => kind)).toEqual(kinds);
	});

	it('say which sums disagree', () => {
		expect(blocksOn(count, { value: 4, breakdowns: parts(1, 2) })).toEqual([
			{ kind: 'parts', dimensions: ['sex'], sum: 3, total: 4 },
		]);
	});

	it('never stop parts that add up', () => {
		const whole = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(whole, (values) => {
				const value = sumOfParts(values.map((one) => ({ value: one })));
				expect(blocksOn(count, { value, breakdowns: parts(...values) })).toEqual([]);
				expect(blocksOn(count, { value: value + 1, breakdowns: parts(...values) })).toHaveLength(1);
			}),
		);
	});
});

describe('a cell', () => {
	it('is missing while nothing is answered, which is no block', () => {
		expect(checkCell(count, {}, '2022-Q4')).toMatchObject({ missing: true, blocks: [], advice: [] });
		expect(checkCell(count, { note: 'later' }, '2022-Q4')).toMatchObject({ missing: true });
		expect(checkCell(count, { value: 0 }, '2022-Q4')).toMatchObject({ missing: false });
		expect(checkCell(count, { typed: { value: '?' } }, '2022-Q4')).toMatchObject({ missing: false });
	});

	it('needs reason and action where it was off track', () => {
		const behind = entryLine({ status: 'off-track' });
		expect(needsReason(behind, { value: 1 })).toBe(true);
		expect(needsReason(behind, { value: 1, reason: 'Access', action: ' ' })).toBe(true);
		expect(needsReason(behind, { value: 1, reason: 'Access', action: 'Remote' })).toBe(false);
		expect(needsReason(count, { value: 1 })).toBe(false);
	});

	it('asks a question for each kind', () => {
		expect(VALUE_KINDS.map((valueKind) => questionOf({ valueKind }))).toEqual([
			'in-period',
			'since-start',
			'since-january',
			'level-at-end',
			'ratio',
			'scale',
			'words',
		]);
	});
});
