// Reports as the entry page has them, made up to the size and shape a test needs.
import type { Answer, EntryIndicator, EntryLine, EntryReport } from '#domain/entry.ts';
import { naturalId } from '#domain/naturalId.ts';

type LineParts = Partial<Omit<EntryLine, 'indicator' | 'cell'>> & {
	readonly indicator?: Partial<EntryIndicator>;
	readonly answer?: Answer;
	readonly version?: number;
};

const RESULT = naturalId('test result');

export const LEVELS = ['Not in place', 'Drafted, not adopted', 'Adopted', 'In use'];

/** One line of a report. */
export function entryLine({ indicator = {}, answer = {}, version, ...parts }: LineParts = {}): EntryLine {
	const code = indicator.code ?? 'P1';
	const country = parts.country === undefined ? 'EG' : parts.country;
	return {
		seriesId: naturalId('test series', code, country ?? ''),
		resultId: RESULT,
		valueKind: 'increment',
		country,
		baseline: 0,
		baselineOn: '2021-12-31',
		actual: 321,
		expected: 400,
		target: 1000,
		targetText: null,
		status: 'on-track',
		history: [past('2022-Q1', 100), past('2022-Q2', 221)],
		comments: [],
		...parts,
		indicator: {
			id: naturalId('test indicator', code),
			framework: 'RDPP-NA',
			code,
			title: `Number of things of ${code}`,
			definition: 'Each counted once.',
			unit: 'people',
			measure: 'unit',
			ascending: true,
			sensitive: false,
			counts: 'people',
			dimensions: [],
			levels: [],
			...indicator,
		},
		cell: {
			version: version ?? (Object.keys(answer).length === 0 ? 0 : 1),
			answer,
			changedBy: null,
			changedAt: null,
		},
	};
}

/** Lines of every kind there is. */
export const everyKind: readonly EntryLine[] = [
	entryLine({ indicator: { code: 'P1', dimensions: ['sex', 'age'] } }),
	entryLine({ indicator: { code: 'P1', dimensions: ['sex', 'age'] }, country: 'LY' }),
	entryLine({ indicator: { code: 'P3', unit: 'days', counts: 'things' }, valueKind: 'level' }),
	entryLine({ indicator: { code: 'P4', unit: '%', measure: 'percentage' }, valueKind: 'ratio' }),
	entryLine({
		indicator: { code: 'P5', unit: '%', measure: 'percentage', counts: 'things' },
		valueKind: 'level',
	}),
	entryLine({
		indicator: { code: 'C3', unit: 'level', measure: 'ordinal', counts: 'things', levels: LEVELS },
		valueKind: 'ordinal',
	}),
	entryLine({
		indicator: { code: 'C4', unit: 'judgement', measure: 'qualitative', counts: 'things' },
		valueKind: 'qualitative',
	}),
	entryLine({ indicator: { code: '3.10', counts: 'things' }, country: null, valueKind: 'cumulative' }),
];

export function entryReport(
	lines: readonly EntryLine[] = everyKind,
	more: Partial<EntryReport> = {},
): EntryReport {
	return {
		id: naturalId('test report'),
		programme: { code: 'RDPP-NA', name: 'RDPP North Africa', demonstration: true },
		project: { id: naturalId('test project'), code: 'RDPP-01', title: 'Protection along the route' },
		organisation: { slug: 'unodc', name: 'United Nations Office on Drugs and Crime', shortName: 'UNODC' },
		period: {
			code: '2022-Q3',
			kind: 'quarter',
			startsOn: '2022-07-01',
			endsOn: '2022-09-30',
			asOf: '2022-09-30',
			dueOn: '2022-10-15',
		},
		dueOn: '2022-10-15',
		state: 'draft',
		lock: { kind: 'open' },
		revision: null,
		decisionNote: null,
		submittedAt: null,
		correcting: null,
		results: [{ id: RESULT, parentId: null, level: 'outcome', code: '1', title: 'People are protected' }],
		lines,
		narrative: { version: 0, progress: '', difficulties: '', next: '' },
		...more,
	};
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

function past(period: string, value: number): EntryLine['history'][number] {
	return {
		period,
		value,
		numerator: null,
		denominator: null,
		text: null,
		level: null,
		inapplicable: null,
		state: 'approved',
	};
}
