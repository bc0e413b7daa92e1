// Small files in the shape of an EUTF results export.
import { PROJECT_COLUMNS } from '#import/eutfProjects.ts';
import { RESULT_COLUMNS } from '#import/eutfResults.ts';

type Cells<Column extends string> = Partial<Record<Column, string>>;
export type ProjectCells = Cells<(typeof PROJECT_COLUMNS)[number]>;
export type ResultCells = Cells<(typeof RESULT_COLUMNS)[number]>;

export const JOBS = 'Number of jobs created';
export const MIGRANTS = 'Number of migrants in transit and forcibly displaced people protected or assisted';
/** Stands in both sets, as 1.2. */
export const MSMES = 'Number of MSMEs created or supported';
/** Stands in the set of 2022 only. */
export const BASIC_SERVICES_2022 = 'Number of basic social services delivered';

export function projectsFile(...rows: readonly ProjectCells[]): { name: string; text: string } {
	return { name: 'projects.csv', text: csv(PROJECT_COLUMNS, rows) };
}

/** Each row has the one period of the export unless it says otherwise. */
export function resultsFile(...rows: readonly ResultCells[]): { name: string; text: string } {
	const dated = rows.map((row) => ({ period_start: '2015-01-01', period_end: '2025-12-31', ...row }));
	return { name: 'results.csv', text: csv(RESULT_COLUMNS, dated) };
}

function csv<Column extends string>(columns: readonly Column[], rows: readonly Cells<Column>[]): string {
	const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? '')).join(','));
	return [columns.join(','), ...lines, ''].join('\n');
}

function quoted(cell: string): string {
	return /[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
