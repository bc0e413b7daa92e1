/** The rows of a file that split figures against the report. Only our own files have them: their numbers say which part a row is. */
import type { EntryLine, EntryReport } from '#domain/entry.ts';
import type { CellRefusal, Difference, PartName } from '#domain/workbook.ts';
import { readCell } from './cellValue.ts';
import { type ComparedCell, differenceOf, refusedCell } from './difference.ts';
import type { FoundTable } from './findTable.ts';
import type { Identity } from './identity.ts';
import { partOf } from './mergeAnswer.ts';
import { mergedAt } from './mergedCells.ts';
import { textAt } from './sheet.ts';

/** @returns the differences of each line, under null those of rows that belong to none */
export function compareParts(
	tables: readonly FoundTable[],
	report: EntryReport,
	identity: Identity,
): ReadonlyMap<EntryLine | null, readonly Difference[]> {
	const byId = new Map(report.lines.map((line) => [line.seriesId, line]));
	const versions = new Map([...identity.lines.values()].map((own) => [own.seriesId, own]));
	const differences = new Map<EntryLine | null, Difference[]>();
	const seen = new Set<string>();
	for (const table of tables)
		for (let row = table.firstRow; row < table.sheet.rows.length; row += 1) {
			const column = table.columns.get('part');
			if (column === undefined || table.sheet.rows[row] === undefined) continue;
			const number = table.columns.get('line');
			const key = number === undefined ? '' : textAt(table.sheet, row, number);
			const part = identity.parts.get(key);
			const line = part === undefined ? undefined : byId.get(part.seriesId);
			const written = textAt(table.sheet, row, column);
			const own = line === undefined ? undefined : versions.get(line.seriesId);
			const why: CellRefusal | undefined =
				line === undefined
					? 'unknown-part'
					: seen.has(key)
						? 'several-rows'
						: mergedAt(table, row, column)
							? 'merged'
							: undefined;
			seen.add(key);
			const cell: ComparedCell = {
				sheet: table.sheet,
				row,
				column,
				seriesId: line?.seriesId ?? null,
				field: 'part',
				part: part === undefined ? null : nameOf(part),
				written,
				reading:
					line === undefined
						? { kind: 'refused', why: 'unknown-part', readings: [] }
						: readCell(table.sheet.rows[row]?.[column], 'part', line),
				current: line === undefined || part === undefined ? null : partOf(line.cell.answer, part),
				base: own?.base == null || part === undefined ? undefined : partOf(own.base, part),
				overtaken: own !== undefined && line !== undefined && own.version !== line.cell.version,
				emptyCounts: own !== undefined,
			};
			const difference =
				why === undefined ? differenceOf(cell) : written === '' ? undefined : refusedCell(cell, why);
			if (difference === undefined) continue;
			const known = differences.get(line ?? null);
			if (known === undefined) differences.set(line ?? null, [difference]);
			else known.push(difference);
		}
	return differences;
}

function nameOf({ dimensions, categories }: PartName): PartName {
	return { dimensions, categories };
}
