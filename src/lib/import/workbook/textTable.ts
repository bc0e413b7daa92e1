/** A table saved as text: separated by semicolons, commas or tabs, in whatever encoding the program's country has. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Language } from '#domain/language.ts';
import { fromCellText } from '#domain/spreadsheetText.ts';
import { LIMITS } from './limits.ts';
import { RefusedFile } from './refuse.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** @throws RefusedFile where it is no text, or no table */
export function readTextTable(bytes: Uint8Array, lang: Language): Sheet {
	const text = decoded(bytes, lang);
	if (/^\s*(<|%PDF|\{\\rtf)/iu.test(text)) throw new RefusedFile('not-a-workbook');
	const named = /^sep=(.)\r?\n/u.exec(text);
	const body = named === null ? text : text.slice(named[0].length);
	const records = parsed(body, named?.[1] ?? delimiterOf(body));
	const cells = records.reduce((sum, record) => sum + record.length, 0);
	if (cells > LIMITS.cells || records.length > LIMITS.rows) throw new RefusedFile('too-many-cells');
	const rows = records.map((record) => record.map(cellOf));
	// The line that names the separator is a row of the file: addresses count it.
	return {
		name: null,
		rows: named === null ? rows : [undefined, ...rows],
		hiddenRows: new Set(),
		merged: [],
	};
}

function cellOf(written: string): SheetCell | undefined {
	const text = fromCellText(written);
	return text.trim() === ''
		? undefined
		: { kind: 'text', number: null, text, shown: 'plain', formula: false };
}

function parsed(text: string, delimiter: string): readonly (readonly string[])[] {
	try {
		return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
	} catch (error) {
		if (error instanceof CsvError) throw new RefusedFile('damaged');
		throw error;
	}
}

/** The separator that the first lines hold most often outside of quotes. */
function delimiterOf(text: string): string {
	const start = text.slice(0, 20_000).replace(/"[^"]*"/gu, '');
	const counts = [';', '\t', ','].map((delimiter) => [start.split(delimiter).length - 1, delimiter] as const);
	return counts.sort(([a], [b]) => b - a)[0]?.[1] ?? ';';
}

function decoded(bytes: Uint8Array, lang: Language): string {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	const zeros = zerosAt(bytes.subarray(0, 2000));
	if (zeros.even + zeros.odd > 0) return ofTwoBytes(bytes, zeros);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		// No UTF-8, so of one byte a letter: below.
		return ofOneByte(bytes, lang);
	}
}

/** Latin letters in UTF-16 have a zero in every other byte; anything else with zeros is no text. */
function ofTwoBytes(bytes: Uint8Array, { even, odd }: { even: number; odd: number }): string {
	if (odd > 20 * even) return new TextDecoder('utf-16le').decode(bytes);
	if (even > 20 * odd) return new TextDecoder('utf-16be').decode(bytes);
	throw new RefusedFile('not-a-workbook');
}

function zerosAt(bytes: Uint8Array): { even: number; odd: number } {
	const zeros = { even: 0, odd: 0 };
	bytes.forEach((byte, index) => {
		if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
	});
	return zeros;
}

/**
 * Arabic Windows or Western Windows. The Arabic one has the French small letters in the same places, so it is the right
 * one where it shows Arabic letters side by side; French never has the capitals in their places side by side.
 */
function ofOneByte(bytes: Uint8Array, lang: Language): string {
	if (bytes.subarray(0, 2000).some((byte) => byte < 9 || (byte > 13 && byte < 32)))
		throw new RefusedFile('not-a-workbook');
	const arabic = new TextDecoder('windows-1256').decode(bytes);
	if (/\p{Script=Arabic}{2}/u.test(arabic) || lang === 'ar') return arabic;
	return new TextDecoder('windows-1252').decode(bytes);
}
