import type { EntryIndicator, EntryLine } from '#domain/entry.ts';
import { readNumber } from '#domain/number.ts';
import type { CellRefusal, CellRemark, InputField } from '#domain/workbook.ts';
import { plainWords } from './headings.ts';
import type { SheetCell } from './sheet.ts';

/** What a cell says for a field: a value (null is empty), or why it says none. */
export type CellReading =
	| {
			readonly kind: 'value';
			readonly value: number | string | null;
			readonly remarks: readonly CellRemark[];
	  }
	| { readonly kind: 'refused'; readonly why: CellRefusal; readonly readings: readonly number[] };

/** The longest words that an answer may hold. */
const LONGEST = 10_000;

/** Reads a cell as what its column and its line ask for. */
export function readCell(
	cell: SheetCell | undefined,
	field: InputField | 'part',
	line: EntryLine,
): CellReading {
	if (cell === undefined) return { kind: 'value', value: null, remarks: [] };
	if (cell.kind === 'error') return refused('error-value');
	if (cell.kind === 'not-computed') return refused('formula-without-value');
	const reading = readAs(cell, field, line);
	return reading.kind === 'value' && cell.formula
		? { ...reading, remarks: [...reading.remarks, 'formula'] }
		: reading;
}

function readAs(cell: SheetCell, field: InputField | 'part', line: EntryLine): CellReading {
	switch (field) {
		case 'value':
			return readFigure(cell, line.indicator, line.indicator.measure === 'percentage');
		case 'numerator':
		case 'denominator':
			return readFigure(cell, line.indicator, false);
		case 'part':
			return readPart(cell, line.indicator);
		case 'level':
			return readLevel(cell, line.indicator.levels);
		case 'text':
		case 'inapplicable':
		case 'verification':
		case 'note':
			return readWords(cell);
		default:
			return field satisfies never;
	}
}

function readFigure(cell: SheetCell, indicator: EntryIndicator, percentage: boolean): CellReading {
	if (cell.kind === 'flag') return refused('no-number');
	if (cell.number === null) return readTyped(cell.text, indicator, percentage);
	if (cell.shown === 'date') return refused('date-for-number');
	if (cell.shown === 'percent') {
		if (!percentage) return refused('percent-not-asked');
		// 0.07 times 100 is 7.000000000000001: as many digits as a spreadsheet keeps.
		return value(Number((cell.number * 100).toPrecision(15)), ['percent']);
	}
	return value(cell.number, percentage && cell.number > 0 && cell.number < 1 ? ['below-one-percent'] : []);
}

/** A number as text. Files go through many hands, so no one language's habit decides what a comma means. */
function readTyped(text: string, { counts, measure }: EntryIndicator, percentage: boolean): CellReading {
	const read = readNumber(text, { counts: measure === 'unit' && counts !== 'things' });
	if (read.kind === 'empty') return value(null);
	if (read.kind === 'text') return refused('no-number');
	if (read.kind === 'ambiguous') return refused('ambiguous', read.readings);
	if (read.unit === 'percent' && !percentage) return refused('percent-not-asked');
	return value(read.value, read.unit === 'percent' ? ['percent'] : []);
}

function readPart(cell: SheetCell, indicator: EntryIndicator): CellReading {
	const reading = readFigure(cell, indicator, false);
	return reading.kind === 'value' && typeof reading.value === 'number' && reading.value < 0
		? refused('negative-part')
		: reading;
}

/** A step by its words, its number, or both as the list offers them ("3 · Adopted"). */
function readLevel(cell: SheetCell, levels: readonly string[]): CellReading {
	const said = plainWords(cell.text);
	if (cell.shown === 'date') return refused('unknown-level');
	const step = levels.findIndex(
		(words, index) => said === plainWords(words) || said === plainWords(`${index + 1} ${words}`),
	);
	if (step !== -1) return value(step + 1);
	const typed = readNumber(cell.text);
	const number = typed.kind === 'number' && typed.unit === undefined ? typed.value : undefined;
	return number !== undefined && levels[number - 1] !== undefined ? value(number) : refused('unknown-level');
}

function readWords(cell: SheetCell): CellReading {
	const words = cell.text.replaceAll(/\r\n?/gu, '\n').trim();
	return words.length > LONGEST ? refused('too-long') : value(words === '' ? null : words);
}

function value(read: number | string | null, remarks: readonly CellRemark[] = []): CellReading {
	return { kind: 'value', value: read, remarks };
}

function refused(why: CellRefusal, readings: readonly number[] = []): CellReading {
	return { kind: 'refused', why, readings };
}
