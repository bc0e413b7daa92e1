import type { Worksheet } from 'exceljs';
import type { EntryReport } from '#domain/entry.ts';
import { IDENTITY_MARK, WORKBOOK_FORMAT } from '#domain/workbook.ts';
import type { NumberedPart } from './numberParts.ts';
import { asText } from './look.ts';

/** Beyond this a cell can hold no more; then the file does not know what the line held, and a newer version wins. */
const LONGEST = 32_000;

/** Says on the hidden sheet which report the file is of, which series each row is, and what it held (identity.ts reads it). */
export function fillIdentitySheet(
	sheet: Worksheet,
	report: EntryReport,
	parts: readonly NumberedPart[],
): void {
	sheet.addRow(
		[
			IDENTITY_MARK,
			WORKBOOK_FORMAT,
			report.id,
			report.project.code,
			report.period.code,
			report.organisation.shortName ?? report.organisation.name,
		].map((said) => (typeof said === 'string' ? asText(said) : said)),
	);
	report.lines.forEach(({ seriesId, cell }, at) => {
		const base = JSON.stringify(cell.answer);
		sheet.addRow(['line', at + 1, seriesId, cell.version, base.length > LONGEST ? '' : asText(base)]);
	});
	parts.forEach(({ line, name }, at) => {
		sheet.addRow([
			'part',
			at + 1,
			line.seriesId,
			asText(JSON.stringify(name.dimensions)),
			asText(JSON.stringify(name.categories)),
		]);
	});
}
