import { addDays, formatISO, parseISO } from 'date-fns';
import { periodAfter, periodCode, periodDates, periodFromCode } from '#domain/period.ts';
import type { CalendarPeriod } from '#domain/period.ts';

/** A period of the demonstration's calendar. */
export type DemoPeriod = {
	readonly code: string;
	readonly kind: 'quarter' | 'half';
	readonly year: number;
	readonly startsOn: string;
	readonly endsOn: string;
	readonly dueOn: string;
};

/** Twelve quarters, 2020-Q1 to 2022-Q4. */
export const quarters: readonly DemoPeriod[] = inTurn({ kind: 'quarter', year: 2020, quarter: 1 }, 12);

/** The quarter partners are filling in: open, and nothing has come yet. */
export const openQuarter: DemoPeriod = inTurn(
	{ kind: 'quarter', year: 2023, quarter: 1 },
	1,
)[0] as DemoPeriod;

/** Up to this quarter the calendar is closed: what is still missing there can no longer be entered. */
const CLOSED_UNTIL = '2020-Q4';

/** When a period was closed; null while it can be filled in. */
export function closedAt({ code, kind, dueOn }: DemoPeriod): string | null {
	return kind === 'quarter' && code <= CLOSED_UNTIL ? `${dayAfter(dueOn, 90)}T08:00:00Z` : null;
}

/** The six halves of the same years. */
export const halves: readonly DemoPeriod[] = inTurn({ kind: 'half', year: 2020, half: 1 }, 6);

/** The periods a project of that frequency reports in, from one day to another. */
export function periodsBetween(
	frequency: 'quarter' | 'half',
	startsOn: string,
	endsOn: string | null,
): readonly DemoPeriod[] {
	const calendar = frequency === 'half' ? halves : quarters;
	return calendar.filter(
		(period) => period.endsOn >= startsOn && (endsOn === null || period.startsOn <= endsOn),
	);
}

/** A day so many days after another. */
export function dayAfter(day: string, days: number): string {
	return formatISO(addDays(parseISO(day), days), { representation: 'date' });
}

/** The code of the period before, within the same kind. */
export function codeBefore(code: string): string {
	const period = periodFromCode(code);
	if (period === undefined || period.kind === 'snapshot') throw new Error(`${code} has no period before it.`);
	return periodCode(periodAfter(period, -1));
}

function inTurn(first: CalendarPeriod & { kind: 'quarter' | 'half' }, count: number): DemoPeriod[] {
	return Array.from({ length: count }, (_, steps) => {
		const period = periodAfter(first, steps);
		const { startsOn, endsOn } = periodDates(period);
		// Reports are due at the end of the month that follows.
		return {
			code: periodCode(period),
			kind: first.kind,
			year: period.year,
			startsOn,
			endsOn,
			dueOn: dayAfter(endsOn, 31),
		};
	});
}
