import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import type { Answer } from '#domain/entry.ts';
import type { Difference, WorkbookPreview } from '#domain/workbook.ts';
import { readWorkbook } from '#import/workbook/readWorkbook.ts';
import { utils, write } from '@e965/xlsx';
import {
	entryLine,
	entryReport,
	kinds,
	LEVELS,
	withAnswers,
} from '../../../../tests/support/workbookReport.ts';
import { downloaded, ownSheet, ownWorkbook } from '../../../../tests/support/workbookFile.ts';

const report = entryReport();
const { people, peopleInLibya, days, ratio, percentage, step, words, regional } = kinds;
const en = { lang: 'en' } as const;

describe('a cell', () => {
	const eighty = { t: 'n', v: 0.8, z: '0%' } as const;
	test.each([
		['a number', people, 'value', 12, 12, null],
		['zero', people, 'value', 0, 0, null],
		['French thousands', people, 'value', '1 234,5', 1234.5, null],
		['Arabic digits', people, 'value', '١٢٣٤', 1234, null],
		['thousands of people', people, 'value', '1,296', 1296, null],
		['a comma that groups or divides', days, 'value', '1,296', null, 'ambiguous'],
		['words', people, 'value', 'about ten', null, 'no-number'],
		['true', people, 'value', { t: 'b', v: true }, null, 'no-number'],
		['a percentage of people', people, 'value', eighty, null, 'percent-not-asked'],
		['a percentage', percentage, 'value', eighty, 80, null],
		['7 %, which is not 7.000000000000001', percentage, 'value', { t: 'n', v: 0.07, z: '0.0%' }, 7, null],
		['a percentage in words', percentage, 'value', '80 %', 80, null],
		['a percentage as a number', percentage, 'value', 80, 80, null],
		['a sign that is only shown', percentage, 'value', { t: 'n', v: 38, z: '0"%"' }, 38, null],
		['a date', people, 'value', { t: 'n', v: 44_693, z: 'dd/mm/yyyy' }, null, 'date-for-number'],
		['a formula with its value', people, 'value', { t: 'n', v: 12, f: '5+7' }, 12, null],
		['an error', people, 'value', { t: 'e', v: 7, f: '1/0' }, null, 'error-value'],
		['a step by its words', step, 'level', 'Adopted', 3, null],
		['a step as the list writes it', step, 'level', `2 · ${LEVELS[1]}`, 2, null],
		['a step by its number', step, 'level', 4, 4, null],
		['a step that is none', step, 'level', 'Perfect', null, 'unknown-level'],
		['a fifth step of four', step, 'level', 5, null, 'unknown-level'],
		[
			'a date as a source',
			people,
			'verification',
			{ t: 'n', v: 44_693, z: 'dd/mm/yyyy' },
			'2022-05-12',
			null,
		],
		['a number as a note', people, 'note', 7, '7', null],
		['what is not asked', days, 'level', 'Adopted', null, 'not-asked'],
		['more than a text may be', people, 'note', 'x'.repeat(10_001), null, 'too-long'],
	] as const)('%s', async (_, line, field, cell, value, why) => {
		const file = await downloaded(report);
		file.set(line, field, typeof cell === 'object' ? { ...cell } : cell);
		const [difference] = differencesOf(readWorkbook(file.saved(), report, en));
		expect(difference).toMatchObject(why === null ? { state: 'new', to: value } : { state: 'refused', why });
	});

	it('that is ambiguous says its readings', async () => {
		const file = await downloaded(report);
		file.set(days, 'value', '1,296');
		expect(differencesOf(readWorkbook(file.saved(), report, en))[0]).toMatchObject({
			readings: [1296, 1.296],
			to: '1,296',
			address: file.addressOf(days, 'value'),
		});
	});

	it('with a formula that was never computed is not zero', () => {
		const preview = readWorkbook(
			ownWorkbook([
				['Code', 'Country', 'Value'],
				['P1', 'Egypt', { t: 'n', f: '5+7' }],
			]),
			report,
			en,
		);
		expect(differencesOf(preview)[0]).toMatchObject({ state: 'refused', why: 'formula-without-value' });
	});

	it('takes its other half with it when it is refused', async () => {
		const file = await downloaded(report);
		file.set(ratio, 'numerator', 3);
		file.set(ratio, 'denominator', 'many');
		file.set(ratio, 'note', 'by hand');
		const preview = readWorkbook(file.saved(), report, en);
		expect(differencesOf(preview).map(({ field, why }) => [field, why])).toEqual([
			['numerator', 'incomplete'],
			['denominator', 'no-number'],
			['note', null],
		]);
		expect(answersOf(preview)).toEqual({ [ratio.seriesId]: { note: 'by hand' } });
	});
});

