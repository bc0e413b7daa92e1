import type { ClaimableSeries } from '#domain/activityEntry.ts';
import type { Formats } from '#format/formats.ts';

/** A figure in one line: code, wording, country. */
export function figureName({ country }: Formats, series: ClaimableSeries): string {
	return `${series.code} ${series.title}, ${country(series.country)}`;
}

/** When something was held: a day, or from one to another. */
export function daysOf(
	{ date, t }: Formats,
	{ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
): string {
	return startsOn === endsOn ? date(startsOn) : t('common.range', { from: date(startsOn), to: date(endsOn) });
}
