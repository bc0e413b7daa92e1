import { INPUT_FIELDS } from '#domain/workbook.ts';
import type { FoundTable } from './findTable.ts';
import type { MergedCells } from './sheet.ts';

/** Whether a cell to fill in was made one with others to fill in: then nobody can tell which of them its figure is. */
export function mergedAt(table: FoundTable, row: number, column: number): boolean {
	return (byRow(table).get(row) ?? []).some(
		(cells) => column >= cells.firstColumn && column <= cells.lastColumn,
	);
}

const indexes = new WeakMap<FoundTable, ReadonlyMap<number, readonly MergedCells[]>>();

/** Rows with cells that were made one: looking at each merge for each cell would take minutes in a hostile file. */
function byRow(table: FoundTable): ReadonlyMap<number, readonly MergedCells[]> {
	const known = indexes.get(table);
	if (known !== undefined) return known;
	const index = new Map<number, MergedCells[]>();
	const inputs = [...INPUT_FIELDS, 'part' as const].flatMap((field) => table.columns.get(field) ?? []);
	for (const cells of table.sheet.merged) {
		const covered = inputs.filter((at) => at >= cells.firstColumn && at <= cells.lastColumn).length;
		const rows = cells.lastRow - Math.max(cells.firstRow, table.firstRow) + 1;
		if (covered === 0 || rows < 1 || covered * rows < 2) continue;
		const last = Math.min(cells.lastRow, table.sheet.rows.length - 1);
		for (let row = Math.max(cells.firstRow, table.firstRow); row <= last; row += 1) {
			const known = index.get(row);
			if (known === undefined) index.set(row, [cells]);
			else known.push(cells);
		}
	}
	indexes.set(table, index);
	return index;
}
