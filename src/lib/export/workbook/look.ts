/** How the cells of a workbook look: paper for what is to be filled in, grey for what is given. */
import type { Alignment, Cell, Fill, Font, Worksheet } from 'exceljs';
import { light } from '#design/palette.ts';
import { toCellText } from '#domain/spreadsheetText.ts';
import type { Formats } from '#format/formats.ts';
import type { CellValue } from './columns.ts';

/** Text that no program takes for a formula, for markup or for one of its own escapes (`_x0041_`). */
export function asText(text: string): string {
	return toCellText(text.replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_'));
}

/** A cell's writing; without a name each program takes another letter. */
export function font(more: Partial<Font> = {}): Partial<Font> {
	return { name: 'Calibri', size: 11, ...more };
}

/** Lines of a row's longest text, in the height of a line each: programs don't fit rows of files they did not write. */
export function heightOf(texts: readonly (readonly [text: CellValue, width: number])[]): number {
	const lines = texts.map(([text, width]) =>
		String(text ?? '')
			.split('\n')
			.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width - 1))), 0),
	);
	return LINE * Math.min(MOST_LINES, Math.max(1, ...lines));
}

const LINE = 15;
const MOST_LINES = 12;

/** Puts a value into a cell: a number as one, words as words that are never computed. */
export function put(cell: Cell, value: CellValue): void {
	if (value === null) return;
	cell.value = typeof value === 'number' ? value : asText(value);
}

export function heading(cell: Cell, text: string, { dir }: Formats, forInput: boolean): void {
	cell.value = asText(text);
	cell.font = font({ bold: true, color: colour(forInput ? 'paper' : 'ink') });
	cell.fill = filled(forInput ? 'accent' : 'line');
	cell.alignment = aligned(dir, { vertical: 'bottom' });
}

/** A cell to read. */
export function given(
	cell: Cell,
	value: CellValue,
	{ dir }: Formats,
	figure = typeof value === 'number',
): void {
	put(cell, value);
	cell.font = font();
	cell.fill = filled('paper-sunken');
	cell.border = LINES;
	cell.alignment = aligned(dir, figure ? { horizontal: 'right' } : {});
	cell.protection = { locked: true };
	if (typeof value === 'number') cell.numFmt = formatOf(value);
}

/** A cell to fill in. */
export function input(cell: Cell, value: CellValue, { dir }: Formats, format: string): void {
	put(cell, value);
	cell.font = font();
	cell.border = LINES;
	cell.alignment = aligned(dir, format === TEXT ? {} : { horizontal: 'right' });
	cell.protection = { locked: false };
	cell.numFmt = format;
}

/** A cell of a column that this line does not ask for. */
export function notAsked(cell: Cell): void {
	cell.fill = filled('line');
	cell.border = LINES;
	cell.protection = { locked: true };
}

export const TEXT = '@';
/**
 * Numbers to fill in have no format of their own: into one of "#,##0" Excel takes "80%" as 0.8 and "12/05" as 45,789
 * without a sign of it; into this one as a percentage and a date, which can be told from numbers.
 */
export const NUMBER = 'General';

function formatOf(value: number): string {
	return Number.isInteger(value) ? '#,##0' : '#,##0.##';
}

/** Keeps what is given from being written over by mistake; there is no password, so nobody is locked out. */
export async function protect(sheet: Worksheet): Promise<void> {
	await sheet.protect('', {
		selectLockedCells: true,
		selectUnlockedCells: true,
		formatColumns: true,
		formatRows: true,
		autoFilter: true,
	});
}

const LINES = Object.fromEntries(
	(['top', 'bottom', 'left', 'right'] as const).map((side) => [
		side,
		{ style: 'thin', color: colour('line') },
	]),
) as Cell['border'];

function aligned(dir: Formats['dir'], more: Partial<Alignment>): Partial<Alignment> {
	return {
		vertical: 'top',
		wrapText: true,
		readingOrder: dir,
		...(dir === 'rtl' && { horizontal: 'right' }),
		...more,
	};
}

function filled(name: keyof typeof light): Fill {
	return { type: 'pattern', pattern: 'solid', fgColor: colour(name) };
}

function colour(name: keyof typeof light): { argb: string } {
	return { argb: `FF${light[name].slice(1).toUpperCase()}` };
}
