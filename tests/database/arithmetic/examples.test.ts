// Figures with a known answer, to hold the oracle itself: OPSYS's own example and the words of the rules.
import { expect, test } from 'vitest';
import { countedOf } from './counting.ts';
import { figuresOf } from './oracle.ts';
import type { Answer, Report, Series, TargetRow, World } from './world.ts';

const LINE: Series = {
	project: 0,
	indicator: 0,
	country: 'EG',
	organisation: 0,
	startsOn: null,
	endsOn: null,
	continues: null,
	baseline: null,
	baselineOn: null,
};

const SMALL: World = {
	startsOn: null,
	onTrackFrom: 0.9,
	atRiskFrom: 0.6,
	frameworks: ['2020-01-01'],
	indicators: [
		{
			framework: 0,
			kind: 'increment',
			percentage: false,
			ascending: true,
			overTime: null,
			overPartner: 'sum',
			overPlace: 'sum',
		},
	],
	links: [],
	projects: [
		{ parent: null, startsOn: '2021-01-01', endsOn: '2022-12-31', frequency: 'quarter', test: false },
	],
	overrides: [],
	series: [LINE],
	schedules: [],
	opened: ['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4'],
	reports: [],
	activities: [],
};

function approved(period: string, answer: Answer, series = 0, project = 0): Report {
	return {
		project,
		organisation: 0,
		period,
		revisions: [{ state: 'approved', answers: [{ series, answer }], claims: [] }],
	};
}

function toDate(end: string, value: number): TargetRow {
	return { start: '2021-01-01', end, basis: 'to_date', value, dated: true };
}

test('OPSYS: 12,980 on the way from 2,505 is 83.8 % of the next target and 46.6 % of the last', () => {
	const figure = figuresOf(
		{
			...SMALL,
			overrides: [{ project: 0, indicator: 0, kind: 'cumulative' }],
			series: [{ ...LINE, baseline: 2505 }],
			schedules: [
				{
					series: 0,
					versions: [
						{ inForceFrom: '2021-01-01', rows: [toDate('2021-12-31', 15_000), toDate('2022-12-31', 25_000)] },
					],
				},
			],
			reports: [approved('2021-Q2', { is: 'value', value: 12_980 })],
		},
		0,
	).get('2021-Q2');
	expect(figure?.progressToNext).toBeCloseTo(0.838, 3);
	expect(figure?.progress).toBeCloseTo(0.466, 3);
});

test('a quarter that was not reported is missing, not zero: the total is at least', () => {
	const figures = figuresOf(
		{
			...SMALL,
			reports: [
				approved('2021-Q1', { is: 'value', value: 4 }),
				approved('2021-Q3', { is: 'value', value: 0 }),
			],
		},
		0,
	);
	expect(figures.get('2021-Q1')).toMatchObject({ actual: 4, missing: 0, atLeast: false });
	expect(figures.get('2021-Q2')).toMatchObject({ actual: 4, missing: 1, atLeast: true, reported: false });
	expect(figures.get('2021-Q3')).toMatchObject({ actual: 4, missing: 1, atLeast: true, reported: true });
});

test('where falling is good, half the way down is half the progress', () => {
	const figure = figuresOf(
		{
			...SMALL,
			indicators: SMALL.indicators.map((indicator) => ({ ...indicator, kind: 'level', ascending: false })),
			series: [{ ...LINE, baseline: 80 }],
			schedules: [{ series: 0, versions: [{ inForceFrom: '2021-01-01', rows: [toDate('2021-12-31', 40)] }] }],
			reports: [approved('2021-Q4', { is: 'value', value: 60 })],
		},
		0,
	).get('2021-Q4');
	expect(figure).toMatchObject({ progress: 0.5, pace: 0.5, status: 'off-track' });
});

test('a parent’s figure stands until every child due has reported, zero included', () => {
	const parent = { parent: null, startsOn: null, endsOn: null, frequency: 'quarter', test: false } as const;
	const world: World = {
		...SMALL,
		projects: [parent, { ...parent, parent: 0 }, { ...parent, parent: 0 }],
		series: [LINE, { ...LINE, project: 1 }, { ...LINE, project: 2 }],
		reports: [
			approved('2021-Q1', { is: 'value', value: 30 }),
			approved('2021-Q1', { is: 'value', value: 10 }, 1, 1),
			approved('2021-Q2', { is: 'value', value: 10 }, 1, 1),
			approved('2021-Q2', { is: 'value', value: 0 }, 2, 2),
		],
	};
	const counted = countedOf(world);
	expect(counted.get('0 2021-Q1')).toMatchObject({ counted: true, standsForChildren: true });
	expect(counted.get('1 2021-Q1')).toMatchObject({ counted: false, leftOut: 'parent' });
	expect(counted.get('0 2021-Q2')).toMatchObject({ counted: false, leftOut: 'children' });
	expect(counted.get('2 2021-Q3')).toMatchObject({ counted: true });
});
