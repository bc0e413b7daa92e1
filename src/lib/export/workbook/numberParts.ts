import type { EntryLine, EntryReport } from '#domain/entry.ts';
import { partsAsked } from '#domain/parts.ts';
import type { PartName } from '#domain/workbook.ts';

/** One row of the sheet that splits figures; its number is its place, from 1. */
export interface NumberedPart {
	readonly line: EntryLine;
	readonly name: PartName;
	readonly value: number | null;
}

export function numberParts(report: EntryReport): readonly NumberedPart[] {
	return report.lines.flatMap((line) =>
		partsAsked(line.indicator, line.cell.answer).map((name) => ({
			line,
			name,
			value: valueOf(line, name),
		})),
	);
}

function valueOf({ cell }: EntryLine, { dimensions, categories }: PartName): number | null {
	const isSame = (one: readonly string[], other: readonly string[]) => one.join('\n') === other.join('\n');
	const split = cell.answer.breakdowns?.find((one) => isSame(one.dimensions, dimensions));
	return split?.parts.find((part) => isSame(part.categories, categories))?.value ?? null;
}
