/** The sheet to fill in: one row a series. */
import type { Cell, DataValidation, Workbook } from 'exceljs';
import type { EntryLine, EntryReport } from '#domain/entry.ts';
import { inputFieldsOf, type InputField } from '#domain/workbook.ts';
import type { Formats } from '#format/formats.ts';
import { columnsOf, type SheetColumn } from './columns.ts';
import type { LevelLists } from './levelLists.ts';
import { asText, font, given, heading, heightOf, input, notAsked, NUMBER, protect, TEXT } from './look.ts';
import { askedWords } from './words.ts';

/** Rows above the headings: what the file is, how it is filled in, and whose names have no place in it. */
export const HEADING_ROW = 4;
/** Longer than this, a program that opens the file cuts what stands beside a cell. */
const LONGEST_PROMPT = 250;

export async function addFillSheet(
	workbook: Workbook,
	report: EntryReport,
	formats: Formats,
	lists: LevelLists,
): Promise<void> {
	const { t, dir } = formats;
	const columns = columnsOf(report, formats);
	const firstInput = columns.findIndex(({ field }) => field !== null);
	const sheet = workbook.addWorksheet(asText(t('workbook.sheet.fill')), {
		views: [
			{ state: 'frozen', xSplit: 4, ySplit: HEADING_ROW, rightToLeft: dir === 'rtl', topLeftCell: 'E5' },
		],
		pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 2, fitToHeight: 0 },
	});
	sheet.pageSetup.printTitlesRow = `${HEADING_ROW}:${HEADING_ROW}`;
	sheet.pageSetup.printTitlesColumn = 'A:D';
	sheet.columns = columns.map(({ width }) => ({ width }));
	titles(report, formats).forEach((text, at) => {
		const cell = sheet.getCell(at + 1, 1);
		cell.value = asText(text);
		cell.font = font({ bold: at !== 1, size: at === 0 ? 14 : 11 });
		cell.alignment = { readingOrder: dir, ...(dir === 'rtl' && { horizontal: 'right' }) };
	});
	columns.forEach((column, at) => {
		const cell = sheet.getCell(HEADING_ROW, at + 1);
		heading(cell, column.heading, formats, column.field !== null);
		if (column.field === 'note' || column.field === 'verification') cell.note = t('workbook.noNames');
	});
	sheet.getRow(HEADING_ROW).height = heightOf(columns.map(({ heading, width }) => [heading, width]));
	report.lines.forEach((line, row) => {
		sheet.getRow(HEADING_ROW + 1 + row).height = heightOf(
			columns.map((column) => [column.valueOf(line, row), column.width]),
		);
		columns.forEach((column, at) => {
			const cell = sheet.getCell(HEADING_ROW + 1 + row, at + 1);
			writeCell(cell, column, line, row, formats);
			if (at === 3) cell.note = definitionOf(line, formats);
			if (column.field !== null && inputFieldsOf(line).includes(column.field))
				cell.dataValidation = validationOf(column.field, line, report, formats, lists);
		});
	});
	sheet.autoFilter = {
		from: { row: HEADING_ROW, column: 1 },
		to: { row: HEADING_ROW + report.lines.length, column: Math.max(firstInput, 1) },
	};
	await protect(sheet);
}

function titles(report: EntryReport, { t, period, date }: Formats): string[] {
	const due = report.dueOn === null ? '' : ` · ${t('workbook.due', { date: date(report.dueOn) })}`;
	return [
		`${report.project.code} · ${report.organisation.shortName ?? report.organisation.name} · ${period(report.period.code)}${due}`,
		t('workbook.howShort'),
		t('workbook.noNames'),
	];
}

function writeCell(cell: Cell, column: SheetColumn, line: EntryLine, row: number, formats: Formats): void {
	const value = column.valueOf(line, row);
	if (column.field === null) given(cell, value, formats, column.figures);
	else if (inputFieldsOf(line).includes(column.field))
		input(cell, value, formats, isNumber(column.field) ? NUMBER : TEXT);
	else notAsked(cell);
}

function isNumber(field: InputField): boolean {
	return field === 'value' || field === 'numerator' || field === 'denominator';
}

function definitionOf({ indicator }: EntryLine, { t }: Formats): string {
	return [indicator.title, indicator.definition ?? t('workbook.noDefinition')].join('\n\n');
}

/** What is said beside a cell when it is chosen, and which steps can be chosen. Nothing typed is turned away for good. */
function validationOf(
	field: InputField,
	line: EntryLine,
	report: EntryReport,
	formats: Formats,
	lists: LevelLists,
): DataValidation {
	const { t } = formats;
	const prompt = {
		showInputMessage: true,
		promptTitle: shortened(line.indicator.code, 30),
		prompt: shortened(promptOf(field, line, report, formats), LONGEST_PROMPT),
	};
	const list = lists.placeOf(line);
	if (field === 'level' && list !== undefined)
		return {
			...prompt,
			type: 'list',
			allowBlank: true,
			formulae: [list],
			showErrorMessage: true,
			errorStyle: 'stop',
			errorTitle: shortened(line.indicator.code, 30),
			error: t('workbook.prompt.level'),
		};
	if (!isNumber(field))
		return {
			...prompt,
			type: 'textLength',
			operator: 'lessThanOrEqual',
			formulae: [10_000],
			allowBlank: true,
		};
	return {
		...prompt,
		type: 'decimal',
		operator: 'between',
		formulae: [-1e15, 1e15],
		allowBlank: true,
		showErrorMessage: true,
		errorStyle: 'information',
		errorTitle: shortened(line.indicator.code, 30),
		error: t('workbook.prompt.noNumber'),
	};
}

function promptOf(field: InputField, line: EntryLine, report: EntryReport, formats: Formats): string {
	const { t } = formats;
	switch (field) {
		case 'value':
			return askedWords(line, report, formats);
		case 'numerator':
		case 'denominator':
		case 'level':
		case 'inapplicable':
			return t(`workbook.prompt.${field}`);
		case 'text':
		case 'verification':
		case 'note':
			return t('workbook.noNames');
		default:
			return field satisfies never;
	}
}

function shortened(text: string, length: number): string {
	return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
