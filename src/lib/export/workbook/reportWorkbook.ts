import ExcelJS from 'exceljs';
import type { EntryReport } from '#domain/entry.ts';
import { IDENTITY_SHEET } from '#domain/workbook.ts';
import type { Formats } from '#format/formats.ts';
import { addFillSheet } from './fillSheet.ts';
import { addHelpSheet } from './helpSheet.ts';
import { fillIdentitySheet } from './identitySheet.ts';
import { levelLists } from './levelLists.ts';
import { numberParts } from './numberParts.ts';
import { addPartsSheet } from './partsSheet.ts';

/** A report as an xlsx file to be filled in without a connection and handed back: import/workbook reads it. */
export async function reportWorkbook(
	report: EntryReport,
	formats: Formats,
): Promise<Uint8Array<ArrayBuffer>> {
	const workbook = new ExcelJS.Workbook();
	workbook.creator = 'Waymark';
	workbook.title = `${report.project.code} ${report.period.code}`;
	const lists = levelLists(report.lines);
	await addFillSheet(workbook, report, formats, lists);
	const parts = numberParts(report);
	if (parts.length > 0) await addPartsSheet(workbook, report, parts, formats);
	await addHelpSheet(workbook, formats);
	const hidden = workbook.addWorksheet(IDENTITY_SHEET, { state: 'veryHidden' });
	fillIdentitySheet(hidden, report, parts);
	lists.writeTo(hidden);
	return Uint8Array.from(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
