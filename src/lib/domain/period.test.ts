import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	isIsoDate,
	periodAfter,
	periodCode,
	periodDates,
	periodFromCode,
	periodOfKind,
	type CalendarPeriod,
} from '#domain/period.ts';

const year = fc.integer({ min: 1990, max: 2090 });
const calendarPeriod: fc.Arbitrary<CalendarPeriod> = fc.oneof(
	fc.record({ kind: fc.constant('quarter' as const), year, quarter: fc.constantFrom(1, 2, 3, 4) }),
	fc.record({ kind: fc.constant('half' as const), year, half: fc.constantFrom(1, 2) }),
	fc.record({ kind: fc.constant('year' as const), year }),
);

describe('period', () => {
	it.each([
		['2022-Q3', '2022-07-01', '2022-09-30'],
		['2022-Q4', '2022-10-01', '2022-12-31'],
		['2024-Q1', '2024-01-01', '2024-03-31'],
		['2022-H1', '2022-01-01', '2022-06-30'],
		['2022-H2', '2022-07-01', '2022-12-31'],
		['2022', '2022-01-01', '2022-12-31'],
	])('%s runs from %s to %s', (code, startsOn, endsOn) => {
		const period = periodFromCode(code);
		if (period === undefined || period.kind === 'snapshot') throw new Error(`${code} is a calendar period`);
		expect(periodDates(period)).toEqual({ startsOn, endsOn });
	});

	it('a snapshot is named by its day', () => {
		expect(periodFromCode('S-2021-12-17')).toEqual({ kind: 'snapshot', asOf: '2021-12-17' });
		expect(periodCode({ kind: 'snapshot', asOf: '2021-12-17' })).toBe('S-2021-12-17');
	});

	it.each(['', '2022-Q5', '2022-H3', '22-Q1', '2022-Q', 'S-2021-02-30', '2022-Q1 '])(
		'%j names none',
		(code) => {
			expect(periodFromCode(code)).toBeUndefined();
		},
	);

	it('goes to its code and back', () => {
		fc.assert(
			fc.property(calendarPeriod, (period) => {
				expect(periodFromCode(periodCode(period))).toEqual(period);
			}),
		);
	});

	it('follows its neighbour without gap or overlap', () => {
		fc.assert(
			fc.property(calendarPeriod, (period) => {
				const next = periodAfter(period);
				expect(periodAfter(next, -1)).toEqual(period);
				const [end, start] = [periodDates(period).endsOn, periodDates(next).startsOn];
				expect(Date.parse(start) - Date.parse(end)).toBe(24 * 3600 * 1000);
			}),
		);
	});

	it('holds each of its days', () => {
		fc.assert(
			fc.property(calendarPeriod, (period) => {
				const { startsOn, endsOn } = periodDates(period);
				expect(periodOfKind(period.kind, startsOn)).toEqual(period);
				expect(periodOfKind(period.kind, endsOn)).toEqual(period);
			}),
		);
	});

	it('knows real days', () => {
		expect(['2024-02-29', '2021-12-17'].every(isIsoDate)).toBe(true);
		expect(['2023-02-29', '2021-13-01', '17/12/2021', '2021-12-17T00:00', ''].some(isIsoDate)).toBe(false);
	});
});
