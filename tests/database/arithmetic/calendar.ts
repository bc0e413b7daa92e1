// The periods of the generated worlds, written out: twelve quarters, their halves and years, two snapshots.
import type { Day, Period } from './world.ts';

const YEARS = [2020, 2021, 2022];

export const calendar: readonly Period[] = [
	...YEARS.flatMap((year) => [
		upTo(`${year}-Q1`, 'quarter', `${year}-01-01`, `${year}-03-31`),
		upTo(`${year}-Q2`, 'quarter', `${year}-04-01`, `${year}-06-30`),
		upTo(`${year}-Q3`, 'quarter', `${year}-07-01`, `${year}-09-30`),
		upTo(`${year}-Q4`, 'quarter', `${year}-10-01`, `${year}-12-31`),
		upTo(`${year}-H1`, 'half', `${year}-01-01`, `${year}-06-30`),
		upTo(`${year}-H2`, 'half', `${year}-07-01`, `${year}-12-31`),
		upTo(`${year}`, 'year', `${year}-01-01`, `${year}-12-31`),
	]),
	snapshot('S-2021-05-20', '2021-05-20'),
	snapshot('S-2022-11-03', '2022-11-03'),
];

const byCode = new Map(calendar.map((period) => [period.code, period]));

/** The period of this code. */
export function periodOf(code: string): Period {
	const period = byCode.get(code);
	if (!period) throw new RangeError(`No period ${code}`);
	return period;
}

/** Whole days from one day to another. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The day before. */
export function dayBefore(day: Day): Day {
	return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

function upTo(code: string, kind: Period['kind'], startsOn: Day, endsOn: Day): Period {
	return { code, kind, startsOn, endsOn, asOf: endsOn };
}

function snapshot(code: string, asOf: Day): Period {
	return { code, kind: 'snapshot', startsOn: '2015-01-01', endsOn: '2025-12-31', asOf };
}
