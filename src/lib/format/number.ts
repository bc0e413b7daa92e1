import { type Language, LOCALES } from '#format/language.ts';

export interface NumberOptions {
	/** Digits after the point; without it as many as a reader needs: 2 below 10, 1 below 1,000, none above. */
	readonly decimals?: number;
	/** Puts + or − before it, for a change. */
	readonly signed?: boolean;
	/** Every digit there is, for a tooltip or an export. */
	readonly exact?: boolean;
}

/**
 * A number in the reader's way of writing it: 1234.5 is "1,235", "1 235" in French. Small whole numbers are the same in
 * each of our languages, and counts are most of what a page takes over with: the first Intl format costs a slow phone 50 ms.
 */
export function formatNumber(value: number, lang: Language, options: NumberOptions = {}): string {
	if (Number.isInteger(value) && value >= 0 && value < 1000 && !options.signed) return String(value);
	const decimals = options.exact ? 20 : (options.decimals ?? usualDecimals(value));
	return formatOf(lang, {
		maximumFractionDigits: decimals,
		signDisplay: options.signed ? 'exceptZero' : 'negative',
	}).format(value);
}

/**
 * A share as a percentage: 0.634 is "63%". It is cut, not rounded, so that nothing reads as a band or a target it has
 * not reached: 0.899 is "89%" beside "at risk", 0.996 is "99%". What is above nothing never reads as nothing: "<1%".
 */
export function formatPercent(
	share: number,
	lang: Language,
	options: { readonly signed?: boolean } = {},
): string {
	const format = formatOf(lang, {
		style: 'percent',
		maximumFractionDigits: 0,
		roundingMode: options.signed ? 'halfExpand' : 'trunc',
		signDisplay: options.signed ? 'exceptZero' : 'negative',
	});
	return !options.signed && share > 0 && share < 0.01 ? `<${format.format(0.01)}` : format.format(share);
}

/** A number for an axis, where room is short: 12000 is "12k", "12 k" in French. */
export function formatShortNumber(value: number, lang: Language): string {
	return Math.abs(value) < 10_000
		? formatNumber(value, lang)
		: formatOf(lang, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** Money without cents: 15000000 EUR is "€15,000,000". */
export function formatMoney(value: number, currency: string, lang: Language): string {
	return formatOf(lang, {
		style: 'currency',
		currency,
		currencyDisplay: lang === 'ar' ? 'code' : 'symbol',
		maximumFractionDigits: 0,
	}).format(value);
}

function usualDecimals(value: number): number {
	const size = Math.abs(value);
	return size < 10 ? 2 : size < 1000 ? 1 : 0;
}

// Making an Intl format costs 50 times what using it does, and a matrix writes hundreds of numbers.
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(lang: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
	const key = lang + JSON.stringify(options);
	let format = formats.get(key);
	if (format === undefined) {
		format = new Intl.NumberFormat(LOCALES[lang], options);
		formats.set(key, format);
	}
	return format;
}
