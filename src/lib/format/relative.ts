import { type Language, LOCALES } from '#format/language.ts';

const DAY = 86_400_000;

// Making one costs a thousand times what using it does.
const formats = new Map<Language, Intl.RelativeTimeFormat>();

/** How far a day ("2022-10-28") lies from today, in words: "in 6 days", "tomorrow", "3 days ago". */
export function formatDaysFrom(today: string, day: string, lang: Language): string {
	const days = Math.round((Date.parse(day.slice(0, 10)) - Date.parse(today.slice(0, 10))) / DAY);
	const format =
		formats.get(lang) ?? new Intl.RelativeTimeFormat(LOCALES[lang], { numeric: 'auto', style: 'long' });
	formats.set(lang, format);
	return format.format(days, 'day');
}
