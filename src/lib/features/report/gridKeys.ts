/** Where one control of the grid stands: row and column, and which of a ratio's two numbers. */
export interface Place {
	readonly row: number;
	readonly column: number;
	readonly part: number;
}

export type Step = 'up' | 'down' | 'next' | 'back';

/** The place that a step leads to, or none at the edge: rows that have nothing in this column are passed over. */
export function stepFrom(places: readonly Place[], from: Place, step: Step): Place | undefined {
	if (step === 'next' || step === 'back') {
		const inRow = places.filter(({ row }) => row === from.row).sort(byOrder);
		const at = inRow.findIndex((place) => isSamePlace(place, from));
		return inRow[step === 'next' ? at + 1 : at - 1];
	}
	const inColumn = places.filter(({ column }) => column === from.column);
	const beyond = inColumn.filter(({ row }) => (step === 'down' ? row > from.row : row < from.row));
	const rows = beyond.map(({ row }) => row);
	const nearest = step === 'down' ? Math.min(...rows) : Math.max(...rows);
	const found = beyond.filter(({ row }) => row === nearest);
	return found.find(({ part }) => part === from.part) ?? found.sort(byOrder)[0];
}

/** A pasted text for each place it falls on, and how many had none. */
export interface Filled {
	readonly texts: readonly { readonly place: Place; readonly text: string }[];
	readonly left: number;
}

/** Spreads a block over the grid: to the right and down from a place. Empty fields of the block leave a cell as it is. */
export function spreadBlock(
	places: readonly Place[],
	from: Place,
	block: readonly (readonly string[])[],
): Filled {
	const rows = [...new Set(places.map(({ row }) => row))].sort((one, other) => one - other);
	const first = rows.indexOf(from.row);
	const texts: { place: Place; text: string }[] = [];
	let left = 0;
	block.forEach((fields, down) => {
		const row = rows[first + down];
		const inRow = places.filter((place) => place.row === row);
		const parts = Math.max(1, ...inRow.map(({ part }) => part + 1));
		const start = from.column * parts + (parts > from.part ? from.part : 0);
		fields.forEach((text, right) => {
			if (text.trim() === '') return;
			const slot = start + right;
			const place = inRow.find(({ column, part }) => column * parts + part === slot);
			if (place === undefined) left += 1;
			else texts.push({ place, text: text.trim() });
		});
	});
	return { texts, left };
}

/** The fields of a block as spreadsheets copy it: tabs between columns, lines between rows, quotes around line ends. */
export function parseBlock(copied: string): string[][] {
	const rows: string[][] = [[]];
	const FIELD = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
	for (const [whole, quoted, bare = '', end] of copied.matchAll(FIELD)) {
		if (whole === '' && rows.at(-1)?.length === 0) break;
		rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
		if (end === '') break;
		if (end !== '\t') rows.push([]);
	}
	return rows.filter((row) => row.length > 0);
}

export function isSamePlace(one: Place, other: Place): boolean {
	return one.row === other.row && one.column === other.column && one.part === other.part;
}

function byOrder(one: Place, other: Place): number {
	return one.column - other.column || one.part - other.part;
}

/** A place as text, for an element's `data-place`. */
export function placeText({ row, column, part }: Place): string {
	return `${row}.${column}.${part}`;
}

/** The place an element's `data-place` names. */
export function placeFrom(text: string): Place {
	const [row = NaN, column = NaN, part = NaN] = text.split('.').map(Number);
	return { row, column, part };
}
