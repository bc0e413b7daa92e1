import type { Workbook } from 'exceljs';
import type { Formats } from '#format/formats.ts';
import { asText, font, heightOf, protect } from './look.ts';

const POINTS = [
	'fill',
	'empty',
	'numbers',
	'percent',
	'inapplicable',
	'level',
	'parts',
	'noNames',
	'reorder',
	'formulas',
	'upload',
	'newer',
] as const;

/** The sheet that says how the file is filled in. */
export async function addHelpSheet(workbook: Workbook, { t, dir }: Formats): Promise<void> {
	const sheet = workbook.addWorksheet(asText(t('workbook.sheet.help')), {
		views: [{ rightToLeft: dir === 'rtl', showGridLines: false }],
		pageSetup: { orientation: 'portrait', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
	});
	sheet.columns = [{ width: 100 }];
	[t('workbook.help.title'), ...POINTS.map((point) => t(`workbook.help.${point}`))].forEach((text, at) => {
		const cell = sheet.getCell(at + 1, 1);
		cell.value = asText(text);
		cell.font = font({ bold: at === 0, size: at === 0 ? 14 : 11 });
		sheet.getRow(at + 1).height = heightOf([[text, 100]]) + 6;
		cell.alignment = {
			wrapText: true,
			vertical: 'top',
			readingOrder: dir,
			...(dir === 'rtl' && { horizontal: 'right' }),
		};
	});
	await protect(sheet);
}