describe('our own file, as people change it', () => {
	it('reads a row that was hidden, and says so', async () => {
		const file = await downloaded(report);
		file.set(people, 'value', 12);
		file.fill['!rows'] = Object.assign([], { 4: { hidden: true } });
		const preview = readWorkbook(file.saved(), report, en);
		expect(preview).toMatchObject({ notices: ['hidden-rows'] });
		expect(differencesOf(preview)[0]).toMatchObject({ to: 12, remarks: ['hidden-row'] });
	});

	it('finds its columns and rows again after they were moved', async () => {
		const filled = withAnswers(report, { [people.seriesId]: { value: 10, note: 'kept' } });
		const file = await downloaded(filled);
		file.set(words, 'text', 'Better.');
		const rows = utils.sheet_to_json<(string | number)[]>(file.fill, { header: 1 });
		const [heading = [], ...body] = rows.slice(3);
		const turned = [heading, ...body.reverse()].map((row) =>
			Array.from(heading, (_, at) => row[heading.length - 1 - at] ?? null),
		);
		file.book.Sheets[file.book.SheetNames[0] ?? ''] = ownSheet(turned);
		const preview = readWorkbook(file.saved(), filled, en);
		expect(answersOf(preview)).toEqual({ [words.seriesId]: { text: 'Better.' } });
	});

	it('refuses two rows of one series, and a number beside another indicator', async () => {
		const file = await downloaded(report);
		file.set(people, 'value', 12);
		file.set(peopleInLibya, 'value', 13);
		file.fill['A6'] = { t: 'n', v: 1 };
		expect(differencesOf(readWorkbook(file.saved(), report, en))[0]).toMatchObject({
			why: 'other-indicator',
			address: 'Fill in!N6',
		});
		file.fill['E6'] = { t: 's', v: 'Egypt' };
		expect(differencesOf(readWorkbook(file.saved(), report, en)).map(({ why }) => why)).toEqual([
			'several-rows',
			'several-rows',
		]);
	});

	it('refuses a figure that two rows share', async () => {
		const file = await downloaded(report);
		file.set(people, 'value', 12);
		file.fill['!merges'] = [{ s: { r: 4, c: 13 }, e: { r: 5, c: 13 } }];
		expect(differencesOf(readWorkbook(file.saved(), report, en)).map(({ why }) => why)).toEqual([
			'merged',
			'merged',
		]);
	});

	it('reads the parts of figures by their number', async () => {
		const file = await downloaded(report);
		file.setPart(0, 7);
		file.setPart(1, -3);
		const preview = readWorkbook(file.saved(), report, en);
		// Half of a split is not what the file says.
		expect(differencesOf(preview).map(({ why, part }) => [why, part?.categories])).toEqual([
			['incomplete', ['female']],
			['negative-part', ['male']],
		]);
		file.setPart(1, 3);
		expect(answersOf(readWorkbook(file.saved(), report, en))).toEqual({
			[people.seriesId]: {
				breakdowns: [
					{
						dimensions: ['sex'],
						parts: [
							{ categories: ['female'], value: 7 },
							{ categories: ['male'], value: 3 },
						],
					},
				],
			},
		});
	});

	it('knows that it belongs to another report, and to which', async () => {
		const other = entryReport(undefined, { id: '00000000-0000-4000-8000-000000000000' });
		expect(readWorkbook((await downloaded(report)).saved(), other, en)).toEqual({
			kind: 'refused',
			why: 'wrong-report',
			owner: { project: 'T05', period: '2022-Q4', organisation: 'UNODC' },
		});
	});
});

