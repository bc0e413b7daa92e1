import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryLine } from '../../../tests/support/entryReport.ts';
import { waysToSplit } from '#domain/categories.ts';
import { type Answer, isUnanswered } from '#domain/entry.ts';
import {
	breakdownOf,
	partOf,
	readTyped,
	withLevel,
	withNumber,
	withPart,
	withRating,
	withText,
	withTyped,
} from '#domain/entryEdit.ts';

const line = entryLine();
const type = (answer: Answer, text: string, locale: 'en' | 'fr' | 'ar' = 'en') =>
	withTyped(answer, 'value', text, readTyped(text, line, locale));

describe('typing a number', () => {
	it('takes what can be read in one way', () => {
		expect(type({}, '1 296')).toEqual({ value: 1296 });
		expect(type({}, '٤٥', 'ar')).toEqual({ value: 45 });
		expect(type({ value: 3, note: 'n' }, '0')).toEqual({ value: 0, note: 'n' });
	});

	it('keeps what is ambiguous or unreadable as it was typed, and no number', () => {
		expect(type({ value: 3 }, '1.296')).toEqual({ typed: { value: '1.296' } });
		expect(type({}, 'about 30')).toEqual({ typed: { value: 'about 30' } });
		expect(withNumber(type({}, '1.296'), 'value', 1296)).toEqual({ value: 1296 });
	});

	it('empties a cell, which is not zero', () => {
		expect(type({ value: 3, note: 'n' }, ' ')).toEqual({ note: 'n' });
		expect(type({ typed: { value: '?' } }, '')).toEqual({});
	});

	it('welcomes a percent sign beside a percentage alone', () => {
		const percentage = entryLine({
			valueKind: 'level',
			indicator: { measure: 'percentage', counts: 'things' },
		});
		expect(readTyped('80 %', percentage, 'en')).toMatchObject({ kind: 'number', value: 80 });
		expect(readTyped('80 %', line, 'en')).toMatchObject({ kind: 'text' });
		expect(readTyped('80 %', { ...percentage, valueKind: 'ratio' }, 'en')).toMatchObject({ kind: 'text' });
	});

	it('replaces what stood in place of a figure', () => {
		expect(type({ inapplicable: 'closed' }, '3')).toEqual({ value: 3 });
		expect(type({ inapplicable: 'closed' }, '3,,')).toEqual({ typed: { value: '3,,' } });
	});
});

describe('other parts of an answer', () => {
	it('let "not applicable" stand in place of a figure', () => {
		expect(withText({ value: 3, note: 'n' }, 'inapplicable', 'not in Libya')).toEqual({
			inapplicable: 'not in Libya',
			note: 'n',
		});
		expect(withText({ inapplicable: 'x' }, 'inapplicable', '')).toEqual({});
		expect(withText({ value: 3 }, 'note', 'n')).toEqual({ value: 3, note: 'n' });
	});

	it('set a step and a judgement', () => {
		expect(withRating(withLevel({}, 2), 'at-risk')).toEqual({ level: 2, rating: 'at-risk' });
		expect(withRating(withLevel({ level: 2, rating: 'at-risk' }, undefined), undefined)).toEqual({});
	});

	it('put parts in and take them out', () => {
		const one = withPart({ value: 3 }, ['sex'], ['female'], 3);
		expect(partOf(one, ['sex'], ['female'])).toBe(3);
		expect(withPart(one, ['sex'], ['female'], undefined)).toEqual({ value: 3 });
		expect(breakdownOf(withPart(one, ['age'], ['25+'], 3), ['sex'])?.parts).toHaveLength(1);
	});

	it('offer each dimension alone, then crossed', () => {
		expect(waysToSplit(['age', 'sex', 'nationality'])).toEqual([['sex'], ['age'], ['sex', 'age']]);
		expect(waysToSplit(['sex', 'age', 'beneficiary_type'])).toHaveLength(7);
		expect(waysToSplit([])).toEqual([]);
	});
});

it('whatever is done to a cell, at most one answer stands in it', () => {
	const text = fc.constantFrom('', ' ', 'words', '12', '1.296', '-4', '٣');
	const step = fc.oneof(
		text.map((typed) => (answer: Answer) => type(answer, typed)),
		text.map((typed) => (answer: Answer) => withText(answer, 'inapplicable', typed)),
		text.map((typed) => (answer: Answer) => withText(answer, 'text', typed)),
		text.map((typed) => (answer: Answer) => withText(answer, 'note', typed)),
		fc.constantFrom(1, 2, undefined).map((level) => (answer: Answer) => withLevel(answer, level)),
	);
	fc.assert(
		fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
			const answer = steps.reduce((before, change) => change(before), {} as Answer);
			const given = ['value', 'text', 'level', 'inapplicable'].filter((name) => name in answer);
			expect(given.length).toBeLessThanOrEqual(1);
			expect(isUnanswered(answer)).toBe(given.length === 0);
			expect(Object.values(answer).includes('')).toBe(false);
			if (answer.typed !== undefined) expect(given).toEqual([]);
		}),
	);
});
