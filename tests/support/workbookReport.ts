// Reports for the workbook: a line of every kind there is, or as many lines as a test needs.
import type { Answer, EntryIndicator, EntryLine, EntryReport } from '../../src/lib/domain/entry.ts';
import { naturalId } from '../../src/lib/domain/naturalId.ts';
import * as entry from './entryReport.ts';

type LineParts = Partial<Omit<EntryLine, 'indicator' | 'cell'>> & {
	readonly indicator?: Partial<EntryIndicator>;
	readonly answer?: Answer;
};

const RESULT = naturalId('test result');
export const LEVELS = ['Not in place', 'Drafted, not adopted', 'Adopted', 'In use'];

/** One line, with ids of its own by code and country. */
export function entryLine({ indicator = {}, answer = {}, ...parts }: LineParts = {}): EntryLine {
	const code = indicator.code ?? 'P1';
	const country = parts.country === undefined ? 'EG' : parts.country;
	return entry.entryLine({
		seriesId: naturalId('test series', code, country ?? ''),
		resultId: RESULT,
		...parts,
		country,
		indicator: {
			id: naturalId('test indicator', code),
			code,
			title: `Number of things of ${code}`,
			dimensions: [],
			...indicator,
		},
		cell: {
			version: Object.keys(answer).length === 0 ? 0 : 1,
			answer,
			changedBy: null,
			changedAt: null,
		},
	});
}

/** A line of each kind. */
export const kinds = {
	people: entryLine({ indicator: { code: 'P1', dimensions: ['sex', 'age'] } }),
	peopleInLibya: entryLine({ indicator: { code: 'P1', dimensions: ['sex', 'age'] }, country: 'LY' }),
	days: entryLine({ indicator: { code: 'P3', unit: 'days', counts: 'things' }, valueKind: 'level' }),
	ratio: entryLine({ indicator: { code: 'P4', unit: '%', measure: 'percentage' }, valueKind: 'ratio' }),
	percentage: entryLine({
		indicator: { code: 'P5', unit: '%', measure: 'percentage', counts: 'things' },
		valueKind: 'level',
	}),
	step: entryLine({
		indicator: { code: 'C3', unit: 'level', measure: 'ordinal', counts: 'things', levels: LEVELS },
		valueKind: 'ordinal',
	}),
	words: entryLine({
		indicator: { code: 'C4', unit: 'judgement', measure: 'qualitative', counts: 'things' },
		valueKind: 'qualitative',
	}),
	regional: entryLine({
		indicator: { code: '3.10', counts: 'things' },
		country: null,
		valueKind: 'cumulative',
	}),
};

export function entryReport(
	lines: readonly EntryLine[] = Object.values(kinds),
	more: Partial<EntryReport> = {},
): EntryReport {
	return entry.entryReport(lines, {
		id: naturalId('test report'),
		results: [{ id: RESULT, parentId: null, level: 'outcome', code: '1', title: 'People are protected' }],
		...more,
	});
}

/** A report with other answers in it, each of the next version: as if somebody had saved them. */
export function withAnswers(report: EntryReport, answers: Readonly<Record<string, Answer>>): EntryReport {
	const lines = report.lines.map((line) => {
		const answer = answers[line.seriesId];
		return answer === undefined
			? line
			: { ...line, cell: { ...line.cell, version: line.cell.version + 1, answer } };
	});
	return { ...report, lines };
}

/** A report of many lines: one indicator in one country each. */
export function largeReport(lines: number): EntryReport {
	const countries = ['EG', 'LY', 'TN', 'DZ', 'MA', 'SD', null];
	return entryReport(
		Array.from({ length: lines }, (_, at) =>
			entryLine({
				indicator: { code: `L${Math.floor(at / countries.length)}` },
				country: countries[at % countries.length] ?? null,
				answer: at % 3 === 0 ? { value: at } : {},
			}),
		),
	);
}