describe('a table of one’s own', () => {
	it('is matched by code or title and country, in any of the languages', () => {
		const preview = readWorkbook(
			ownWorkbook([
				['Our figures of the quarter'],
				[],
				['المؤشر', 'البلد', 'القيمة', 'Remarque'],
				['P1', 'مصر', 12, null],
				['Number of things of P1', 'Libye', '1 300', 'deux centres'],
				['P3', null, 4.5, null],
				['3.10', 'Regional', 9, null],
				['X9', 'Egypt', 1, null],
				['P1', null, 5, null],
			]),
			report,
			en,
		);
		expect(answersOf(preview)).toEqual({
			[people.seriesId]: { value: 12 },
			[peopleInLibya.seriesId]: { value: 1300, note: 'deux centres' },
			[days.seriesId]: { value: 4.5 },
			[regional.seriesId]: { value: 9 },
		});
		expect(differencesOf(preview).filter(({ state }) => state === 'refused')).toEqual([
			expect.objectContaining({ address: 'Sheet1!C8', why: 'unknown-indicator' }),
			expect.objectContaining({ address: 'Sheet1!C9', why: 'which-country' }),
		]);
		expect(preview).toMatchObject({ notices: ['no-identity'] });
	});

	it('may have headings in several rows, merged over columns and rows', () => {
		const sheet = ownSheet([
			['Indicator', 'Country', 'Figures of Q3', null, 'Remarks'],
			[null, null, 'Numerator', 'Denominator', 'Note'],
			['P4', 'EG', 3, 4, 'good'],
		]);
		sheet['!merges'] = [
			{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } },
			{ s: { r: 0, c: 1 }, e: { r: 1, c: 1 } },
			{ s: { r: 0, c: 2 }, e: { r: 0, c: 3 } },
		];
		const book = utils.book_new();
		utils.book_append_sheet(book, sheet, 'T1');
		const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
		expect(answersOf(readWorkbook(bytes, report, en))).toEqual({
			[ratio.seriesId]: { numerator: 3, denominator: 4, note: 'good' },
		});
	});

	it('leaves what it does not speak of', () => {
		const filled = withAnswers(report, { [people.seriesId]: { value: 10, note: 'kept' } });
		const bytes = ownWorkbook([
			['Code', 'Country', 'Value', 'Note'],
			['P1', 'Egypt', 11, null],
		]);
		expect(answersOf(readWorkbook(bytes, filled, en))).toEqual({
			[people.seriesId]: { value: 11, note: 'kept' },
		});
	});

	it('refuses a figure under two headings of one meaning', () => {
		const bytes = ownWorkbook([
			['Code', 'Country', 'Value', 'Actual'],
			['P1', 'Egypt', 11, 12],
		]);
		expect(differencesOf(readWorkbook(bytes, report, en))[0]).toMatchObject({ why: 'several-columns' });
	});

	it('does not take 3.10 for 3.1 where a spreadsheet took the code for a number', () => {
		const both = entryReport([
			entryLine({ indicator: { code: '3.1' } }),
			entryLine({ indicator: { code: '3.10' } }),
		]);
		const bytes = ownWorkbook([
			['Code', 'Value'],
			[3.1, 11],
		]);
		expect(differencesOf(readWorkbook(bytes, both, en))[0]).toMatchObject({ why: 'which-series' });
	});

	test.each(['xlsx', 'xlsm', 'xls', 'ods', 'biff8'] as const)('comes as %s', (program) => {
		const rows = [
			['Code', 'Country', 'Value', 'Note'],
			['P1', 'Egypt', 12, 'ملاحظة é'],
			['P5', 'Egypt', { t: 'n', v: 0.8, z: '0%' } as const, null],
		];
		expect(answersOf(readWorkbook(ownWorkbook(rows, program), report, en))).toEqual({
			[people.seriesId]: { value: 12, note: 'ملاحظة é' },
			[percentage.seriesId]: { value: 80 },
		});
	});
});

