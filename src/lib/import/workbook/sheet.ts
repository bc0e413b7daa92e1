/** A sheet as it is read here, whatever program wrote it. Rows and columns count from 0. */

export interface SheetCell {
	readonly kind: 'number' | 'text' | 'flag' | 'error' | 'not-computed';
	readonly number: number | null;
	readonly text: string;
	/** How the program shows the number. */
	readonly shown: 'plain' | 'percent' | 'date';
	readonly formula: boolean;
}

export interface MergedCells {
	readonly firstRow: number;
	readonly lastRow: number;
	readonly firstColumn: number;
	readonly lastColumn: number;
}

export interface Sheet {
	/** Null for a table in text, which has no sheets. */
	readonly name: string | null;
	readonly rows: readonly (readonly (SheetCell | undefined)[] | undefined)[];
	readonly hiddenRows: ReadonlySet<number>;
	readonly merged: readonly MergedCells[];
}

/** Text of a cell; '' for none. A number is given in plain digits. */
export function textAt(sheet: Sheet, row: number, column: number): string {
	const cell = sheet.rows[row]?.[column];
	return cell === undefined ? '' : cell.text.trim();
}

/** `Sheet!D12`, as people find it. */
export function addressOf(sheet: Sheet, row: number, column: number): string {
	const cell = `${columnName(column)}${row + 1}`;
	return sheet.name === null ? cell : `${sheet.name}!${cell}`;
}

function columnName(column: number): string {
	const last = String.fromCharCode(65 + (column % 26));
	return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}
