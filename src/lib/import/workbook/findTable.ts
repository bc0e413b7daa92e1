import { INPUT_FIELDS, type WorkbookColumn } from '#domain/workbook.ts';
import { columnOf } from './headings.ts';
import { type MergedCells, type Sheet, textAt } from './sheet.ts';

/** Where in a sheet the figures stand. */
export interface FoundTable {
	readonly sheet: Sheet;
	readonly columns: ReadonlyMap<WorkbookColumn, number>;
	/** Further columns of the same name: which one counts can't be known. */
	readonly doubles: readonly { readonly column: WorkbookColumn; readonly at: number }[];
	readonly firstRow: number;
	/** Figures are split by category, one part a row. */
	readonly ofParts: boolean;
}

/** A heading is looked for in the first rows, and may stand in up to three rows under each other. */
const ROWS_SEARCHED = 40;
const HEADING_ROWS = 3;

/** The table of a sheet, or undefined where no heading names a series and something to fill in. */
export function findTable(sheet: Sheet): FoundTable | undefined {
	let best: (Heading & { last: number }) | undefined;
	for (let first = 0; first < Math.min(ROWS_SEARCHED, sheet.rows.length); first += 1) {
		for (let height = 1; height <= HEADING_ROWS; height += 1) {
			const heading = columnsIn(sheet, first, height);
			if (!isHeading(heading.columns)) continue;
			if (best === undefined || heading.columns.size > best.columns.size)
				best = { ...heading, last: first + height - 1 };
		}
	}
	if (best === undefined) return undefined;
	const ofParts = best.columns.has('part') || best.columns.has('category');
	return { sheet, columns: best.columns, doubles: best.doubles, firstRow: best.last + 1, ofParts };
}

interface Heading {
	readonly columns: ReadonlyMap<WorkbookColumn, number>;
	readonly doubles: FoundTable['doubles'];
}

function isHeading(columns: ReadonlyMap<WorkbookColumn, number>): boolean {
	const names = ['line', 'code', 'title'] as const;
	const fills = [...INPUT_FIELDS, 'part'] as const;
	return names.some((column) => columns.has(column)) && fills.some((column) => columns.has(column));
}

/** The lowest heading that is known counts: what stands above several columns is only their group. */
function columnsIn(sheet: Sheet, first: number, height: number): Heading {
	const doubles: { column: WorkbookColumn; at: number }[] = [];
	const columns = new Map<WorkbookColumn, number>();
	const width = Math.max(0, ...rowsOf(first, height).map((row) => sheet.rows[row]?.length ?? 0));
	for (let at = 0; at < width; at += 1) {
		const known = rowsOf(first, height)
			.reverse()
			.map((row) => columnOf(headingAt(sheet, row, at)))
			.find((column) => column !== undefined);
		if (known === undefined) continue;
		if (columns.has(known)) doubles.push({ column: known, at });
		else columns.set(known, at);
	}
	return { columns, doubles };
}

function rowsOf(first: number, height: number): number[] {
	return Array.from({ length: height }, (_, index) => first + index);
}

/** A heading across several rows or columns is that of each of them. */
function headingAt(sheet: Sheet, row: number, column: number): string {
	const merged = sheet.merged.find((cells) => covers(cells, row, column));
	return merged === undefined
		? textAt(sheet, row, column)
		: textAt(sheet, merged.firstRow, merged.firstColumn);
}

/** Whether a cell is one of those that were made one. */
export function covers(cells: MergedCells, row: number, column: number): boolean {
	return (
		row >= cells.firstRow && row <= cells.lastRow && column >= cells.firstColumn && column <= cells.lastColumn
	);
}
