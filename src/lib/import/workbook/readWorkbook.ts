import type { EntryLine, EntryReport } from '#domain/entry.ts';
import type { Language } from '#domain/language.ts';
import type { Difference, SeriesChange, WorkbookNotice, WorkbookPreview } from '#domain/workbook.ts';
import { compareLines } from './compareLines.ts';
import { compareParts } from './compareParts.ts';
import { seriesFinder } from './findSeries.ts';
import { type FoundTable, findTable } from './findTable.ts';
import { type Identity, readIdentity } from './identity.ts';
import { openFile } from './openFile.ts';
import { RefusedFile } from './refuse.ts';
import { settle } from './settle.ts';
import type { Sheet } from './sheet.ts';

export interface WorkbookHints {
	/** Of the reader: decides the encoding of a text that could be of two. */
	readonly lang: Language;
}

/**
 * Compares a file that was filled in with the report it belongs to, cell by cell. Writes nothing. Runs in the thread
 * that calls it: a server calls previewWorkbook, which keeps a hostile file within its limits.
 */
export function readWorkbook(
	bytes: Uint8Array,
	report: EntryReport,
	{ lang }: WorkbookHints,
): WorkbookPreview {
	try {
		const { sheets, notices } = openFile(bytes, lang);
		const identity = readIdentity(sheets, report);
		const tables = sheets.flatMap((sheet) => findTable(sheet) ?? []);
		if (tables.length === 0) throw new RefusedFile('no-table');
		return compared(report, tables, identity, [...notices, ...noticesOf(sheets, tables, identity)]);
	} catch (error) {
		if (error instanceof RefusedFile) return { kind: 'refused', why: error.why, owner: error.owner };
		throw error;
	}
}

function compared(
	report: EntryReport,
	tables: readonly FoundTable[],
	identity: Identity | undefined,
	notices: readonly WorkbookNotice[],
): WorkbookPreview {
	const ofLines = compareLines(
		tables.filter(({ ofParts }) => !ofParts),
		seriesFinder(report, identity),
	);
	const ofParts =
		identity === undefined
			? NONE
			: compareParts(
					tables.filter((table) => table.ofParts),
					report,
					identity,
				);
	const differences: Difference[] = [];
	const changes: SeriesChange[] = [];
	for (const line of new Set([...ofLines.keys(), ...ofParts.keys()])) {
		const own = [...(ofLines.get(line) ?? []), ...(ofParts.get(line) ?? [])];
		const settled = line === null ? { differences: own, change: null } : settle(line, own);
		differences.push(...settled.differences);
		if (settled.change !== null) changes.push(settled.change);
	}
	return { kind: 'differences', differences, changes, notices };
}

const NONE: ReadonlyMap<EntryLine | null, readonly Difference[]> = new Map();

function noticesOf(
	sheets: readonly Sheet[],
	tables: readonly FoundTable[],
	identity: Identity | undefined,
): WorkbookNotice[] {
	const notices: WorkbookNotice[] = [];
	if (tables.some(({ sheet, firstRow }) => [...sheet.hiddenRows].some((row) => row >= firstRow)))
		notices.push('hidden-rows');
	if (identity === undefined) {
		notices.push('no-identity');
		if (tables.some(({ ofParts }) => ofParts)) notices.push('parts-not-read');
	}
	return notices;
}
