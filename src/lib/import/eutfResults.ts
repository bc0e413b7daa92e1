import { readNumber } from '#domain/number.ts';
import { isIsoDate } from '#domain/period.ts';
import type { CatalogueIndicator } from '#domain/indicator.ts';
import type { ImportNote, ImportProblem, LeftOut } from '#import/changeSet.ts';
import { problem, readCsv, type CsvRow } from '#import/csvTable.ts';
import { readEutfCode } from '#import/eutfCode.ts';
import { titleReader } from '#import/eutfFramework.ts';
import type { EutfProject, EutfProjects } from '#import/eutfProjects.ts';

export const RESULT_COLUMNS = [
	'iati_id',
	'result_type',
	'title',
	'period_start',
	'period_end',
	'target',
	'actual',
] as const;
type ResultCsvRow = CsvRow<(typeof RESULT_COLUMNS)[number]>;

/** A figure as published: a number, or the text where it is no certain number. Null: nothing stood there. */
export type PublishedFigure =
	{ readonly value: number; readonly text: null } | { readonly value: null; readonly text: string } | null;

export interface EutfResult {
	readonly line: number;
	readonly project: EutfProject;
	readonly indicator: CatalogueIndicator;
	readonly target: PublishedFigure;
	readonly actual: PublishedFigure;
}

export interface EutfResults {
	readonly kind: 'results';
	readonly results: readonly EutfResult[];
	readonly period: { readonly startsOn: string; readonly endsOn: string };
	readonly leftOut: readonly LeftOut[];
	readonly notes: readonly ImportNote[];
}

/** Reads the results file against the projects: each row becomes a result or is left out with its reason. */
export function readEutfResults(
	file: string,
	text: string,
	projects: EutfProjects,
): EutfResults | ImportProblem {
	const table = readCsv(file, text, RESULT_COLUMNS);
	if (table.kind === 'problem') return table;

	const notes = [...table.notes];
	const leftOut: LeftOut[] = [];
	const leave = (row: ResultCsvRow, why: LeftOut['why']) =>
		leftOut.push({ file, line: row.line, what: rowText(row), why });

	const located: { row: ResultCsvRow; project: EutfProject }[] = [];
	for (const row of table.rows) {
		const id = readEutfCode(row.cells.iati_id);
		const project = projects.byCode.get(id.code);
		if (project !== undefined) located.push({ row, project });
		else if (id.otherWindow) leave(row, 'other-window');
		else return problem(file, row.line, 'import.projectUnknown', { project: row.cells.iati_id });
	}

	const readTitle = titleReader(
		located.map(({ row, project }) => ({ project: project.id.code, title: row.cells.title })),
	);
	const titled: { row: ResultCsvRow; project: EutfProject; indicator: CatalogueIndicator }[] = [];
	for (const { row, project } of located) {
		const reading = readTitle(project.id.code, row.cells.title);
		if (reading.kind === 'indicator') titled.push({ row, project, indicator: reading.indicator });
		else leave(row, reading.kind === 'unknown' ? 'not-in-a-framework' : 'framework-unclear');
	}

	const period = commonPeriod(titled.map(({ row }) => row));
	if (period === undefined) return problem(file, null, 'import.noPeriod');
	const inPeriod = titled.filter(({ row }) => {
		const fits = periodKey(row) === `${period.startsOn}/${period.endsOn}`;
		if (!fits) leave(row, 'other-period');
		return fits;
	});

	const results: EutfResult[] = [];
	const samePlace = Map.groupBy(
		inPeriod,
		({ project, indicator }) => `${project.id.code}/${indicator.framework}/${indicator.code}`,
	);
	for (const [first, ...again] of samePlace.values()) {
		if (first === undefined) continue;
		const { keep, why } = oneOf([first.row, ...again.map(({ row }) => row)]);
		for (const { row } of [first, ...again]) if (row !== keep) leave(row, why);
		if (keep === undefined) continue;
		const { project, indicator } = first;
		const target = published(keep, 'target', indicator, file, notes);
		const actual = published(keep, 'actual', indicator, file, notes);
		results.push({ line: keep.line, project, indicator, target, actual });
	}
	return { kind: 'results', results, period, leftOut: leftOut.toSorted((a, b) => a.line - b.line), notes };
}

function rowText({ cells }: ResultCsvRow): string {
	return `${cells.iati_id} "${cells.title}" target "${cells.target}" actual "${cells.actual}"`;
}

function periodKey({ cells }: ResultCsvRow): string {
	return `${cells.period_start.trim()}/${cells.period_end.trim()}`;
}

/** The period most rows have. One snapshot is one period; rows of another would need a snapshot of their own. */
function commonPeriod(rows: readonly ResultCsvRow[]): EutfResults['period'] | undefined {
	const periods = [...Map.groupBy(rows, periodKey)]
		.map(([key, { length }]) => ({ dates: key.split('/'), length }))
		.filter(({ dates: [from = '', to = ''] }) => isIsoDate(from) && isIsoDate(to) && from <= to)
		.toSorted((a, b) => b.length - a.length);
	const [startsOn, endsOn] = periods[0]?.dates ?? [];
	return startsOn === undefined || endsOn === undefined ? undefined : { startsOn, endsOn };
}

/** Of rows about the same thing: the only one that says something. Two that say different things cancel each other. */
function oneOf(rows: readonly ResultCsvRow[]): { keep: ResultCsvRow | undefined; why: LeftOut['why'] } {
	const said = Map.groupBy(rows, ({ cells }) => `${cells.target.trim()}/${cells.actual.trim()}`);
	const speaking = [...said].filter(([key]) => key !== '/');
	if (speaking.length > 1) return { keep: undefined, why: 'rows-disagree' };
	return { keep: speaking[0]?.[1][0] ?? rows[0], why: 'same-row-twice' };
}

function published(
	{ line, cells }: ResultCsvRow,
	column: 'target' | 'actual',
	indicator: CatalogueIndicator,
	file: string,
	notes: ImportNote[],
): PublishedFigure {
	const read = readNumber(cells[column], { counts: indicator.whole });
	if (read.kind === 'empty') return null;
	const what = `${cells.iati_id} ${indicator.code} ${column} "${cells[column]}"`;
	// A percentage of what is counted is no number of things.
	if (read.kind !== 'number' || read.unit === 'percent') {
		notes.push({ file, line, kind: 'no-number', what });
		return { value: null, text: cells[column].trim() };
	}
	if (indicator.whole && !Number.isInteger(read.value))
		notes.push({ file, line, kind: 'fraction-of-a-count', what });
	return { value: read.value, text: null };
}
