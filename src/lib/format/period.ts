import { type Period, periodFromCode } from '#domain/period.ts';
import { formatDate } from '#format/date.ts';
import type { Translate } from '#format/messages.ts';

/** A period's code in words: "2022-Q3" is "Q3 2022", "T3 2022", "الربع الثالث 2022". An unknown code stays as it is. */
export function formatPeriod(code: string, t: Translate): string {
	const period = periodFromCode(code);
	return period === undefined ? code : inWords(period, t);
}

/** A period where room is short and the year is said elsewhere: "Q3". */
export function formatShortPeriod(code: string, t: Translate): string {
	const period = periodFromCode(code);
	if (period?.kind === 'quarter') return t('period.quarterShort', { quarter: String(period.quarter) });
	if (period?.kind === 'half') return t('period.halfShort', { half: String(period.half) });
	return formatPeriod(code, t);
}

function inWords(period: Period, t: Translate): string {
	switch (period.kind) {
		case 'quarter': {
			const { quarter, year } = period;
			const name = t(`period.quarter${quarter}`);
			return t('period.quarterYear', { quarter: String(quarter), year: String(year), name });
		}
		case 'half': {
			const { half, year } = period;
			return t('period.halfYear', { half: String(half), year: String(year), name: t(`period.half${half}`) });
		}
		case 'year':
			return String(period.year);
		case 'snapshot':
			return t('period.snapshot', { date: formatDate(period.asOf, t) });
		default:
			return period satisfies never;
	}
}
