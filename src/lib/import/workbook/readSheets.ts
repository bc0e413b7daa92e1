import { read, SSF, type CellObject, type WorkSheet } from '@e965/xlsx';
import { fromCellText } from '#domain/spreadsheetText.ts';
import { LIMITS } from './limits.ts';
import { RefusedFile } from './refuse.ts';
import type { MergedCells, Sheet, SheetCell } from './sheet.ts';

/** Reads the cells of a checked file (officeFile.ts, or an old xls). @throws RefusedFile */
export function readSheets(bytes: Uint8Array): readonly Sheet[] {
	const workbook = opened(bytes);
	let cells = 0;
	return workbook.SheetNames.map((name) => {
		const sheet = workbook.Sheets[name];
		const rows = sheet === undefined ? [] : rowsOf(sheet);
		cells += rows.reduce((sum, row) => sum + (row?.length ?? 0), 0);
		if (cells > LIMITS.cells || rows.length > LIMITS.rows) throw new RefusedFile('too-many-cells');
		return {
			name,
			rows,
			hiddenRows: hiddenRowsOf(sheet),
			merged: (sheet?.['!merges'] ?? []).map(mergedCells),
		};
	});
}

function opened(bytes: Uint8Array): ReturnType<typeof read> {
	try {
		return read(bytes, {
			type: 'array',
			dense: true,
			// Rows that are hidden are told by their style.
			cellStyles: true,
			cellFormula: true,
			cellHTML: false,
			cellText: false,
			sheetRows: LIMITS.rows + 1,
		});
	} catch (error) {
		const said = error instanceof Error ? error.message : String(error);
		if (/password|encrypt/iu.test(said)) throw new RefusedFile('encrypted');
		throw new RefusedFile(
			/unsupported|cannot find workbook|not a spreadsheet/iu.test(said) ? 'not-a-workbook' : 'damaged',
		);
	}
}

function rowsOf(sheet: WorkSheet): (readonly (SheetCell | undefined)[] | undefined)[] {
	const data: readonly ((CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
	// A row or cell that was never written is a hole, which map would leave one.
	return Array.from(data, (row) => (row === undefined ? undefined : Array.from(row, cellOf)));
}

function cellOf(cell: CellObject | undefined): SheetCell | undefined {
	if (cell === undefined || cell.t === 'z') return undefined;
	const formula = cell.f !== undefined || cell.F !== undefined;
	const plain = { number: null, shown: 'plain', formula } as const;
	if (cell.t === 'e')
		return {
			...plain,
			kind: formula && cell.v === undefined ? 'not-computed' : 'error',
			text: errorText(cell.v),
		};
	if (cell.t === 'b') return { ...plain, kind: 'flag', text: String(cell.v).toUpperCase() };
	if (typeof cell.v === 'number') {
		const shown = shownAs(String(cell.z ?? ''));
		const text = shown === 'date' ? dateText(cell.v) : String(cell.v);
		return { kind: 'number', number: cell.v, text, shown, formula };
	}
	const text = fromCellText(String(cell.v ?? ''));
	return text.trim() === '' ? undefined : { ...plain, kind: 'text', text };
}

function shownAs(format: string): SheetCell['shown'] {
	const unquoted = format.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/gu, '');
	if (unquoted.includes('%')) return 'percent';
	return SSF.is_date(format) ? 'date' : 'plain';
}

function dateText(serial: number): string {
	const { y, m, d } = SSF.parse_date_code(serial) ?? { y: 0, m: 0, d: 0 };
	return y === 0 ? String(serial) : `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

const ERRORS: Readonly<Record<number, string>> = {
	0: '#NULL!',
	7: '#DIV/0!',
	15: '#VALUE!',
	23: '#REF!',
	29: '#NAME?',
	36: '#NUM!',
	42: '#N/A',
};

function errorText(code: CellObject['v']): string {
	return (typeof code === 'number' ? ERRORS[code] : undefined) ?? '#';
}

function hiddenRowsOf(sheet: WorkSheet | undefined): ReadonlySet<number> {
	const rows: readonly ({ readonly hidden?: boolean } | undefined)[] = sheet?.['!rows'] ?? [];
	return new Set(Array.from(rows, (row, index) => (row?.hidden ? index : -1)).filter((index) => index >= 0));
}

function mergedCells({ s, e }: NonNullable<WorkSheet['!merges']>[number]): MergedCells {
	return { firstRow: s.r, lastRow: e.r, firstColumn: s.c, lastColumn: e.c };
}
