import { type EntryIndicator, type EntryLine, type EntryReport, type EntryResult } from '#domain/entry.ts';
import type { ValueKind } from '#domain/indicator.ts';

/** One indicator of the form with its line for each column; null where the column is not asked. */
export interface GridRow {
	readonly key: string;
	/** Its place over all groups, from 0. */
	readonly at: number;
	readonly indicator: EntryIndicator;
	readonly valueKind: ValueKind;
	readonly cells: readonly (EntryLine | null)[];
}

export interface GridGroup {
	/** Null gathers what belongs to no result. */
	readonly result: EntryResult | null;
	readonly rows: readonly GridRow[];
}

export interface Grid {
	/** Countries (iso2, null is regional); one column without a country where no indicator has several. */
	readonly columns: readonly (string | null)[];
	readonly isByCountry: boolean;
	readonly groups: readonly GridGroup[];
}

/** Lays a report's lines out by result and indicator, in the order they come, with countries as columns. */
export function gridOf({ lines, results }: Pick<EntryReport, 'lines' | 'results'>): Grid {
	const byRow = Map.groupBy(lines, (line) => `${line.resultId ?? ''} ${line.indicator.id} ${line.valueKind}`);
	const isByCountry = [...byRow.values()].some((row) => row.length > 1);
	const columns = isByCountry ? countriesOf(lines) : [null];
	let at = 0;
	const rows = [...byRow].flatMap(([key, [first, ...others]]) => {
		if (first === undefined) return [];
		const cells = isByCountry
			? columns.map((country) => [first, ...others].find((line) => line.country === country) ?? null)
			: [first];
		const { resultId, indicator, valueKind } = first;
		return [{ key, at: at++, resultId, indicator, valueKind, cells }];
	});
	const groups = Map.groupBy(rows, ({ resultId }) => resultId);
	return {
		columns,
		isByCountry,
		groups: [...groups].map(([id, inGroup]) => ({
			result: results.find((result) => result.id === id) ?? null,
			rows: inGroup,
		})),
	};
}

/** By code, regional last: the same in each language, so that a pasted block fits. */
function countriesOf(lines: readonly EntryLine[]): (string | null)[] {
	const countries = [...new Set(lines.map(({ country }) => country))];
	return countries.sort((one, other) => (one ?? 'ZZZ').localeCompare(other ?? 'ZZZ'));
}

/** True where a row needs its full width: words and judgements do not fit a column of figures. */
export function isWide({ valueKind }: Pick<GridRow, 'valueKind'>): boolean {
	return valueKind === 'ordinal' || valueKind === 'qualitative';
}
