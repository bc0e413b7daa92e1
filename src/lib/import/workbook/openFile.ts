import type { Language } from '#domain/language.ts';
import { LARGEST_WORKBOOK, type WorkbookNotice } from '#domain/workbook.ts';
import { openOfficeFile } from './officeFile.ts';
import { readSheets } from './readSheets.ts';
import { RefusedFile } from './refuse.ts';
import type { Sheet } from './sheet.ts';
import { readTextTable } from './textTable.ts';

export interface OpenedFile {
	readonly sheets: readonly Sheet[];
	readonly notices: readonly WorkbookNotice[];
}

/** Reads a file by what it is, not by what it is called. @throws RefusedFile */
export function openFile(bytes: Uint8Array, lang: Language): OpenedFile {
	if (bytes.byteLength === 0) throw new RefusedFile('empty');
	if (bytes.byteLength > LARGEST_WORKBOOK) throw new RefusedFile('too-large');
	if (begins(bytes, ZIP)) {
		const { bytes: parts, notices } = openOfficeFile(bytes);
		return { sheets: readSheets(parts), notices };
	}
	if (begins(bytes, COMPOUND)) {
		if (holds(bytes, 'EncryptedPackage')) throw new RefusedFile('encrypted');
		if (!holds(bytes, 'Workbook') && !holds(bytes, 'Book')) throw new RefusedFile('not-a-workbook');
		return { sheets: readSheets(bytes), notices: holds(bytes, '_VBA_PROJECT') ? ['macros-ignored'] : [] };
	}
	if (OLD.some((start) => begins(bytes, start))) throw new RefusedFile('old-format');
	return { sheets: [readTextTable(bytes, lang)], notices: [] };
}

const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
/** Excel 2 to 4, Lotus 1-2-3. */
const OLD = [
	[0x09, 0x00, 0x04, 0x00],
	[0x09, 0x02, 0x06, 0x00],
	[0x09, 0x04, 0x06, 0x00],
	[0x00, 0x00, 0x02, 0x00],
];

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, index) => bytes[index] === byte);
}

/** The directory of a compound file names its streams in UTF-16. */
function holds(bytes: Uint8Array, stream: string): boolean {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(`${stream}\0`, 0, 'utf16le');
}
