/**
 * Reporting periods are calendar things: kept as numbers and ISO date strings ("2022-09-30"), which have no time zone
 * and sort as text.
 */
import { addDays, addMonths, formatISO, parseISO } from 'date-fns';

export type Quarter = 1 | 2 | 3 | 4;
export type Half = 1 | 2;

export type Period =
	| { readonly kind: 'quarter'; readonly year: number; readonly quarter: Quarter }
	| { readonly kind: 'half'; readonly year: number; readonly half: Half }
	| { readonly kind: 'year'; readonly year: number }
	/** Running totals read on one day; what happened before that day happened at an unknown time. */
	| { readonly kind: 'snapshot'; readonly asOf: string };

export type CalendarPeriod = Exclude<Period, { kind: 'snapshot' }>;

/** The period's code, as in addresses and tables: 2022-Q3, 2022-H1, 2022, S-2021-12-17. */
export function periodCode(period: Period): string {
	switch (period.kind) {
		case 'quarter':
			return `${yearText(period.year)}-Q${period.quarter}`;
		case 'half':
			return `${yearText(period.year)}-H${period.half}`;
		case 'year':
			return yearText(period.year);
		case 'snapshot':
			return `S-${period.asOf}`;
		default:
			return period satisfies never;
	}
}

/** The period a code names, or undefined where it names none. */
export function periodFromCode(code: string): Period | undefined {
	const found = /^(?:(\d{4})(?:-(?:Q([1-4])|H([12])))?|S-(\d{4}-\d{2}-\d{2}))$/u.exec(code);
	if (found === null) return undefined;
	const [, year, quarter, half, asOf] = found;
	if (asOf !== undefined) return isIsoDate(asOf) ? { kind: 'snapshot', asOf } : undefined;
	if (quarter !== undefined)
		return { kind: 'quarter', year: Number(year), quarter: Number(quarter) as Quarter };
	if (half !== undefined) return { kind: 'half', year: Number(year), half: Number(half) as Half };
	return { kind: 'year', year: Number(year) };
}

/** First and last day of a period, both included. */
export function periodDates(period: CalendarPeriod): { readonly startsOn: string; readonly endsOn: string } {
	const first = monthStart(period);
	return { startsOn: isoDate(first), endsOn: isoDate(addDays(addMonths(first, MONTHS[period.kind]), -1)) };
}

/** The period of the same length that lies `steps` later (negative: earlier). */
export function periodAfter(period: CalendarPeriod, steps = 1): CalendarPeriod {
	return periodOfKind(period.kind, isoDate(addMonths(monthStart(period), MONTHS[period.kind] * steps)));
}

/** The period of one kind that a day falls into. */
export function periodOfKind(kind: CalendarPeriod['kind'], day: string): CalendarPeriod {
	const date = parseISO(day);
	const year = date.getFullYear();
	const month = date.getMonth();
	if (kind === 'quarter') return { kind, year, quarter: (Math.floor(month / 3) + 1) as Quarter };
	if (kind === 'half') return { kind, year, half: (Math.floor(month / 6) + 1) as Half };
	return { kind, year };
}

/** True for a real calendar day written as 2021-12-17. */
export function isIsoDate(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
	const date = parseISO(text);
	return !Number.isNaN(date.getTime()) && isoDate(date) === text;
}

const MONTHS = { quarter: 3, half: 6, year: 12 } as const;

function monthStart(period: CalendarPeriod): Date {
	const month =
		period.kind === 'quarter' ? period.quarter * 3 - 2 : period.kind === 'half' ? period.half * 6 - 5 : 1;
	return parseISO(`${yearText(period.year)}-${String(month).padStart(2, '0')}-01`);
}

function isoDate(date: Date): string {
	return formatISO(date, { representation: 'date' });
}

function yearText(year: number): string {
	return String(year).padStart(4, '0');
}
