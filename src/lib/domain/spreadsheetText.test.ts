import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fromCellText, toCellText } from '#domain/spreadsheetText.ts';

describe('toCellText', () => {
	test.each([
		['=1+1', "'=1+1"],
		['+1', "'+1"],
		['-1', "'-1"],
		['@SUM(A1)', "'@SUM(A1)"],
		['\t=1', "'\t=1"],
		['\r=1', "'\r=1"],
		['＝1+1', "'＝1+1"],
		["'=1+1", "''=1+1"],
		["'quoted'", "'quoted'"],
		['plain', 'plain'],
		['', ''],
	])('%j is written as %j', (text, cell) => expect(toCellText(text)).toBe(cell));

	it('is undone by fromCellText, whatever the text', () => {
		const risky = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', ' ') });
		fc.assert(
			fc.property(fc.oneof(risky, fc.string()), (text) => {
				expect(fromCellText(toCellText(text))).toBe(text);
				expect(toCellText(text)).not.toMatch(/^[=+\-@\t\r]/);
			}),
		);
	});
});
