// Files that somebody made to hurt whoever opens them, or that can't be read as a report.
import { strToU8, zipSync } from 'fflate';
import type { WorkbookRefusal } from '#domain/workbook.ts';
import { ownWorkbook } from './workbookFile.ts';

interface HostileFile {
	readonly what: string;
	readonly why: WorkbookRefusal;
	readonly bytes: () => Uint8Array;
}

const SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
const SHEET_END = '</sheetData></worksheet>';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An xlsx by hand, with parts of its own. */
function xlsx(more: Record<string, Uint8Array | string> = {}, names = ''): Uint8Array {
	const parts: Record<string, Uint8Array | string> = {
		'[Content_Types].xml':
			'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
		'_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets>${names}</workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': `${SHEET}<row r="1"><c r="A1"><v>1</v></c></row>${SHEET_END}`,
		...more,
	};
	return zipped(parts);
}

function zipped(parts: Record<string, Uint8Array | string>): Uint8Array {
	return zipSync(
		Object.fromEntries(
			Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
		),
		{ level: 6 },
	);
}

/** A compound file of old, with a stream of this name in its directory. */
function compound(stream: string): Uint8Array {
	const bytes = new Uint8Array(4096);
	bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
	bytes.set(Buffer.from(`${stream}\0`, 'utf16le'), 1024);
	return bytes;
}

/** The directory promises little, and the file holds much. */
function lyingZip(): Uint8Array {
	const bytes = xlsx({ 'xl/sharedStrings.xml': new Uint8Array(64 * 1024 * 1024) });
	const view = new DataView(bytes.buffer);
	for (let at = 0; at < bytes.length - 46; at += 1) {
		const isEntry = view.getUint32(at, true) === 0x02014b50;
		if (isEntry && view.getUint32(at + 24, true) === 64 * 1024 * 1024) view.setUint32(at + 24, 1000, true);
	}
	return bytes;
}

/** Two names in the directory for the same bytes. */
function overlappingZip(): Uint8Array {
	const big = zipSync(
		{ a: crypto.getRandomValues(new Uint8Array(60_000)), b: new Uint8Array(0) },
		{ level: 0 },
	);
	const view = new DataView(big.buffer);
	const entries: number[] = [];
	for (let at = 0; at < big.length - 46; at += 1)
		if (view.getUint32(at, true) === 0x02014b50) entries.push(at);
	const [first = 0, second = 0] = entries;
	for (const field of [20, 24, 42]) view.setUint32(second + field, view.getUint32(first + field, true), true);
	return big;
}

const rowOfCells = '<c/>'.repeat(16_000);

export const hostileFiles: readonly HostileFile[] = [
	{ what: 'nothing', why: 'empty', bytes: () => new Uint8Array(0) },
	{ what: 'more than 10 MB', why: 'too-large', bytes: () => new Uint8Array(10 * 1024 * 1024 + 1) },
	{
		what: 'a zip bomb',
		why: 'zip-bomb',
		bytes: () => xlsx({ 'xl/sharedStrings.xml': new Uint8Array(97 * 1024 * 1024) }),
	},
	{ what: 'a zip whose directory lies', why: 'zip-bomb', bytes: lyingZip },
	{ what: 'a zip whose files overlap', why: 'zip-bomb', bytes: overlappingZip },
	{
		what: '10 million cells',
		why: 'too-many-cells',
		bytes: () =>
			xlsx({
				'xl/worksheets/sheet1.xml': `${SHEET}${`<row>${rowOfCells}<!--${crypto.randomUUID().repeat(30)}--></row>`.repeat(625)}${SHEET_END}`,
				'xl/media/noise.bin': crypto.getRandomValues(new Uint8Array(60_000)),
				'xl/media/more.bin': Buffer.concat(
					Array.from({ length: 10 }, () => crypto.getRandomValues(new Uint8Array(60_000))),
				),
			}),
	},
	{
		what: 'a cell that repeats itself 17 thousand million times',
		why: 'too-many-cells',
		bytes: () =>
			zipped({
				mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
				'content.xml':
					'<office:document-content><office:body><office:spreadsheet><table:table table:name="S"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
			}),
	},
	{
		what: '3,000 parts',
		why: 'too-many-files',
		bytes: () => xlsx(Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`xl/media/${at}`, 'x']))),
	},
	{ what: 'a path outside', why: 'unsafe-names', bytes: () => xlsx({ '../../etc/cron.d/x': 'x' }) },
	{ what: 'an absolute path', why: 'unsafe-names', bytes: () => xlsx({ 'C:\\x.dll': 'x' }) },
	{
		what: 'entities that contain each other',
		why: 'entities',
		bytes: () =>
			xlsx({
				'xl/sharedStrings.xml':
					'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>',
			}),
	},
	{
		what: 'figures of another file',
		why: 'external-links',
		bytes: () => xlsx({ 'xl/externalLinks/externalLink1.xml': '<externalLink/>' }),
	},
	{
		what: 'a name that starts a program',
		why: 'external-links',
		bytes: () =>
			xlsx({}, '<definedNames><definedName name="x">cmd|\' /c calc\'!A0</definedName></definedNames>'),
	},
	{
		what: 'a name that computes',
		why: 'formula-names',
		bytes: () => xlsx({}, '<definedNames><definedName name="x">EXEC("calc")</definedName></definedNames>'),
	},
	{ what: 'a file with a password', why: 'encrypted', bytes: () => compound('EncryptedPackage') },
	{ what: 'a Word document of old', why: 'not-a-workbook', bytes: () => compound('WordDocument') },
	{ what: 'a Word document', why: 'not-a-workbook', bytes: () => zipped({ 'word/document.xml': '<w/>' }) },
	{ what: 'a page', why: 'not-a-workbook', bytes: () => strToU8('<!DOCTYPE html><table><tr><td>1') },
	{
		what: 'a program',
		why: 'not-a-workbook',
		bytes: () => strToU8('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\x02\x00>'),
	},
	{ what: 'a binary workbook', why: 'old-format', bytes: () => ownWorkbook([['Code', 'Value']], 'xlsb') },
	{ what: 'a workbook of 1987', why: 'old-format', bytes: () => ownWorkbook([['Code', 'Value']], 'biff2') },
	{ what: 'half a file', why: 'damaged', bytes: () => xlsx().slice(0, 700) },
	{
		what: 'a list of something else',
		why: 'no-table',
		bytes: () =>
			ownWorkbook([
				['Name', 'Phone'],
				['A', 1],
			]),
	},
];
