import { type Language, LOCALES } from '#format/language.ts';

/** A day, "2022-09-30" or an instant's ISO text, as "30 Sep 2022". Days are calendar days: no time zone moves them. */
export function formatDate(iso: string, lang: Language): string {
	const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
	return write(date, lang, lang === 'en' ? 'en-US' : LOCALES[lang]);
}

/** The day and month only: "30 Sep". */
export function formatDay(iso: string, lang: Language): string {
	const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
	return formatOf(lang === 'en' ? 'en-GB-u-ca-gregory' : LOCALES[lang], {
		day: 'numeric',
		month: 'short',
		timeZone: 'UTC',
	})
		.format(date)
		.replace('Sept', 'Sep');
}

/** An instant with its hour in UTC: "28 Oct 2022, 14:05 UTC". */
export function formatInstant(iso: string, lang: Language): string {
	const time = formatOf(LOCALES[lang], {
		hour: '2-digit',
		minute: '2-digit',
		hour12: false,
		timeZone: 'UTC',
	}).format(new Date(iso));
	return `${formatDate(new Date(iso).toISOString(), lang)}, ${time} UTC`;
}

function write(date: Date, lang: Language, locale: string): string {
	const parts = formatOf(locale, {
		day: 'numeric',
		month: 'short',
		year: 'numeric',
		timeZone: 'UTC',
	}).formatToParts(date);
	const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
	// British English writes "Sept"; the field's tables write three letters, as American English does.
	return lang === 'en'
		? `${part('day')} ${part('month')} ${part('year')}`
		: parts.map((one) => one.value).join('');
}

// Making one costs a thousand times what using it does, and a page writes a date on every line.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = locale + JSON.stringify(options);
	const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
	formats.set(key, known);
	return known;
}
