/** The sheet that splits figures: one row a series, a way to split and a category. */
import type { Workbook } from 'exceljs';
import type { EntryReport } from '#domain/entry.ts';
import type { NumberedPart } from './numberParts.ts';
import type { Formats } from '#format/formats.ts';
import type { CellValue } from './columns.ts';
import { HEADING_ROW } from './fillSheet.ts';
import { asText, font, given, heading, heightOf, input, NUMBER, protect } from './look.ts';
import { categoryWords, wordOf } from './words.ts';

const WIDTHS = [6, 10, 46, 14, 24, 34, 18];

export async function addPartsSheet(
	workbook: Workbook,
	report: EntryReport,
	parts: readonly NumberedPart[],
	formats: Formats,
): Promise<void> {
	const { t, dir, country, period } = formats;
	const sheet = workbook.addWorksheet(asText(t('workbook.sheet.parts')), {
		views: [{ state: 'frozen', xSplit: 2, ySplit: HEADING_ROW, rightToLeft: dir === 'rtl' }],
		pageSetup: { orientation: 'portrait', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
	});
	sheet.columns = WIDTHS.map((width) => ({ width }));
	[
		`${report.project.code} · ${period(report.period.code)}`,
		t('workbook.partsHow'),
		t('workbook.noNames'),
	].forEach((text, at) => {
		const cell = sheet.getCell(at + 1, 1);
		cell.value = asText(text);
		cell.font = font({ bold: at !== 1, size: at === 0 ? 14 : 11 });
		cell.alignment = { readingOrder: dir, ...(dir === 'rtl' && { horizontal: 'right' }) };
	});
	(['line', 'code', 'title', 'country', 'split', 'category', 'part'] as const).forEach((column, at) =>
		heading(sheet.getCell(HEADING_ROW, at + 1), t(`workbook.column.${column}`), formats, column === 'part'),
	);
	parts.forEach(({ line, name, value }, row) => {
		const said: readonly CellValue[] = [
			row + 1,
			line.indicator.code,
			line.indicator.title,
			country(line.country),
			name.dimensions.map((dimension) => wordOf(formats, ['dimension'], dimension)).join(' × '),
			name.categories.map((category) => categoryWords(category, formats)).join(' · '),
		];
		sheet.getRow(HEADING_ROW + 1 + row).height = heightOf(said.map((text, at) => [text, WIDTHS[at] ?? 10]));
		said.forEach((text, at) => given(sheet.getCell(HEADING_ROW + 1 + row, at + 1), text, formats, false));
		input(sheet.getCell(HEADING_ROW + 1 + row, said.length + 1), value, formats, NUMBER);
	});
	await protect(sheet);
}
