import type { EntryLine, EntryReport } from '#domain/entry.ts';
import type { CellRefusal } from '#domain/workbook.ts';
import { namesCountry } from './countries.ts';
import type { FoundTable } from './findTable.ts';
import { plainWords } from './headings.ts';
import type { Identity, LineIdentity } from './identity.ts';
import { textAt } from './sheet.ts';

/** The series a row belongs to, with what the file knows of it, or why none is certain. */
export type FoundSeries =
	| { readonly line: EntryLine; readonly identity: LineIdentity | null }
	| { readonly line: null; readonly why: CellRefusal };

/** Finds series of a report by a row's number in the file's own identity, else by indicator and country. */
export function seriesFinder(
	report: EntryReport,
	identity: Identity | undefined,
): (table: FoundTable, row: number) => FoundSeries {
	const byId = new Map(report.lines.map((line) => [line.seriesId, line]));
	const ownById = new Map([...(identity?.lines.values() ?? [])].map((own) => [own.seriesId, own]));
	const byCode = grouped(report.lines, ({ indicator }) => [plainWords(indicator.code)]);
	const byTitle = grouped(report.lines, ({ indicator }) => [
		plainWords(indicator.title),
		plainWords(`${indicator.code} ${indicator.title}`),
	]);

	return (table, row) => {
		const said = (column: 'line' | 'code' | 'title' | 'country') => {
			const at = table.columns.get(column);
			return at === undefined ? '' : textAt(table.sheet, row, at);
		};
		const known = identity?.lines.get(said('line'));
		if (known !== undefined) {
			const line = byId.get(known.seriesId);
			if (line === undefined) return { line: null, why: 'unknown-indicator' };
			return agrees(line, said) ? { line, identity: known } : { line: null, why: 'other-indicator' };
		}
		const coded = ofNumber(report.lines, table, row);
		if (coded !== undefined && new Set(coded.map(({ indicator }) => indicator.code)).size > 1)
			return { line: null, why: 'which-series' };
		const candidates =
			coded ??
			byCode.get(plainWords(said('code'))) ??
			byTitle.get(plainWords(said('title'))) ??
			byCode.get(plainWords(said('title'))) ??
			[];
		const found = ofCountry(candidates, said('country'));
		if (found.line === null || identity === undefined) return found;
		// A row that was added to our own file is on top of the version the file was made from.
		return { line: found.line, identity: ownById.get(found.line.seriesId) ?? null };
	};
}

type Said = (column: 'line' | 'code' | 'title' | 'country') => string;

/** Rows whose number was copied from another row say another indicator or country beside it. */
function agrees({ indicator, country }: EntryLine, said: Said): boolean {
	const code = said('code');
	const place = said('country');
	return (
		(code === '' || plainWords(code) === plainWords(indicator.code)) &&
		(place === '' || namesCountry(place, country))
	);
}

/** A code that a spreadsheet took for a number: 3.1 may have been 3.10. */
function ofNumber(lines: readonly EntryLine[], table: FoundTable, row: number): EntryLine[] | undefined {
	const at = table.columns.get('code');
	const number = at === undefined ? null : (table.sheet.rows[row]?.[at]?.number ?? null);
	if (number === null) return undefined;
	const coded = lines.filter(({ indicator }) => Number(indicator.code) === number);
	return coded.length === 0 ? undefined : coded;
}

function ofCountry(candidates: readonly EntryLine[], place: string): FoundSeries {
	if (candidates.length === 0) return { line: null, why: 'unknown-indicator' };
	const there = place === '' ? candidates : candidates.filter(({ country }) => namesCountry(place, country));
	const [line, ...others] = there;
	if (line === undefined) return { line: null, why: 'which-country' };
	if (others.length > 0) return { line: null, why: place === '' ? 'which-country' : 'which-series' };
	return { line, identity: null };
}

function grouped(
	lines: readonly EntryLine[],
	keysOf: (line: EntryLine) => readonly string[],
): ReadonlyMap<string, readonly EntryLine[]> {
	const groups = new Map<string, EntryLine[]>();
	for (const line of lines)
		for (const key of new Set(keysOf(line))) {
			const group = groups.get(key);
			if (key === '') continue;
			if (group === undefined) groups.set(key, [line]);
			else group.push(line);
		}
	return groups;
}
