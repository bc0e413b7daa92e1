/** The rows of a file that split figures against the report. Only our own files have them: their numbers say which part a row is. */
import type { EntryLine, EntryReport } from '#domain/entry.ts';
import type { CellRefusal, Difference, PartName } from '#domain/workbook.ts';
import { readCell } from './cellValue.ts';
import { type ComparedCell, differenceOf, refusedCell } from './difference.ts';
import type { FoundTable } from './findTable.ts';
import type { Identity, LineIdentity } from './identity.ts';
import { partOf } from './mergeAnswer.ts';
import { mergedAt } from './mergedCells.ts';
import { textAt } from './sheet.ts';

/** A row with its cell to fill in, and what the row's number stands for. */
interface PartRow {
	readonly table: FoundTable;
	readonly row: number;
	readonly column: number;
	readonly key: string;
}

/** The part of a series that a number stands for. */
interface KnownPart {
	readonly line: EntryLine;
	readonly part: PartName;
	readonly own: LineIdentity | undefined;
}

/** @returns the differences of each line, under null those of rows that belong to none */
export function compareParts(
	tables: readonly FoundTable[],
	report: EntryReport,
	identity: Identity,
): ReadonlyMap<EntryLine | null, readonly Difference[]> {
	const known = knownParts(report, identity);
	const differences = new Map<EntryLine | null, Difference[]>();
	const seen = new Set<string>();
	for (const row of tables.flatMap(rowsOf)) {
		const found = known.get(row.key);
		const difference = seen.has(row.key)
			? refused(row, found, 'several-rows')
			: found === undefined
				? refused(row, found, 'unknown-part')
				: compareRow(row, found);
		seen.add(row.key);
		if (difference === undefined) continue;
		const line = found?.line ?? null;
		const others = differences.get(line);
		if (others === undefined) differences.set(line, [difference]);
		else others.push(difference);
	}
	return differences;
}

function rowsOf(table: FoundTable): PartRow[] {
	const column = table.columns.get('part');
	const number = table.columns.get('line');
	if (column === undefined) return [];
	return table.sheet.rows.flatMap((cells, row) =>
		row < table.firstRow || cells === undefined
			? []
			: [{ table, row, column, key: number === undefined ? '' : textAt(table.sheet, row, number) }],
	);
}

function knownParts(report: EntryReport, identity: Identity): ReadonlyMap<string, KnownPart> {
	const lines = new Map(report.lines.map((line) => [line.seriesId, line]));
	const versions = new Map([...identity.lines.values()].map((own) => [own.seriesId, own]));
	const known = new Map<string, KnownPart>();
	for (const [key, { seriesId, dimensions, categories }] of identity.parts) {
		const line = lines.get(seriesId);
		if (line !== undefined)
			known.set(key, { line, part: { dimensions, categories }, own: versions.get(seriesId) });
	}
	return known;
}

function compareRow(row: PartRow, found: KnownPart): Difference | undefined {
	return mergedAt(row.table, row.row, row.column)
		? refused(row, found, 'merged')
		: differenceOf(comparedCell(row, found));
}

/** A cell that can't be taken; an empty one says nothing. */
function refused(row: PartRow, found: KnownPart | undefined, why: CellRefusal): Difference | undefined {
	const cell = comparedCell(row, found);
	return cell.written === '' ? undefined : refusedCell(cell, why);
}

function comparedCell({ table, row, column }: PartRow, found: KnownPart | undefined): ComparedCell {
	const at = {
		sheet: table.sheet,
		row,
		column,
		field: 'part',
		written: textAt(table.sheet, row, column),
	} as const;
	if (found === undefined)
		return {
			...at,
			seriesId: null,
			part: null,
			reading: { kind: 'refused', why: 'unknown-part', readings: [] },
			current: null,
			base: undefined,
			overtaken: false,
			emptyCounts: false,
		};
	const { line, part, own } = found;
	const base = own?.base ?? undefined;
	return {
		...at,
		seriesId: line.seriesId,
		part,
		reading: readCell(table.sheet.rows[row]?.[column], 'part', line),
		current: partOf(line.cell.answer, part),
		base: base === undefined ? undefined : partOf(base, part),
		overtaken: own !== undefined && own.version !== line.cell.version,
		emptyCounts: own !== undefined,
	};
}
