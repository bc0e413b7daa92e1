/**
 * What a workbook of Excel (xlsx, xlsm) or LibreOffice (ods) consists of, before its cells are read: refuses what has
 * no place in a report and hands on only the parts that hold cells, unpacked, so that nothing else is ever looked at.
 */
import { zipSync } from 'fflate';
import type { WorkbookNotice } from '#domain/workbook.ts';
import { type ArchiveEntry, listArchive, unpack } from './archive.ts';
import { LIMITS } from './limits.ts';
import { RefusedFile } from './refuse.ts';
import { countCells, countOdsCells } from './xmlCells.ts';

export interface OfficeFile {
	/** A zip of the parts that hold cells, not compressed. */
	readonly bytes: Uint8Array;
	readonly notices: readonly WorkbookNotice[];
}

const EXCEL_PARTS =
	/^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles|theme\/theme\d*)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/iu;
const ODS_PARTS = /^(mimetype|content\.xml|styles\.xml|meta\.xml|META-INF\/manifest\.xml)$/u;

/** @throws RefusedFile */
export function openOfficeFile(bytes: Uint8Array): OfficeFile {
	const entries = listArchive(bytes);
	const names = new Set(entries.map(({ name }) => name));
	if (names.has('content.xml') && names.has('mimetype')) return openOds(bytes, entries);
	if (names.has('xl/workbook.bin')) throw new RefusedFile('old-format');
	if (!names.has('xl/workbook.xml')) throw new RefusedFile('not-a-workbook');
	return openExcel(bytes, entries);
}

function openExcel(bytes: Uint8Array, entries: readonly ArchiveEntry[]): OfficeFile {
	if (entries.some(({ name }) => /^xl\/externalLinks\//iu.test(name)))
		throw new RefusedFile('external-links');
	const parts = unpackAll(bytes, entries, EXCEL_PARTS);
	refuseFormulaNames(textOf(parts['xl/workbook.xml']));
	let cells = 0;
	for (const [name, part] of Object.entries(parts)) {
		if (!name.toLowerCase().startsWith('xl/worksheets/')) continue;
		cells += countCells(part);
		if (cells > LIMITS.cells) throw new RefusedFile('too-many-cells');
		parts[name] = withMarkedFormulas(part);
	}
	const types = parts['[Content_Types].xml'];
	if (types !== undefined) parts['[Content_Types].xml'] = withoutMissing(types, parts);
	const macros = entries.some(({ name }) => /vbaProject\.bin$/iu.test(name));
	return { bytes: zipSync(parts, { level: 0 }), notices: macros ? ['macros-ignored'] : [] };
}

/** The list of contents without the parts that were left behind, which a reader would look for. */
function withoutMissing(types: Uint8Array, parts: Parts): Uint8Array {
	const names = new Set(Object.keys(parts).map((name) => `/${name}`.toLowerCase()));
	const left = textOf(types).replaceAll(
		/<(?:\w+:)?Override\b[^>]*?PartName="([^"]*)"[^>]*?\/>/gu,
		(entry, name: string) => (names.has(name.toLowerCase()) ? entry : ''),
	);
	return new TextEncoder().encode(left);
}

function openOds(bytes: Uint8Array, entries: readonly ArchiveEntry[]): OfficeFile {
	const parts = unpackAll(bytes, entries, ODS_PARTS);
	if (textOf(parts['META-INF/manifest.xml']).includes('encryption-data')) throw new RefusedFile('encrypted');
	if (!textOf(parts['mimetype']).startsWith('application/vnd.oasis.opendocument.spreadsheet'))
		throw new RefusedFile('not-a-workbook');
	const content = textOf(parts['content.xml']);
	if (/table:(table-source|cell-range-source|dde-link)\b/u.test(content))
		throw new RefusedFile('external-links');
	for (const [, expression = ''] of content.matchAll(ODS_NAME))
		refuseFormula(plain(expression), /[({*/+&<>|]/u);
	if (countOdsCells(content) > LIMITS.cells) throw new RefusedFile('too-many-cells');
	return { bytes: zipSync(parts, { level: 0 }), notices: [] };
}

function unpackAll(bytes: Uint8Array, entries: readonly ArchiveEntry[], wanted: RegExp): Parts {
	const parts: Parts = {};
	for (const entry of entries) {
		if (!wanted.test(entry.name)) continue;
		const part = unpack(bytes, entry);
		// Entities that contain each other grow without end; no program writes them into a workbook.
		if (/<!(DOCTYPE|ENTITY)/iu.test(headOf(part))) throw new RefusedFile('entities');
		parts[entry.name] = part;
	}
	return parts;
}

type Parts = Record<string, Uint8Array>;

/** A document type stands before the first element. */
function headOf(part: Uint8Array): string {
	const start = Buffer.from(part.buffer, part.byteOffset, Math.min(part.byteLength, 4096));
	const text =
		start[0] === 0xff || start[0] === 0xfe || start[1] === 0
			? start.toString('utf16le')
			: start.toString('latin1');
	return text;
}

function textOf(part: Uint8Array | undefined): string {
	return part === undefined ? '' : new TextDecoder().decode(part);
}

/** Names of ranges are kept by every program that filters or prints; one that computes or reaches outside is refused. */
function refuseFormulaNames(workbook: string): void {
	for (const [, defined = ''] of workbook.matchAll(/<(?:\w+:)?definedName\b[^>]*>([^<]*)</gu)) {
		const named = plain(defined);
		if (/[[|]/u.test(besideSheets(named))) throw new RefusedFile('external-links');
		refuseFormula(named, /[({*/+&<>]/u);
	}
}

const ODS_NAME = /<table:named-expression\b[^>]*table:expression="([^"]*)"/gu;

/** @throws RefusedFile for a name whose text has marks of a formula, or a file, beside the names of sheets */
function refuseFormula(named: string, marks: RegExp): void {
	if (/file:|https?:/iu.test(named)) throw new RefusedFile('external-links');
	if (marks.test(besideSheets(named))) throw new RefusedFile('formula-names');
}

/** Sheets are called anything; their quoted names say nothing of what a formula does. */
function besideSheets(named: string): string {
	return named.replace(/'(?:[^']|'')*'/gu, '');
}

function plain(xml: string): string {
	return xml.replace(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => PLAIN[name] ?? '');
}

const PLAIN: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const FORMULA_CELL =
	/<((?:\w+:)?)c\b([^>]*)>(\s*<(?:\w+:)?f\b(?:[^>]*\/>|[^>]*>[^<]*<\/(?:\w+:)?f>))\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v>\s*<\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/gu;

/** The library reads a formula that was never computed as 0: such a cell is given an error of its own before. */
function withMarkedFormulas(part: Uint8Array): Uint8Array {
	if (Buffer.from(part.buffer, part.byteOffset, part.byteLength).indexOf('f>') === -1) return part;
	const text = textOf(part);
	const marked = text.replace(
		FORMULA_CELL,
		(_cell, prefix: string, attributes: string, formula: string) =>
			`<${prefix}c${attributes.replace(/\st="[^"]*"/u, '')} t="e">${formula}<${prefix}v>#NOT-COMPUTED</${prefix}v></${prefix}c>`,
	);
	return marked === text ? part : new TextEncoder().encode(marked);
}
