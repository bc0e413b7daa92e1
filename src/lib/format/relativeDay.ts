import { type Language, LOCALES } from '#format/language.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A calendar day told from another: "in 6 days", "tomorrow", "3 months ago". Both as "2022-09-30". */
export function relativeDay(day: string, today: string, lang: Language): string {
	const days = Math.round((Date.parse(day.slice(0, 10)) - Date.parse(today.slice(0, 10))) / DAY);
	const size = Math.abs(days);
	// Nobody counts a year in days.
	if (size < 61) return wordsIn(lang).format(days, 'day');
	if (size < 730) return wordsIn(lang).format(Math.trunc(days / 30.44), 'month');
	return wordsIn(lang).format(Math.trunc(days / 365.25), 'year');
}

const known = new Map<Language, Intl.RelativeTimeFormat>();

function wordsIn(lang: Language): Intl.RelativeTimeFormat {
	const words = known.get(lang) ?? new Intl.RelativeTimeFormat(LOCALES[lang], { numeric: 'auto' });
	known.set(lang, words);
	return words;
}
