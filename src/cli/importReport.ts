import type { ChangeSet, ImportNote } from '#import/changeSet.ts';
import { NOTE_HEADINGS, WHY_LEFT_OUT } from './importWording.ts';

/** What the database says it did: counts by table. */
export interface LoadOutcome {
	readonly nothingChanged: boolean;
	readonly tables: Readonly<
		Record<string, { readonly added: number; readonly changed: number; readonly unchanged: number }>
	>;
}

// Notes beyond this many of a kind are counted only; --json has them all.
const NOTES_SHOWN = 6;

/** The report of an import, for people: what changed, what was left out and why, what is no number, what was untidy. */
export function importReport(changeSet: ChangeSet, outcome: LoadOutcome, dryRun: boolean): string {
	return [
		...changes(changeSet, outcome, dryRun),
		...leftOut(changeSet),
		...[...Map.groupBy(changeSet.notes, (note) => note.kind)]
			.toSorted(byHeading)
			.flatMap(([kind, notes]) => group(kind, notes)),
	].join('\n');
}

function changes({ source, tables }: ChangeSet, outcome: LoadOutcome, dryRun: boolean): string[] {
	if (outcome.nothingChanged) return [`${source.name}: nothing changed.`];
	const rows = Object.keys(tables).flatMap((table) => {
		const counts = outcome.tables[table];
		if (counts === undefined) return [];
		return [[table.padEnd(22), count(counts.added), count(counts.changed), count(counts.unchanged)].join('')];
	});
	return [
		`${source.name}: ${tables.project.length} projects, ${tables.observation.length} values, ${tables.target.length} targets${dryRun ? ' (dry run, nothing is kept)' : ''}`,
		'',
		['', 'added', 'changed', 'unchanged']
			.map((head, place) => (place === 0 ? ''.padEnd(22) : head.padStart(11)))
			.join(''),
		...rows,
	];
}

function count(number: number): string {
	return String(number).padStart(11);
}

function leftOut(changeSet: ChangeSet): string[] {
	if (changeSet.leftOut.length === 0) return ['', 'Left out: none'];
	return [
		'',
		`Left out: ${changeSet.leftOut.length}`,
		...[...Map.groupBy(changeSet.leftOut, ({ why }) => why)].flatMap(([why, rows]) => [
			`  ${WHY_LEFT_OUT[why]} (${rows.length})`,
			...rows.map(({ file, line, what }) => `    ${file}:${line}  ${what}`),
		]),
	];
}

function group(kind: ImportNote['kind'], notes: readonly ImportNote[]): string[] {
	const shown = kind === 'no-number' ? notes : notes.slice(0, NOTES_SHOWN);
	const more = notes.length - shown.length;
	return [
		'',
		`${NOTE_HEADINGS[kind]}: ${notes.length}`,
		...shown.map(({ file, line, what }) => `    ${line === null ? file : `${file}:${line}`}  ${what}`),
		...(more > 0 ? [`    and ${more} more (--json lists them)`] : []),
	];
}

const ORDER = Object.keys(NOTE_HEADINGS);

function byHeading([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return ORDER.indexOf(a) - ORDER.indexOf(b);
}