test('an ods may name what is printed on each page, as LibreOffice does', () => {
	const bytes = ownWorkbook(
		[
			['Code', 'Country', 'Value'],
			['P1', 'Egypt', 12],
		],
		'ods',
	);
	const named = (expression: string) => {
		const parts = unzipSync(bytes);
		const content = strFromU8(parts['content.xml'] ?? new Uint8Array()).replace(
			'</office:spreadsheet>',
			() =>
				`<table:named-expressions><table:named-expression table:name="n" table:base-cell-address="$S.$A$1" table:expression="${expression}"/></table:named-expressions></office:spreadsheet>`,
		);
		return readWorkbook(zipSync({ ...parts, 'content.xml': strToU8(content) }), report, en);
	};
	expect(answersOf(named('[$&apos;Fill (in)&apos;.$A:.$D];[$&apos;Fill in&apos;.$4:.$4]'))).toEqual({
		[people.seriesId]: { value: 12 },
	});
	expect(named('WEBSERVICE(&quot;x&quot;)')).toMatchObject({ why: 'formula-names' });
	expect(named('[&apos;file:///x.ods&apos;#$S.$A$1]')).toMatchObject({ why: 'external-links' });
});

describe('a table in text', () => {
	const table = (rows: readonly string[]) => rows.join('\r\n');
	const french = table(['Code;Pays;Valeur;Remarque', 'P1;Égypte;"1 234,5";"à suivre; é"', 'P5;Égypte;80 %;']);
	const arabic = table(['رمز المؤشر;البلد;القيمة;ملاحظة', 'P1;مصر;١٢;ملاحظة قصيرة']);
	const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
	const expected = {
		[people.seriesId]: { value: 1234.5, note: 'à suivre; é' },
		[percentage.seriesId]: { value: 80 },
	};

	test.each([
		['semicolons in UTF-8', new TextEncoder().encode(french)],
		['with a byte order mark', new TextEncoder().encode(`\ufeff${french}`)],
		['with its separator named', new TextEncoder().encode(`sep=;\r\n${french}`)],
		['UTF-16', utf16(french)],
		['UTF-16, the other way round', utf16(french).map((_, at, all) => all[at ^ 1] ?? 0)],
		['Western Windows', new Uint8Array(Buffer.from(french, 'latin1'))],
		['tabs', new TextEncoder().encode(french.replaceAll(/;(?! )/g, '\t'))],
	])('%s', (_, bytes) => expect(answersOf(readWorkbook(bytes, report, en))).toEqual(expected));

	test.each([
		['Arabic Windows', windows1256(arabic.replace('١٢', '12'))],
		['UTF-8', new TextEncoder().encode(arabic)],
	])('Arabic in %s', (_, bytes) =>
		expect(answersOf(readWorkbook(bytes, report, en))).toEqual({
			[people.seriesId]: { value: 12, note: 'ملاحظة قصيرة' },
		}),
	);

	it('names cells as a spreadsheet shows them', () => {
		const bytes = new TextEncoder().encode('Code,Country,Value\nP1,Egypt,many\n');
		expect(differencesOf(readWorkbook(bytes, report, en))[0]).toMatchObject({
			address: 'C2',
			why: 'no-number',
		});
	});
});

/** Text in the encoding of Arabic Windows, which Node only reads. */
function windows1256(text: string): Uint8Array {
	const decoder = new TextDecoder('windows-1256');
	const bytes = new Map(
		Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]),
	);
	return new Uint8Array([...text].map((letter) => bytes.get(letter) ?? 0x3f));
}

function differencesOf(preview: WorkbookPreview): readonly Difference[] {
	if (preview.kind === 'refused') throw new Error(`The file was refused: ${preview.why}`);
	return preview.differences;
}

function answersOf(preview: WorkbookPreview): Record<string, Answer> {
	if (preview.kind === 'refused') throw new Error(`The file was refused: ${preview.why}`);
	return Object.fromEntries(preview.changes.map(({ seriesId, answer }) => [seriesId, answer]));
}
