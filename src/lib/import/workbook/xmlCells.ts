/** Cells of a sheet, counted in its XML before a library turns each into an object. */

const OPEN = 0x3c;
const COLON = 0x3a;
const C = 0x63;

/** Cells of an Excel sheet: elements called c, with or without a prefix. */
export function countCells(xml: Uint8Array): number {
	let count = 0;
	for (let at = xml.indexOf(OPEN); at !== -1; at = xml.indexOf(OPEN, at + 1)) {
		let name = at + 1;
		// A prefix is a few letters before a colon.
		for (let ahead = name; ahead < name + 8; ahead += 1) {
			if (xml[ahead] === COLON) {
				name = ahead + 1;
				break;
			}
			if (!isLetter(xml[ahead])) break;
		}
		if (xml[name] === C && !isLetter(xml[name + 1])) count += 1;
	}
	return count;
}

function isLetter(byte: number | undefined): boolean {
	return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

const ODS_TAGS = /<table:table-row\b[^>]*>|<table:table-cell\b[^>]*>/gu;

/** Cells of an ods sheet with what its rows and cells say they repeat; empty ones at the end of a sheet cost nothing. */
export function countOdsCells(xml: string): number {
	let count = 0;
	let rows = 1;
	for (const [tag] of xml.matchAll(ODS_TAGS)) {
		if (tag.startsWith('<table:table-row')) rows = repeated(tag, 'rows');
		else if (!tag.endsWith('/>')) count += rows * repeated(tag, 'columns');
		else count += 1;
	}
	return count;
}

function repeated(tag: string, what: 'rows' | 'columns'): number {
	const times = Number(new RegExp(`number-${what}-repeated="(\\d+)"`, 'u').exec(tag)?.[1]);
	return Number.isFinite(times) && times > 0 ? times : 1;
}
