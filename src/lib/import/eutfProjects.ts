import { readNumber } from '#domain/number.ts';
import { isIsoDate } from '#domain/period.ts';
import { decisionCodeOf } from '#domain/projectCode.ts';
import type { ImportNote, ImportProblem, OrganisationRole } from '#import/changeSet.ts';
import { problem, readCsv, type CsvRow } from '#import/csvTable.ts';
import { countriesOf } from '#import/eutfCountries.ts';
import { readEutfCode, type EutfCode } from '#import/eutfCode.ts';
import { linkParents } from '#import/eutfTree.ts';
import { readOrganisations, type NamedOrganisation } from '#import/organisationNames.ts';

export const PROJECT_COLUMNS = [
	'iati_id',
	'prefix',
	'title',
	'partner_funding',
	'partner_accountable',
	'partner_extending',
	'partner_implementing',
	'date_start',
	'date_end',
	'budget',
	'recipient_country',
	'location_code',
	'oecd_purpose',
	'project_parent',
	'project_child',
] as const;
export type ProjectCsvRow = CsvRow<(typeof PROJECT_COLUMNS)[number]>;

export interface EutfProject {
	readonly line: number;
	readonly id: EutfCode;
	readonly publishedCode: string;
	readonly title: string;
	readonly level: 'decision' | 'contract';
	readonly parentCode: string | null;
	readonly startsOn: string | null;
	readonly endsOn: string | null;
	readonly budget: number | null;
	readonly countries: readonly string[];
	readonly organisations: Readonly<Record<OrganisationRole, readonly NamedOrganisation[]>>;
}

export interface EutfProjects {
	readonly kind: 'projects';
	/** Parents before their children. */
	readonly projects: readonly EutfProject[];
	/** Every single id in the file, two joined ones under each of them. */
	readonly byCode: ReadonlyMap<string, EutfProject>;
	/** Rows of another window than North of Africa, which are not this programme's. */
	readonly elsewhere: readonly ProjectCsvRow[];
	readonly notes: readonly ImportNote[];
}

/** Reads the projects file: the tree, dates, budgets, countries and organisations, with what was untidy in it. */
export function readEutfProjects(file: string, text: string): EutfProjects | ImportProblem {
	const table = readCsv(file, text, PROJECT_COLUMNS);
	if (table.kind === 'problem') return table;

	const notes = [...table.notes];
	const note = (row: ProjectCsvRow, kind: ImportNote['kind'], what: string) =>
		notes.push({ file, line: row.line, kind, what });

	const rows = table.rows.map((row) => ({ row, id: readEutfCode(row.cells.iati_id) }));
	const here = rows.filter(({ id }) => !id.otherWindow);
	const idByCode = new Map<string, (typeof here)[number]>();
	for (const entry of here) {
		for (const part of entry.id.parts) {
			if (idByCode.has(part)) return problem(file, entry.row.line, 'import.projectTwice', { project: part });
			idByCode.set(part, entry);
		}
		noteIdentity(entry.row, entry.id, note);
	}

	const linked = linkParents(file, here, idByCode);
	if (linked.kind === 'problem') return linked;
	notes.push(...linked.notes);

	const byCode = new Map<string, EutfProject>();
	const projects = linked.inOrder.map(({ row, id, parentCode }) => {
		const parent = parentCode === null ? undefined : byCode.get(parentCode);
		const countries = countriesOf(row.cells.recipient_country, id.country, parent);
		if (countries.note !== null) note(row, countries.note, `${id.code}: ${countries.what}`);
		const project: EutfProject = {
			line: row.line,
			id,
			publishedCode: row.cells.iati_id,
			title: row.cells.title.trim(),
			level: levelOf(row, id, note),
			parentCode,
			...datesOf(row, id, note),
			budget: budgetOf(row, id, note),
			countries: countries.codes,
			organisations: {
				funding: readOrganisations(row.cells.partner_funding),
				accountable: readOrganisations(row.cells.partner_accountable),
				extending: readOrganisations(row.cells.partner_extending),
				implementing: readOrganisations(row.cells.partner_implementing),
			},
		};
		for (const part of id.parts) byCode.set(part, project);
		byCode.set(id.code, project);
		return project;
	});
	return {
		kind: 'projects',
		projects,
		byCode,
		elsewhere: rows.filter(({ id }) => id.otherWindow).map(({ row }) => row),
		notes,
	};
}

type Note = (row: ProjectCsvRow, kind: ImportNote['kind'], what: string) => void;

function noteIdentity(row: ProjectCsvRow, id: EutfCode, note: Note): void {
	if (!id.readable) note(row, 'id-unreadable', row.cells.iati_id);
	else if (id.code !== row.cells.iati_id) note(row, 'id-tidied', `"${row.cells.iati_id}" is ${id.code}`);
	if (id.test) note(row, 'test-project', `${id.code}: ${row.cells.title}`);
}

const LEVELS = { DEC: 'decision', CTR: 'contract' } as const;

function levelOf(row: ProjectCsvRow, id: EutfCode, note: Note): 'decision' | 'contract' {
	const prefix = row.cells.prefix.trim().toUpperCase();
	if (prefix === 'DEC' || prefix === 'CTR') return LEVELS[prefix];
	const level = decisionCodeOf(id.code) === undefined ? 'decision' : 'contract';
	note(row, 'level-assumed', `${id.code} is taken as a ${level}, by its id`);
	return level;
}

function datesOf(
	row: ProjectCsvRow,
	id: EutfCode,
	note: Note,
): { startsOn: string | null; endsOn: string | null } {
	const startsOn = dayOf(row, row.cells.date_start, id, note);
	const endsOn = dayOf(row, row.cells.date_end, id, note);
	if (startsOn === null || endsOn === null || startsOn <= endsOn) return { startsOn, endsOn };
	note(row, 'dates-contradict', `${id.code}: from ${startsOn} to ${endsOn}; neither is kept`);
	return { startsOn: null, endsOn: null };
}

function dayOf(row: ProjectCsvRow, typed: string, id: EutfCode, note: Note): string | null {
	const day = typed.trim();
	if (day === '') return null;
	if (isIsoDate(day)) return day;
	note(row, 'date-unreadable', `${id.code}: "${typed}"`);
	return null;
}

function budgetOf(row: ProjectCsvRow, id: EutfCode, note: Note): number | null {
	const read = readNumber(row.cells.budget);
	if (read.kind === 'empty') return null;
	if (read.kind === 'number' && read.unit === undefined && read.value >= 0) return read.value;
	note(row, 'no-number', `${id.code} budget "${row.cells.budget}"`);
	return null;
}
