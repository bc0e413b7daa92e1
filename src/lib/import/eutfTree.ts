import { decisionCodeOf, readProjectCode } from '#domain/projectCode.ts';
import type { ImportNote, ImportProblem } from '#import/changeSet.ts';
import { problem } from '#import/csvTable.ts';
import type { EutfCode } from '#import/eutfCode.ts';
import type { ProjectCsvRow } from '#import/eutfProjects.ts';

interface Entry {
	readonly row: ProjectCsvRow;
	readonly id: EutfCode;
}

interface Linked {
	readonly kind: 'linked';
	/** Parents before their children, else as in the file. */
	readonly inOrder: readonly (Entry & { readonly parentCode: string | null })[];
	readonly notes: readonly ImportNote[];
}

/**
 * Finds each project's parent: named in its own row, else in a decision's list of children, else the decision its id
 * begins with. Of several, the one its id begins with. Ids that lead nowhere are noted, never guessed.
 */
export function linkParents(
	file: string,
	entries: readonly Entry[],
	byCode: ReadonlyMap<string, Entry>,
): Linked | ImportProblem {
	const notes: ImportNote[] = [];
	const note = (row: ProjectCsvRow, kind: ImportNote['kind'], what: string) =>
		notes.push({ file, line: row.line, kind, what });
	const claimedBy = claimedChildren(entries, byCode, note);

	const parentOf = new Map<Entry, Entry>();
	for (const entry of entries) {
		const parent = chooseParent(entry, byCode, claimedBy.get(entry), note);
		if (parent !== undefined && parent !== entry) parentOf.set(entry, parent);
	}

	const depths = new Map<Entry, number>();
	for (const entry of entries) {
		const depth = depthOf(entry, parentOf, entries.length);
		if (depth === undefined)
			return problem(file, entry.row.line, 'import.projectRing', { project: entry.id.code });
		depths.set(entry, depth);
	}
	const inOrder = entries
		.map((entry) => ({
			...entry,
			parentCode: parentOf.get(entry)?.id.code ?? null,
			depth: depths.get(entry),
		}))
		.toSorted((a, b) => Number(a.depth) - Number(b.depth))
		.map(({ row, id, parentCode }) => ({ row, id, parentCode }));
	return { kind: 'linked', inOrder, notes };
}

type Note = (row: ProjectCsvRow, kind: ImportNote['kind'], what: string) => void;

function claimedChildren(
	entries: readonly Entry[],
	byCode: ReadonlyMap<string, Entry>,
	note: Note,
): Map<Entry, Entry[]> {
	const claimedBy = new Map<Entry, Entry[]>();
	for (const entry of entries) {
		for (const typed of new Set(listed(entry.row.cells.project_child))) {
			const code = readProjectCode(typed);
			const children =
				code?.parts.map((part) => byCode.get(part)).filter((child) => child !== undefined) ?? [];
			if (code === undefined) note(entry.row, 'child-id-unreadable', `${entry.id.code} names "${typed}"`);
			else if (children.length === 0)
				note(entry.row, 'child-not-in-file', `${entry.id.code} names ${code.code}`);
			for (const child of children) claimedBy.set(child, [...(claimedBy.get(child) ?? []), entry]);
		}
	}
	return claimedBy;
}

// The whole fund's results framework stands above all decisions and is no project of the file.
const ROOT = /results framework/iu;

function chooseParent(
	entry: Entry,
	byCode: ReadonlyMap<string, Entry>,
	claimedBy: readonly Entry[] | undefined,
	note: Note,
): Entry | undefined {
	const named: Entry[] = [];
	for (const typed of listed(entry.row.cells.project_parent).filter((text) => !ROOT.test(text))) {
		const found = readProjectCode(typed)
			?.parts.map((part) => byCode.get(part))
			.find((parent) => parent !== undefined);
		if (found === undefined) note(entry.row, 'parent-not-in-file', `${entry.id.code} names "${typed}"`);
		else named.push(found);
	}
	const decision = entry.id.parts.map(decisionCodeOf).find((code) => code !== undefined);
	const byId = decision === undefined ? undefined : byCode.get(decision);
	const candidates = named.length > 0 ? named : (claimedBy ?? []);
	if (candidates.length === 0) {
		if (byId !== undefined)
			note(entry.row, 'parent-from-id', `${entry.id.code} is placed under ${byId.id.code}`);
		return byId;
	}
	const chosen = candidates.find((candidate) => candidate === byId) ?? candidates[0];
	if (new Set(candidates).size > 1) {
		const codes = candidates.map(({ id }) => id.code).join(', ');
		note(
			entry.row,
			'several-parents',
			`${entry.id.code} names ${codes}; it is placed under ${chosen?.id.code}`,
		);
	}
	return chosen;
}

function depthOf(entry: Entry, parentOf: ReadonlyMap<Entry, Entry>, most: number): number | undefined {
	let depth = 0;
	for (let above = parentOf.get(entry); above !== undefined; above = parentOf.get(above)) {
		depth += 1;
		if (depth > most) return undefined;
	}
	return depth;
}

function listed(cell: string): string[] {
	return cell
		.split(/[,;]/u)
		.map((piece) => piece.trim())
		.filter((piece) => piece !== '');
}
