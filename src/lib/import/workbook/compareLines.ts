/** The rows of a file's figures against the report: what each cell changes, or why it does not. */
import {
	fieldOf,
	INPUT_FIELDS,
	inputFieldsOf,
	type CellRefusal,
	type Difference,
	type InputField,
} from '#domain/workbook.ts';
import type { EntryLine } from '#domain/entry.ts';
import { readCell } from './cellValue.ts';
import { type ComparedCell, differenceOf, refusedCell } from './difference.ts';
import type { FoundSeries } from './findSeries.ts';
import type { FoundTable } from './findTable.ts';
import type { LineIdentity } from './identity.ts';
import { mergedAt } from './mergedCells.ts';
import { textAt } from './sheet.ts';

type FindSeries = (table: FoundTable, row: number) => FoundSeries;

/** A row with the series it belongs to. */
interface SeriesRow {
	readonly table: FoundTable;
	readonly row: number;
	readonly line: EntryLine;
	readonly identity: LineIdentity | null;
}

/** All differences of the tables, by series where they have one, the rest under null. */
export function compareLines(
	tables: readonly FoundTable[],
	find: FindSeries,
): ReadonlyMap<EntryLine | null, readonly Difference[]> {
	const rows = new Map<EntryLine, SeriesRow[]>();
	const homeless: Difference[] = [];
	for (const table of tables)
		for (let row = table.firstRow; row < table.sheet.rows.length; row += 1) {
			if (table.sheet.rows[row] === undefined) continue;
			const found = find(table, row);
			if (found.line === null) homeless.push(...refusedRow(table, row, null, found.why));
			else {
				const own = { table, row, line: found.line, identity: found.identity };
				const known = rows.get(found.line);
				if (known === undefined) rows.set(found.line, [own]);
				else known.push(own);
			}
		}
	const differences = new Map<EntryLine | null, readonly Difference[]>([[null, homeless]]);
	for (const [line, own] of rows) differences.set(line, compareRows(own));
	return differences;
}

function compareRows(rows: readonly SeriesRow[]): readonly Difference[] {
	const filled = rows.filter(({ table, row }) => filledIn(table, row).length > 0);
	if (filled.length > 1)
		return filled.flatMap(({ table, row, line }) => refusedRow(table, row, line, 'several-rows'));
	const [only = rows[0]] = filled;
	return only === undefined ? [] : compareRow(only);
}

function compareRow(row: SeriesRow): readonly Difference[] {
	const asked = inputFieldsOf(row.line);
	const doubled = row.table.doubles.filter(({ at }) => textAt(row.table.sheet, row.row, at) !== '');
	return INPUT_FIELDS.flatMap((field) => {
		const column = row.table.columns.get(field);
		if (column === undefined) return [];
		const cell = comparedCell(row, field, column);
		if (mergedAt(row.table, row.row, column)) return [refusedCell(cell, 'merged')];
		if (!asked.includes(field)) return cell.written === '' ? [] : [refusedCell(cell, 'not-asked')];
		if (doubled.some((double) => double.column === field)) return [refusedCell(cell, 'several-columns')];
		return differenceOf(cell) ?? [];
	});
}

function comparedCell(
	{ table, row, line, identity }: SeriesRow,
	field: InputField,
	column: number,
): ComparedCell {
	const { sheet } = table;
	const base = identity?.base;
	return {
		sheet,
		row,
		column,
		seriesId: line.seriesId,
		field,
		part: null,
		written: textAt(sheet, row, column),
		reading: readCell(sheet.rows[row]?.[column], field, line),
		current: fieldOf(line.cell.answer, field),
		base: base === null || base === undefined ? undefined : fieldOf(base, field),
		overtaken: identity !== null && identity.version !== line.cell.version,
		emptyCounts: identity !== null,
	};
}

function filledIn(table: FoundTable, row: number): readonly (readonly [InputField, number])[] {
	return INPUT_FIELDS.flatMap((field) => {
		const column = table.columns.get(field);
		return column === undefined || textAt(table.sheet, row, column) === '' ? [] : [[field, column] as const];
	});
}

/** Each filled cell of a row that can't be taken. */
function refusedRow(table: FoundTable, row: number, line: EntryLine | null, why: CellRefusal): Difference[] {
	return filledIn(table, row).map(([field, column]) =>
		refusedCell(
			{
				sheet: table.sheet,
				row,
				column,
				seriesId: line?.seriesId ?? null,
				field,
				part: null,
				written: textAt(table.sheet, row, column),
				reading: { kind: 'refused', why, readings: [] },
				current: line === null ? null : fieldOf(line.cell.answer, field),
				base: undefined,
				overtaken: false,
				emptyCounts: false,
			},
			why,
		),
	);
}
