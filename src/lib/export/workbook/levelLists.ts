import type { Worksheet } from 'exceljs';
import type { EntryLine } from '#domain/entry.ts';
import { IDENTITY_SHEET } from '#domain/workbook.ts';
import { asText } from './look.ts';
import { levelWords } from './words.ts';

/** Where the steps of each scale stand: a list to choose from names its cells. */
export interface LevelLists {
	/** The cells of a line's scale; undefined where it has none. */
	placeOf(line: EntryLine): string | undefined;
	/** Writes the steps into the hidden sheet: a list that is written into a cell's rule ends at its first comma. */
	writeTo(sheet: Worksheet): void;
}

/** Beside the columns that the identity uses. */
const COLUMN = 'H';

export function levelLists(lines: readonly EntryLine[]): LevelLists {
	const places = new Map<string, string>();
	const steps: string[] = [];
	for (const { indicator } of lines) {
		const { levels } = indicator;
		const key = JSON.stringify(levels);
		if (levels.length === 0 || places.has(key)) continue;
		const [first, last] = [steps.length + 1, steps.length + levels.length];
		places.set(key, `${IDENTITY_SHEET}!$${COLUMN}$${first}:$${COLUMN}$${last}`);
		steps.push(...levels.map((_, at) => levelWords(levels, at + 1) ?? ''));
	}
	return {
		placeOf: ({ indicator }) => places.get(JSON.stringify(indicator.levels)),
		writeTo: (sheet) =>
			steps.forEach((step, at) => {
				sheet.getCell(`${COLUMN}${at + 1}`).value = asText(step);
			}),
	};
}
