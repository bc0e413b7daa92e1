import type { CellRefusal, CellRemark, Difference, InputField, PartName } from '#domain/workbook.ts';
import type { CellReading } from './cellValue.ts';
import { type Sheet, addressOf } from './sheet.ts';

type Held = number | string | null;

/** One cell of the file with what the report, and the file when it was made, hold for it. */
export interface ComparedCell {
	readonly sheet: Sheet;
	readonly row: number;
	readonly column: number;
	readonly seriesId: string | null;
	readonly field: InputField | 'part';
	readonly part: PartName | null;
	readonly written: string;
	readonly reading: CellReading;
	/** What the report holds. */
	readonly current: Held;
	/** What the file held when it was made; undefined where that is not known. */
	readonly base: Held | undefined;
	/** Somebody saved another version of the series since the file was made. */
	readonly overtaken: boolean;
	/** An empty cell of our own file was emptied; of another it says nothing. */
	readonly emptyCounts: boolean;
}

/** What a cell changes, or why it does not; undefined where it says nothing and nothing is held. */
export function differenceOf(cell: ComparedCell): Difference | undefined {
	const { reading, current, base } = cell;
	// What was typed and is no number yet comes back as it went out.
	const back = (held: Held | undefined) => typeof held === 'string' && held.trim() === cell.written;
	if (reading.kind === 'refused' && !back(current) && !back(base))
		return refusedCell(cell, reading.why, reading.readings);
	const value = reading.kind === 'value' ? reading.value : cell.written;
	if (value === null && (current === null || !cell.emptyCounts)) return undefined;
	const remarks = reading.kind === 'value' ? reading.remarks : [];
	if (sameValue(value, current)) return told(cell, 'same', value, remarks);
	if (base !== undefined && sameValue(value, base) && cell.overtaken)
		return told(cell, 'same', current, [...remarks, 'newer-kept']);
	if (cell.overtaken) return refusedCell(cell, 'changed-meanwhile');
	if (value === null) return told(cell, 'changed', null, [...remarks, 'emptied']);
	return told(cell, current === null ? 'new' : 'changed', value, remarks);
}

/** A cell that is not taken. */
export function refusedCell(
	cell: ComparedCell,
	why: CellRefusal,
	readings: readonly number[] = [],
): Difference {
	return { ...told(cell, 'refused', cell.written === '' ? null : shortened(cell.written)), why, readings };
}

/** The same difference, not taken after all. */
export function refusedInstead(difference: Difference, why: CellRefusal): Difference {
	return { ...difference, state: 'refused', why };
}

function told(
	cell: ComparedCell,
	state: Difference['state'],
	to: Held,
	remarks: readonly CellRemark[] = [],
): Difference {
	const { sheet, row, column, seriesId, field, part, current } = cell;
	return {
		address: addressOf(sheet, row, column),
		seriesId,
		field,
		part,
		state,
		why: null,
		readings: [],
		remarks: sheet.hiddenRows.has(row) && state !== 'same' ? [...remarks, 'hidden-row'] : remarks,
		from: current,
		to,
	};
}

function sameValue(one: Held, other: Held): boolean {
	return typeof one === 'string' && typeof other === 'string' ? tidy(one) === tidy(other) : one === other;
}

/** Programs join spaces and end lines in their own ways. */
function tidy(text: string): string {
	return text.replaceAll(/\s+/gu, ' ').trim();
}

function shortened(text: string): string {
	return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
