import { describe, expect, it } from 'vitest';
import { actualOf, isPartOnly, progressOf, type Standing, targetOf } from './standing.ts';

const reported: Standing = {
	actual: 120,
	atLeast: false,
	baseline: 0,
	baselineAssumed: false,
	target: 200,
	targetText: null,
	expected: 100,
	progress: 0.6,
	expectedProgress: 0.5,
	progressToNext: null,
	nextTarget: null,
	numerator: null,
	denominator: null,
	pending: null,
	pendingProgress: null,
	pace: 1.2,
	status: 'on-track',
	statusAsOf: null,
	targetShare: null,
	series: 1,
	withValue: 1,
	due: 1,
	reported: 1,
	overlap: null,
	textValue: null,
	scaleLevel: null,
	scaleWord: null,
};
const silent: Standing = { ...reported, actual: null, progress: null, pace: null, withValue: 0, reported: 0 };
const absent = (why: string) => ({ kind: 'absent', why });

describe('a figure that is there', () => {
	it('is a value, zero too', () => {
		expect(actualOf(reported)).toEqual({ kind: 'value', value: 120 });
		expect(actualOf({ ...reported, actual: 0 })).toEqual({ kind: 'value', value: 0 });
		expect(progressOf({ ...reported, progress: 0 })).toEqual({ kind: 'value', value: 0 });
	});
});

describe('a figure that is not there says why', () => {
	it.each<[Standing | null, string]>([
		[null, 'not-due'],
		[{ ...silent, status: 'not-reported' }, 'missing'],
		[silent, 'missing'],
		[{ ...silent, due: 0 }, 'not-due'],
		[{ ...silent, status: 'not-additive' }, 'not-additive'],
		[{ ...silent, textValue: 'TBD', reported: 1 }, 'no-number'],
		[{ ...silent, target: null, status: 'off-track' }, 'no-number'],
		[{ ...silent, reported: 1 }, 'not-applicable'],
	])('case %#: %s', (standing, why) => expect(actualOf(standing)).toEqual(absent(why)));

	it.each<[Partial<Standing>, string]>([
		[{ target: null }, 'no-target'],
		[{ target: null, targetText: 'Baseline +50%' }, 'no-number'],
		[{ baseline: null }, 'no-baseline'],
		[{ baseline: 200 }, 'undefined'],
		[{ actual: null, reported: 0 }, 'missing'],
	])('progress, case %#', (change, why) => {
		expect(progressOf({ ...reported, progress: null, ...change })).toEqual(absent(why));
	});

	it('a target too', () => {
		expect(targetOf(null)).toEqual(absent('no-target'));
		expect(targetOf({ ...reported, target: null, targetText: 'TBD' })).toEqual(absent('no-number'));
	});
});

it('knows a total whose targets mostly have no value', () => {
	expect(
		[null, 0.8, 0.79].map((targetShare) => isPartOnly({ ...reported, targetShare, status: null })),
	).toEqual([false, false, true]);
});
