import { CsvError, parse } from 'csv-parse/sync';
import type { ImportNote, ImportProblem, ImportProblemKey } from '#import/changeSet.ts';

export interface CsvRow<Column extends string> {
	/** Line of the file on which the row begins, the header being 1. */
	readonly line: number;
	readonly cells: Readonly<Record<Column, string>>;
}

export interface CsvTable<Column extends string> {
	readonly kind: 'table';
	readonly rows: readonly CsvRow<Column>[];
	readonly notes: readonly ImportNote[];
}

/**
 * Reads a comma-separated file that must have all of `columns` in its header (more are allowed). Any row that does not
 * fit makes the whole file a problem: half a file is not half the truth.
 */
export function readCsv<Column extends string>(
	file: string,
	text: string,
	columns: readonly Column[],
): CsvTable<Column> | ImportProblem {
	let records: readonly ParsedRecord[];
	try {
		records = parsed(text);
	} catch (error) {
		if (error instanceof CsvError) return csvProblem(file, error, text);
		throw error;
	}
	const [head, ...body] = records;
	if (head === undefined) return problem(file, null, 'import.empty');
	const header = head.record.map((name) => name.trim());
	const places = columns.map((column) => [column, header.indexOf(column)] as const);
	const missing = places.find(([, place]) => place === -1);
	if (missing !== undefined) return problem(file, 1, 'import.columnMissing', { column: missing[0] });
	if (body.length === 0) return problem(file, null, 'import.empty');

	return {
		kind: 'table',
		rows: body.map(({ record, info }) => ({
			line: info.lines - lineEndsIn(record),
			cells: Object.fromEntries(places.map(([column, place]) => [column, record[place]])) as Record<
				Column,
				string
			>,
		})),
		notes: /[\r\n]$/u.test(text)
			? []
			: [{ file, line: null, kind: 'file-may-be-cut', what: 'The last line does not end.' }],
	};
}

/** A problem value; see ImportProblem. */
export function problem(
	file: string,
	line: number | null,
	key: ImportProblemKey,
	values: Readonly<Record<string, string>> = {},
): ImportProblem {
	return { kind: 'problem', file, line, key, values };
}

const KEY_BY_CODE: Partial<Record<string, ImportProblemKey>> = {
	CSV_QUOTE_NOT_CLOSED: 'import.quoteNotClosed',
	CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'import.cellCount',
	CSV_RECORD_INCONSISTENT_COLUMNS: 'import.cellCount',
};

interface ParsedRecord {
	readonly record: readonly string[];
	/** lines: the file's line on which the record ends. */
	readonly info: { readonly lines: number };
}

function parsed(text: string, to = -1): readonly ParsedRecord[] {
	// With `info` the parser answers in this shape, which its types do not say.
	return parse(text, { bom: true, info: true, skip_empty_lines: true, to }) as unknown as ParsedRecord[];
}

function lineEndsIn(record: readonly string[]): number {
	return record.join('').split('\n').length - 1;
}

function csvProblem(file: string, error: CsvError, text: string): ImportProblem {
	const key = KEY_BY_CODE[error.code] ?? 'import.malformed';
	const noticedOn = typeof error['lines'] === 'number' ? error['lines'] : null;
	// An open quote is noticed at the end of the file: the line that opened it is the one to look at.
	const line = key === 'import.quoteNotClosed' ? lineAfterRecord(text, Number(error['records'])) : noticedOn;
	return problem(file, line, key, { reason: error.message });
}

function lineAfterRecord(text: string, records: number): number {
	const last = records > 0 ? parsed(text, records).at(-1) : undefined;
	return last === undefined ? 1 : last.info.lines + 1;
}
