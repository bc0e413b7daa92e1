// Filling in a workbook as somebody else's program does: with a library that did not write it.
import {
	read,
	utils,
	write,
	type BookType,
	type CellObject,
	type WorkBook,
	type WorkSheet,
} from '@e965/xlsx';
import type { Language } from '#domain/language.ts';
import type { EntryLine, EntryReport } from '#domain/entry.ts';
import type { InputField } from '#domain/workbook.ts';
import { reportWorkbook } from '#export/workbook/reportWorkbook.ts';
import { formatsFor, type Formats } from '#format/formats.ts';
import { loadReportMessages } from '#format/messages.ts';

/** Row of the headings, counted from 0. */
const HEADINGS = 3;

export async function reportFormats(lang: Language): Promise<Formats> {
	return formatsFor(lang, await loadReportMessages(lang));
}

/** A workbook that was downloaded and opened. */
export interface OpenedWorkbook {
	readonly book: WorkBook;
	readonly fill: WorkSheet;
	readonly parts: WorkSheet | undefined;
	/** Puts a cell into the row of a line, or takes it out. */
	set(line: EntryLine, field: InputField, cell: CellObject | string | number | null): void;
	cellOf(line: EntryLine, field: InputField): CellObject | undefined;
	/** `Fill in!H5`, as a difference names it. */
	addressOf(line: EntryLine, field: InputField): string;
	/** The number of one part; its row is known by its words in the sheet's language. */
	setPart(row: number, value: number | null): void;
	/** Small as programs save it, or quickly. */
	saved(as?: BookType, compression?: boolean): Uint8Array;
}

export async function downloaded(report: EntryReport, lang: Language = 'en'): Promise<OpenedWorkbook> {
	const formats = await reportFormats(lang);
	const book = read(await reportWorkbook(report, formats), { cellStyles: true, cellNF: true });
	const fill = sheetOf(book, formats.t('workbook.sheet.fill'));
	const parts = book.Sheets[formats.t('workbook.sheet.parts')];
	const headings = (utils.sheet_to_json<string[]>(fill, { header: 1 })[HEADINGS] ?? []).map(String);
	const columnOf = (field: InputField) => {
		const column = headings.indexOf(formats.t(`workbook.column.${field}`));
		if (column === -1) throw new Error(`The sheet has no column for ${field}.`);
		return column;
	};
	const rows = new Map(report.lines.map(({ seriesId }, at) => [seriesId, HEADINGS + 1 + at]));
	const rowOf = ({ seriesId }: EntryLine) => {
		const row = rows.get(seriesId);
		if (row === undefined) throw new Error('The sheet has no row for this line.');
		return row;
	};
	const place = (line: EntryLine, field: InputField) =>
		utils.encode_cell({ r: rowOf(line), c: columnOf(field) });
	return {
		book,
		fill,
		parts,
		set: (line, field, cell) => put(fill, place(line, field), cell),
		cellOf: (line, field) => fill[place(line, field)],
		addressOf: (line, field) => `${formats.t('workbook.sheet.fill')}!${place(line, field)}`,
		setPart: (row, value) => {
			if (parts === undefined) throw new Error('The workbook has no sheet that splits figures.');
			put(parts, utils.encode_cell({ r: HEADINGS + 1 + row, c: 6 }), value);
		},
		saved: (as = 'xlsx', compression = false) =>
			new Uint8Array(write(book, { type: 'array', bookType: as, compression })),
	};
}

/** A workbook of one's own: rows of cells, a sheet. */
export function ownWorkbook(
	rows: readonly (readonly (CellObject | string | number | null)[])[],
	as: BookType = 'xlsx',
): Uint8Array {
	const book = utils.book_new();
	utils.book_append_sheet(book, ownSheet(rows), 'Sheet1');
	return new Uint8Array(write(book, { type: 'array', bookType: as }));
}

export function ownSheet(rows: readonly (readonly (CellObject | string | number | null)[])[]): WorkSheet {
	const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (isCell(cell) ? null : cell))));
	rows.forEach((row, r) =>
		row.forEach((cell, c) => {
			if (isCell(cell)) put(sheet, utils.encode_cell({ r, c }), cell);
		}),
	);
	sheet['!ref'] = utils.encode_range({
		s: { r: 0, c: 0 },
		e: { r: rows.length - 1, c: Math.max(...rows.map((row) => row.length)) - 1 },
	});
	return sheet;
}

function isCell(cell: CellObject | string | number | null): cell is CellObject {
	return typeof cell === 'object' && cell !== null;
}

function sheetOf(book: WorkBook, name: string): WorkSheet {
	const sheet = book.Sheets[name];
	if (sheet === undefined)
		throw new Error(`The workbook has no sheet ${name}, but ${book.SheetNames.join(', ')}.`);
	return sheet;
}

function put(sheet: WorkSheet, address: string, cell: CellObject | string | number | null): void {
	if (cell === null) Reflect.deleteProperty(sheet, address);
	else if (isCell(cell)) sheet[address] = cell;
	else sheet[address] = typeof cell === 'number' ? { t: 'n', v: cell } : { t: 's', v: cell };
}
