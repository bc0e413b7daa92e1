import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryLine, entryReport } from '../../../../tests/support/entryReport.ts';
import { gridOf } from '#features/report/grid.ts';
import { parseBlock, placeFrom, placeText, spreadBlock, stepFrom } from '#features/report/gridKeys.ts';

const at = (text: string) => placeFrom(text);
/** Two columns; the second row asks in the first column alone; the third is a ratio. */
const places = ['0.0.0', '0.1.0', '1.0.0', '2.0.0', '2.0.1', '2.1.0', '2.1.1'].map(at);
const step = (from: string, way: 'up' | 'down' | 'next' | 'back') => {
	const place = stepFrom(places, at(from), way);
	return place === undefined ? undefined : placeText(place);
};
const spread = (from: string, ...block: string[][]) => {
	const { texts, left } = spreadBlock(places, at(from), block);
	return [texts.map(({ place, text }) => `${placeText(place)}=${text}`).join(' '), left];
};

describe('moving', () => {
	it('goes down and up a column, past rows that do not ask there', () => {
		expect(step('0.0.0', 'down')).toBe('1.0.0');
		expect(step('0.1.0', 'down')).toBe('2.1.0');
		expect(step('2.1.1', 'up')).toBe('0.1.0');
	});
	it('goes along a row through both numbers of a ratio', () => {
		expect(step('2.0.0', 'next')).toBe('2.0.1');
		expect(step('2.0.1', 'next')).toBe('2.1.0');
		expect(step('2.1.0', 'back')).toBe('2.0.1');
	});
	it('stays at the edge', () => {
		expect([
			step('0.0.0', 'up'),
			step('2.0.0', 'down'),
			step('0.0.0', 'back'),
			step('2.1.1', 'next'),
		]).toEqual([undefined, undefined, undefined, undefined]);
	});
});

describe('pasting', () => {
	it('fills to the right and down', () => {
		expect(spread('0.0.0', ['1', '2'], ['3', '4'], ['5', '6', '7', '8'])).toEqual([
			'0.0.0=1 0.1.0=2 1.0.0=3 2.0.0=5 2.0.1=6 2.1.0=7 2.1.1=8',
			1,
		]);
	});
	it('leaves cells alone where the block is empty, and says what did not fit', () => {
		expect(spread('0.1.0', ['', '9'], ['', ''])).toEqual(['', 1]);
		expect(spread('2.1.0', ['1', '2'], ['3'])).toEqual(['2.1.0=1 2.1.1=2', 1]);
	});
	it('reads what Excel, LibreOffice and Google Sheets copy', () => {
		expect(parseBlock('1\t2\r\n3\t4\r\n')).toEqual([
			['1', '2'],
			['3', '4'],
		]);
		expect(parseBlock('"two\nlines"\t"say ""so"""\n\t5')).toEqual([
			['two\nlines', 'say "so"'],
			['', '5'],
		]);
		expect(parseBlock('7')).toEqual([['7']]);
		expect(parseBlock('')).toEqual([]);
	});
	it('reads back any block', () => {
		const field = fc.string({ unit: 'grapheme', maxLength: 8 });
		const block = fc
			.integer({ min: 1, max: 4 })
			.chain((width) =>
				fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
			);
		fc.assert(
			fc.property(block, (rows) => {
				const copied = rows
					.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join('\t'))
					.join('\n');
				expect(parseBlock(copied)).toEqual(rows);
			}),
		);
	});
});

describe('the grid', () => {
	it('has a column for each country as soon as one indicator is asked in several', () => {
		const other = { id: 'i2', code: '4.2' };
		const grid = gridOf(
			entryReport([
				entryLine({ seriesId: 'a', country: null }),
				entryLine({ seriesId: 'b', country: 'TN' }),
				entryLine({ seriesId: 'c', country: 'EG', indicator: other }),
			]),
		);
		expect(grid.columns).toEqual(['EG', 'TN', null]);
		expect(grid.groups[0]?.rows.map(({ cells }) => cells.map((line) => line?.seriesId ?? null))).toEqual([
			[null, 'b', 'a'],
			['c', null, null],
		]);
	});
	it('needs one column where each indicator is asked once', () => {
		const grid = gridOf(entryReport([entryLine(), entryLine({ country: 'LY', indicator: { id: 'i2' } })]));
		expect(grid.columns).toEqual([null]);
		expect(grid.groups[0]?.rows.map(({ at: place }) => place)).toEqual([0, 1]);
	});
});
