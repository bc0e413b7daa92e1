// What is drawn before it becomes a world: plain numbers and choices, so that a failing case shrinks well.
import fc from 'fast-check';
import { calendar } from './calendar.ts';
import type { Indicator, Link, PeriodKind, RevisionState, TargetRow, ValueKind } from './world.ts';

const COUNTRIES = ['EG', 'LY', 'TN', null] as const;
export const ORGANISATIONS = 3;

/** Quarters of units: exact in binary and in decimal, so that equality means equality. */
const amount = fc.oneof(
	{ weight: 5, arbitrary: fc.integer({ min: 0, max: 40 }) },
	{ weight: 1, arbitrary: fc.constantFrom(0, 0, 12.5, 0.25, -3) },
);

const startDay = fc.constantFrom(
	'2020-01-01',
	'2020-01-01',
	'2020-02-15',
	'2020-07-01',
	'2021-01-01',
	'2021-04-10',
);
const endDay = fc.constantFrom(
	'2021-06-30',
	'2021-11-20',
	'2021-12-31',
	'2022-06-30',
	'2022-12-31',
	'2023-12-31',
);

const indicatorShape = fc.record({
	framework: fc.nat(2),
	kind: fc.constantFrom<ValueKind>(
		'increment',
		'increment',
		'increment',
		'cumulative',
		'cumulative_year',
		'level',
		'ratio',
		'ratio',
		'qualitative',
	),
	percentage: fc.boolean(),
	ascending: fc.boolean(),
	overTime: fc.constantFrom<Indicator['overTime']>(null, 'latest', 'max', 'average', 'sum'),
	adding: fc.constantFrom('sum', 'sum', 'sum', 'max', 'none'),
	overPartner: fc.constantFrom('sum', 'sum', 'max', 'none'),
});

const projectShape = fc.record({
	parent: fc.option(fc.nat(20), { freq: 4 }),
	startsOn: fc.option(startDay),
	endsOn: fc.option(endDay),
	frequency: fc.constantFrom<PeriodKind>(
		'quarter',
		'quarter',
		'quarter',
		'quarter',
		'half',
		'year',
		'snapshot',
	),
	test: fc.nat(14).map((n) => n === 14),
});

const targetShape = fc.record({
	period: fc.nat(60),
	value: fc.oneof(
		{ weight: 12, arbitrary: amount },
		{ weight: 1, arbitrary: fc.constant('TBD') },
		{ weight: 2, arbitrary: fc.constant('baseline' as const) },
	),
});

const versionShape = fc.record({
	inForceFrom: startDay,
	basis: fc.constantFrom<TargetRow['basis']>('in_period', 'to_date', 'to_date'),
	by: fc.constantFrom<PeriodKind>('quarter', 'quarter', 'half', 'year'),
	dated: fc.nat(7).map((n) => n > 0),
	rows: fc.array(targetShape, { minLength: 1, maxLength: 5 }),
});

const answerShape = fc.option(
	fc.record({
		is: fc.constantFrom('number', 'number', 'number', 'number', 'number', 'number', 'not-applicable', 'text'),
		value: amount,
		denominator: fc.integer({ min: 0, max: 50 }),
	}),
	{ freq: 4 },
);
export type AnswerShape = NonNullable<typeof answerShape extends fc.Arbitrary<infer T> ? T : never>;

const seriesShape = fc.record({
	project: fc.nat(20),
	indicator: fc.nat(20),
	country: fc.constantFrom(...COUNTRIES),
	organisation: fc.nat(ORGANISATIONS - 1),
	startsOn: fc.option(startDay, { freq: 1 }),
	endsOn: fc.option(endDay, { freq: 1 }),
	continues: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(20) }),
	baseline: fc.option(amount, { freq: 2 }),
	baselineOn: fc.option(startDay, { freq: 1 }),
	versions: fc.array(versionShape, { maxLength: 3 }),
	answers: fc.array(answerShape, { minLength: 10, maxLength: 16 }),
	corrections: fc.array(answerShape, { minLength: 3, maxLength: 5 }),
	/** For each activity in turn: the report that claims people of it, if any. */
	claims: fc.array(fc.option(fc.nat(7), { freq: 1 }), { minLength: 3, maxLength: 3 }),
});

const revisionPlan = fc.constantFrom<RevisionState[]>(
	['approved'],
	['approved'],
	['approved'],
	['approved'],
	['approved', 'approved'],
	['approved', 'draft'],
	['approved', 'submitted'],
	['approved', 'returned'],
	['approved', 'approved', 'draft'],
	['returned', 'approved'],
	['draft'],
	['submitted'],
	['returned'],
);

export const shape = fc.record({
	startsOn: fc.option(startDay),
	bands: fc.constantFrom([0.9, 0.6], [0.9, 0.6], [0.75, 0.5]),
	indicators: fc.array(indicatorShape, { minLength: 1, maxLength: 4 }),
	links: fc.array(
		fc.record({
			from: fc.nat(3),
			to: fc.nat(3),
			relation: fc.constantFrom<Link['relation']>('same', 'renamed', 'renamed', 'partly'),
		}),
		{ maxLength: 3 },
	),
	projects: fc.array(projectShape, { minLength: 1, maxLength: 6 }),
	overrides: fc.array(
		fc.record({
			project: fc.nat(5),
			indicator: fc.nat(3),
			kind: fc.constantFrom<ValueKind>('increment', 'cumulative', 'cumulative_year'),
		}),
		{ maxLength: 2 },
	),
	series: fc.array(seriesShape, { minLength: 1, maxLength: 9 }),
	firstQuarter: fc.nat(4),
	quarters: fc.integer({ min: 3, max: 9 }),
	others: fc.subarray(calendar.filter((period) => period.kind !== 'quarter').map((period) => period.code)),
	plans: fc.array(revisionPlan, { minLength: 5, maxLength: 11 }),
	activities: fc.array(
		fc.record({
			indicator: fc.nat(3),
			endsOn: fc.constantFrom('2020-03-20', '2020-08-05', '2021-02-11', '2021-06-30', '2022-04-01'),
			overlap: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 }),
		}),
		{ maxLength: 3 },
	),
});
export type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;
