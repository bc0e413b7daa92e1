/** The hidden sheet by which a file knows the report and the version that it was made from. */
import type { Answer, EntryReport } from '#domain/entry.ts';
import {
	IDENTITY_MARK,
	IDENTITY_SHEET,
	type PartName,
	WORKBOOK_FORMAT,
	type WorkbookOwner,
} from '#domain/workbook.ts';
import { RefusedFile } from './refuse.ts';
import { type Sheet, textAt } from './sheet.ts';

export interface LineIdentity {
	readonly seriesId: string;
	readonly version: number;
	/** What the cell held when the file was made; null where that was too long to keep. */
	readonly base: Answer | null;
}

export interface Identity {
	/** By the number in the column "line". */
	readonly lines: ReadonlyMap<string, LineIdentity>;
	/** By the number in the same column of the sheet that splits figures. */
	readonly parts: ReadonlyMap<string, PartName & { readonly seriesId: string }>;
}

/** @throws RefusedFile for a file of another report, or of a newer format; undefined where the file has no identity */
export function readIdentity(sheets: readonly Sheet[], report: EntryReport): Identity | undefined {
	const sheet = sheets.find(({ name }) => name === IDENTITY_SHEET);
	if (sheet === undefined || textAt(sheet, 0, 0) !== IDENTITY_MARK) return undefined;
	const format = Number(textAt(sheet, 0, 1));
	if (!Number.isInteger(format) || format > WORKBOOK_FORMAT) throw new RefusedFile('newer-format');
	if (textAt(sheet, 0, 2) !== report.id) throw new RefusedFile('wrong-report', ownerOf(sheet));

	const lines = new Map<string, LineIdentity>();
	const parts = new Map<string, PartName & { seriesId: string }>();
	for (let row = 1; row < sheet.rows.length; row += 1) {
		const [kind, number, seriesId, fourth, fifth] = [0, 1, 2, 3, 4].map((at) => textAt(sheet, row, at));
		if (number === undefined || seriesId === undefined) continue;
		if (kind === 'line') lines.set(number, { seriesId, version: Number(fourth), base: answerIn(fifth) });
		if (kind === 'part') {
			const [dimensions, categories] = [wordsIn(fourth), wordsIn(fifth)];
			parts.set(number, { seriesId, dimensions, categories });
		}
	}
	return { lines, parts };
}

function ownerOf(sheet: Sheet): WorkbookOwner | null {
	const [project, period, organisation] = [3, 4, 5].map((column) => textAt(sheet, 0, column));
	return project && period && organisation ? { project, period, organisation } : null;
}

function answerIn(json: string | undefined): Answer | null {
	const parsed = parsedJson(json);
	return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Answer) : null;
}

function wordsIn(json: string | undefined): readonly string[] {
	const parsed = parsedJson(json);
	return Array.isArray(parsed) ? parsed.map(String) : [];
}

function parsedJson(json: string | undefined): unknown {
	try {
		return JSON.parse(json ?? '');
	} catch (error) {
		// Somebody wrote into the hidden sheet: what it said is not known then.
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}
