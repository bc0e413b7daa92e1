/**
 * Codes of indicators. They are no numbers: 3.10 comes after 3.9, and "3.5 bis" is an indicator of its own.
 */

/** One spelling a code: "2.1 bis", "2.1bis" and "2.1 BIS" are all "2.1bis". */
export function normaliseIndicatorCode(typed: string): string {
	return typed.toLowerCase().replace(/\s+/gu, '');
}

/**
 * A text that sorts codes as people expect: 3.5 < 3.5bis < 3.6 < 3.9 < 3.10. The column indicator.sort_key is made by
 * the same rule, and a test holds the two equal.
 */
export function indicatorSortKey(code: string): string {
	const parts = code.toLowerCase().match(/\d+|\p{L}+/gu) ?? [];
	return parts.map((part) => (/\d/u.test(part) ? part.padStart(6, '0') : ` ${part}`)).join('');
}

/** Orders two codes; for Array.sort. */
export function compareIndicatorCodes(a: string, b: string): number {
	const [left, right] = [indicatorSortKey(a), indicatorSortKey(b)];
	return left < right ? -1 : left > right ? 1 : 0;
}
