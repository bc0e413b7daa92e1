import { read, utils, type CellObject } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { languages } from '#domain/language.ts';
import { IDENTITY_SHEET } from '#domain/workbook.ts';
import { reportWorkbook } from '#export/workbook/reportWorkbook.ts';
import { entryLine, entryReport, kinds } from '../../../../tests/support/workbookReport.ts';
import { downloaded, reportFormats } from '../../../../tests/support/workbookFile.ts';

const FORMULA = '=HYPERLINK("http://x/","y")';

/** A report in which everything that somebody wrote would compute something. */
const poisoned = entryReport(
	[
		entryLine({
			indicator: {
				code: '+1',
				title: FORMULA,
				unit: '@SUM(A1)',
				definition: FORMULA,
				dimensions: ['sex'],
				levels: ['=A1', '-1+1'],
			},
			valueKind: 'ordinal',
			targetText: '-1',
			target: null,
			answer: { level: 1, note: FORMULA, verification: '\t=1+1', typed: { value: '=2' } },
		}),
	],
	{
		project: { id: 'p', code: '=1+1', title: FORMULA },
		organisation: { slug: 'x', name: FORMULA, shortName: '@x' },
		results: [{ id: 'r', parentId: null, level: 'output', code: null, title: FORMULA }],
	},
);

describe.each(languages)('in %s', async (lang) => {
	const bytes = await reportWorkbook(poisoned, await reportFormats(lang));
	const book = read(bytes, { cellFormula: true, cellNF: true });

	it('nothing is a formula, in the file or in a table saved from it', () => {
		for (const [name, part] of Object.entries(unzipSync(bytes)))
			if (name.startsWith('xl/worksheets/')) expect(strFromU8(part)).not.toMatch(/<f[ >]/);
		for (const name of book.SheetNames) {
			const sheet = book.Sheets[name] ?? {};
			const cells = Object.entries(sheet).flatMap(([at, cell]) =>
				at.startsWith('!') ? [] : [cell as CellObject],
			);
			expect(cells.filter(({ t, v }) => t === 's' && /^[=+\-@\t\r]/.test(String(v)))).toEqual([]);
			const fields = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false }).flat();
			expect(fields.filter((field) => /^[=+@\t\r]/.test(field))).toEqual([]);
		}
	});

	it('opens at the sheet to fill in, from the side the language begins at', () => {
		expect(book.SheetNames.at(-1)).toBe(IDENTITY_SHEET);
		expect(book.Workbook?.Sheets?.at(-1)?.Hidden).toBe(2);
		const [first] = Object.entries(unzipSync(bytes)).filter(([name]) => name === 'xl/worksheets/sheet1.xml');
		const xml = strFromU8(first?.[1] ?? new Uint8Array());
		expect(xml.includes('rightToLeft="1"')).toBe(lang === 'ar');
		expect(xml).toMatch(/<pane [^>]*state="frozen"/);
		expect(xml).toMatch(/<sheetProtection sheet="1"(?![^>]*(password|hashValue))/);
	});

	it('says what is asked, and that names have no place in it', async () => {
		const formats = await reportFormats(lang);
		const { fill } = await downloaded(entryReport(), lang);
		const text = utils.sheet_to_json<string[]>(fill, { header: 1, raw: false }).flat().join('\n');
		expect(text).toContain(formats.t('workbook.noNames'));
		expect(text).toContain(formats.t('workbook.asked.increment', { period: formats.period('2022-Q4') }));
		expect(text).toContain(formats.period('2022-Q3'));
		expect(text).not.toMatch(/\{\{|workbook\./);
	});
});

test('only what is asked can be filled in, and a scale only by its steps', async () => {
	const bytes = await reportWorkbook(entryReport(), await reportFormats('en'));
	const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
	const file = await downloaded(entryReport());
	const place = file.addressOf(kinds.step, 'level').split('!')[1] ?? '';
	const rule = new RegExp(`<dataValidation type="list"[^>]*sqref="${place}"[^>]*>.*?</dataValidation>`).exec(
		xml,
	)?.[0];
	expect(rule).toContain(`${IDENTITY_SHEET}!$H$1:$H$4`);
	expect(xml).not.toContain(`sqref="${file.addressOf(kinds.people, 'level').split('!')[1]}"`);
});
