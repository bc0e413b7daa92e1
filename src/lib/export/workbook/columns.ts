/** The columns of the sheet to fill in: what is known of a series, then what is asked. */
import type { EntryLine, EntryReport } from '#domain/entry.ts';
import { fieldOf, INPUT_FIELDS, inputFieldsOf, type InputField } from '#domain/workbook.ts';
import type { Formats } from '#format/formats.ts';
import { askedWords, levelWords, pastValue, resultWords, unitWords } from './words.ts';

export type CellValue = number | string | null;

export interface SheetColumn {
	readonly heading: string;
	readonly width: number;
	/** Figures stand under each other at the end of their cells, words among them too. */
	readonly figures?: boolean;
	/** Null for what is only to be read. */
	readonly field: InputField | null;
	valueOf(line: EntryLine, at: number): CellValue;
}

/** Quarters before this one that a line shows. */
const QUARTERS_SHOWN = 4;

export function columnsOf(report: EntryReport, formats: Formats): readonly SheetColumn[] {
	return [...known(report, formats), ...past(report, formats), ...asked(report, formats)];
}

function known(report: EntryReport, formats: Formats): SheetColumn[] {
	const { t, country } = formats;
	return [
		{ heading: t('workbook.column.line'), width: 6, figures: false, field: null, valueOf: (_, at) => at + 1 },
		{
			heading: t('workbook.column.result'),
			width: 22,
			field: null,
			valueOf: (line) => resultWords(report, line.resultId),
		},
		{ heading: t('workbook.column.code'), width: 10, field: null, valueOf: (line) => line.indicator.code },
		{ heading: t('workbook.column.title'), width: 36, field: null, valueOf: (line) => line.indicator.title },
		{
			heading: t('workbook.column.country'),
			width: 13,
			field: null,
			valueOf: (line) => country(line.country),
		},
		{
			heading: t('workbook.column.unit'),
			width: 12,
			field: null,
			valueOf: (line) => unitWords(line, formats),
		},
		{
			heading: t('workbook.column.asked'),
			width: 28,
			field: null,
			valueOf: (line) => askedWords(line, report, formats),
		},
	];
}

function past(report: EntryReport, { t, shortPeriod, period, ...formats }: Formats): SheetColumn[] {
	const all = { t, shortPeriod, period, ...formats };
	const periods = [...new Set(report.lines.flatMap(({ history }) => history.map((one) => one.period)))]
		.sort()
		.slice(-QUARTERS_SHOWN);
	return [
		{
			heading: t('workbook.column.baseline'),
			width: 12,
			figures: true,
			field: null,
			valueOf: (line) => line.baseline,
		},
		{
			heading: t('workbook.column.target'),
			width: 12,
			figures: true,
			field: null,
			valueOf: (line) => line.target ?? line.targetText,
		},
		{
			heading: t('workbook.column.expected'),
			width: 12,
			figures: true,
			field: null,
			valueOf: (line) => line.expected,
		},
		...periods.map((code) => ({
			heading: period(code),
			width: 12,
			figures: true,
			field: null,
			valueOf: (line: EntryLine) =>
				pastValue(
					line.history.find((one) => one.period === code),
					line,
					all,
				),
		})),
		{
			heading: t('workbook.column.actual'),
			width: 12,
			figures: true,
			field: null,
			valueOf: (line) => line.actual,
		},
	];
}

const WIDTHS: Readonly<Record<InputField, number>> = {
	value: 14,
	numerator: 14,
	denominator: 14,
	level: 24,
	text: 34,
	inapplicable: 22,
	verification: 24,
	note: 30,
};

function asked(report: EntryReport, { t }: Formats): SheetColumn[] {
	const needed = new Set(report.lines.flatMap(inputFieldsOf));
	return INPUT_FIELDS.filter((field) => needed.has(field)).map((field) => ({
		heading: t(`workbook.column.${field}`),
		width: WIDTHS[field],
		field,
		valueOf: (line) => draftValue(line, field),
	}));
}

/** What the draft holds, as the sheet shows it; a step that the scale does not have stays a number. */
function draftValue(line: EntryLine, field: InputField): CellValue {
	if (!inputFieldsOf(line).includes(field)) return null;
	const held = fieldOf(line.cell.answer, field);
	return field === 'level' && typeof held === 'number'
		? (levelWords(line.indicator.levels, held) ?? held)
		: held;
}
