import { type Language, LOCALES } from '#format/language.ts';
import type { MessageKey, Translate } from '#format/messages.ts';

/*
 * Days are calendar days: no time zone moves them. Their months are named by messages, since the field's tables write
 * three letters where British English writes "Sept", and the first Intl format costs a slow phone 50 ms.
 */

/** A day, "2022-09-30" or an instant's ISO text, as "30 Sep 2022". */
export function formatDate(iso: string, t: Translate): string {
	return t('date.full', partsOf(iso, t));
}

/** The day and month only: "30 Sep". */
export function formatDay(iso: string, t: Translate): string {
	return t('date.short', partsOf(iso, t));
}

/** An instant with its hour in UTC: "28 Oct 2022, 14:05 UTC". */
export function formatInstant(iso: string, lang: Language, t: Translate): string {
	const instant = new Date(iso);
	const time = timeIn(lang).format(instant);
	return `${formatDate(instant.toISOString(), t)}, ${time} UTC`;
}

function partsOf(iso: string, t: Translate): { day: string; month: string; year: string } {
	const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
	return { day: String(Number(day)), month: t(`date.month${Number(month)}` as MessageKey), year };
}

// Making one costs a thousand times what using it does.
const times = new Map<Language, Intl.DateTimeFormat>();

function timeIn(lang: Language): Intl.DateTimeFormat {
	const known =
		times.get(lang) ??
		new Intl.DateTimeFormat(LOCALES[lang], {
			hour: '2-digit',
			minute: '2-digit',
			hour12: false,
			timeZone: 'UTC',
		});
	times.set(lang, known);
	return known;
}
