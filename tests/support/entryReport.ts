import type { EntryLine, EntryReport } from '../../src/lib/domain/entry.ts';

type LineChanges = Partial<Omit<EntryLine, 'indicator'>> & {
	readonly indicator?: Partial<EntryLine['indicator']>;
};

/** A line of a report: people reached in Egypt this quarter, nothing typed yet; `changes` say what differs. */
export function entryLine(changes: LineChanges = {}): EntryLine {
	return {
		seriesId: '00000000-0000-4000-8000-000000000001',
		resultId: null,
		valueKind: 'increment',
		country: 'EG',
		baseline: 0,
		baselineOn: '2020-01-01',
		actual: 400,
		expected: 600,
		target: 1000,
		targetText: null,
		status: 'on-track',
		history: [past('2022-Q3', 100), past('2022-Q2', 120)],
		comments: [],
		cell: { version: 0, answer: {}, changedBy: null, changedAt: null },
		...changes,
		indicator: {
			id: '00000000-0000-4000-8000-0000000000a1',
			framework: 'EUTF-2022',
			code: '3.2',
			title: 'People reached',
			definition: 'Everybody who was reached.',
			unit: 'people',
			measure: 'unit',
			ascending: true,
			sensitive: false,
			counts: 'people',
			dimensions: ['sex', 'age'],
			levels: [],
			...changes.indicator,
		},
	};
}

/** An approved answer of an earlier period. */
export function past(period: string, value: number): EntryLine['history'][number] {
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

/** A report that is open, with these lines. */
export function entryReport(
	lines: readonly EntryLine[] = [entryLine()],
	changes: Partial<EntryReport> = {},
): EntryReport {
	return {
		id: '00000000-0000-4000-8000-0000000000f1',
		programme: { code: 'DEMO', name: 'Demonstration', demonstration: true },
		project: { id: '00000000-0000-4000-8000-0000000000e1', code: 'T05', title: 'Dismantling networks' },
		organisation: { slug: 'unodc', name: 'United Nations Office on Drugs and Crime', shortName: 'UNODC' },
		period: {
			code: '2022-Q4',
			kind: 'quarter',
			startsOn: '2022-10-01',
			endsOn: '2022-12-31',
			asOf: '2022-12-31',
			dueOn: '2023-01-31',
		},
		dueOn: '2023-01-31',
		state: 'draft',
		lock: { kind: 'open' },
		revision: null,
		decisionNote: null,
		submittedAt: null,
		correcting: null,
		results: [],
		lines,
		narrative: { version: 0, progress: '', difficulties: '', next: '' },
		...changes,
	};
}
