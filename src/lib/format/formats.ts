import type { Absence } from '#domain/absence.ts';
import type { Status } from '#domain/status.ts';
import { formatDate, formatDay, formatInstant } from '#format/date.ts';
import { type Direction, directionOf, type Language } from '#format/language.ts';
import { type Messages, type Translate, translator } from '#format/messages.ts';
import { formatCountry, formatList } from '#format/name.ts';
import {
	formatMoney,
	formatNumber,
	formatPercent,
	formatShortNumber,
	type NumberOptions,
} from '#format/number.ts';
import { formatPeriod, formatShortPeriod } from '#format/period.ts';

export type { Absence, Status };

/** Everything that turns a value into words, bound to one language: components and charts are handed this. */
export interface Formats {
	readonly lang: Language;
	readonly dir: Direction;
	readonly t: Translate;
	number(value: number, options?: NumberOptions): string;
	shortNumber(value: number): string;
	percent(share: number, options?: { readonly signed?: boolean }): string;
	money(value: number, currency: string): string;
	date(iso: string): string;
	day(iso: string): string;
	instant(iso: string): string;
	period(code: string): string;
	shortPeriod(code: string): string;
	country(iso2: string | null): string;
	list(names: readonly string[]): string;
	status(status: Status): string;
	absence(why: Absence): string;
	/** A number in words, or why there is none. */
	value(value: number | null, why: Absence, options?: NumberOptions): string;
}

/** Binds every format to a language and its messages. */
export function formatsFor(lang: Language, messages: Messages): Formats {
	const t = translator(lang, messages);
	const number = (value: number, options?: NumberOptions) => formatNumber(value, lang, options);
	const absence = (why: Absence) => t(`absence.${why}`);
	return {
		lang,
		dir: directionOf(lang),
		t,
		number,
		absence,
		shortNumber: (value) => formatShortNumber(value, lang),
		percent: (share, options) => formatPercent(share, lang, options),
		money: (value, currency) => formatMoney(value, currency, lang),
		date: (iso) => formatDate(iso, t),
		day: (iso) => formatDay(iso, t),
		instant: (iso) => formatInstant(iso, lang, t),
		period: (code) => formatPeriod(code, t),
		shortPeriod: (code) => formatShortPeriod(code, t),
		country: (iso2) => formatCountry(iso2, lang, t),
		list: (names) => formatList(names, lang),
		status: (status) => t(`status.${status}`),
		value: (value, why, options) => (value === null ? absence(why) : number(value, options)),
	};
}
