/**
 * Numbers as people type them. A number comes back only where exactly one reading is possible; everything else
 * says why it is none, so that nobody has to guess and nothing is lost.
 */

/** Whose habits to read by; `unknown` for a file that many people of several languages filled in. */
export type NumberLocale = 'en' | 'fr' | 'ar' | 'unknown';

/** Why a text is no number. */
export type NoNumberReason =
	'placeholder' | 'relative' | 'bound' | 'several' | 'unit' | 'words' | 'malformed';

export type TypedNumber =
	| { readonly kind: 'number'; readonly value: number; readonly unit?: 'percent' }
	| { readonly kind: 'ambiguous'; readonly text: string; readonly readings: readonly number[] }
	| { readonly kind: 'text'; readonly text: string; readonly reason: NoNumberReason }
	| { readonly kind: 'empty' };

export interface ReadingHints {
	readonly locale?: NumberLocale;
	/** True where only whole things are counted: then "1,296" cannot be one and a bit. */
	readonly counts?: boolean;
}

/**
 * Reads one cell or field.
 *
 * `readNumber('1 800 000')` is 1800000; `readNumber('1,296')` is ambiguous, with `counts` it is 1296;
 * `readNumber('80 %')` is 80 with unit percent, not 0.8; `readNumber('2350/650')` is text, two numbers.
 */
export function readNumber(
	typed: string,
	{ locale = 'unknown', counts = false }: ReadingHints = {},
): TypedNumber {
	const text = typed.replace(DIRECTION_MARKS, '').trim();
	if (text === '') return { kind: 'empty' };
	const plain = withLatinDigits(text).replace(SPACES, ' ').replace(MINUS_SIGNS, '-');
	const percent = PERCENT.test(plain);
	const bare = plain.replace(PERCENT, '');

	const enclosed = /^\((.+)\)$/.exec(bare)?.[1];
	if (enclosed !== undefined) return readEnclosed(text, enclosed, { locale, counts });

	const readings = readingsOf(bare, locale, counts);
	if (readings.length === 0) return { kind: 'text', text, reason: whyNoNumber(plain) };
	if (readings.length > 1) return { kind: 'ambiguous', text, readings };
	const value = Number(readings[0]);
	return percent ? { kind: 'number', value, unit: 'percent' } : { kind: 'number', value };
}

const SPACES = /\s+/gu;
// Arabic text carries invisible marks of direction beside signs and percents.
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const MINUS_SIGNS = /[\u2212\u2010\u2011]/gu;
const PERCENT = / ?[%٪]$/u;
// Beyond 15 digits a double no longer holds each whole number, so what is read is not what was typed.
const MAX_DIGITS = 15;

function withLatinDigits(text: string): string {
	return text
		.replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

/** Accountants write (12) for -12; elsewhere brackets are a remark. Which one it is cannot be seen. */
function readEnclosed(text: string, enclosed: string, hints: ReadingHints): TypedNumber {
	const inner = readNumber(enclosed, hints);
	return inner.kind === 'number' && inner.value > 0
		? { kind: 'ambiguous', text, readings: [-inner.value, inner.value] }
		: { kind: 'text', text, reason: 'malformed' };
}

/** The values a text can stand for: none, one, or two where a single separator may group or divide. */
function readingsOf(bare: string, locale: NumberLocale, counts: boolean): number[] {
	const sign = bare.startsWith('-') ? -1 : 1;
	const unsigned = sign === -1 ? bare.slice(1) : bare;
	if (/^\d+(\.\d+)?e[+-]?\d+$/iu.test(unsigned)) return finite([sign * Number(unsigned)]);
	if (!/^\d[\d.,٫٬'’ ]*$/u.test(unsigned) || unsigned.replace(/\D/gu, '').length > MAX_DIGITS) return [];
	return finite(unsignedReadings(unsigned, locale, counts).map((value) => sign * value));
}

function finite(values: number[]): number[] {
	// -0 would print as "-0"
	return values.filter(Number.isFinite).map((value) => (value === 0 ? 0 : value));
}

function unsignedReadings(digits: string, locale: NumberLocale, counts: boolean): number[] {
	const separators = digits.replace(/\d/gu, '');
	const kinds = new Set(separators);
	const last = separators.at(-1);
	if (last === undefined) return [Number(digits)];
	if (kinds.size === 1 && separators.length === 1 && (last === ',' || last === '.')) {
		return commaOrPoint(digits, last, locale, counts);
	}
	// Two kinds: the last one divides and stands once, the other one groups. One kind: it groups.
	const divider = kinds.size === 2 || last === '٫' ? last : undefined;
	const [whole = '', decimals, ...more] = divider === undefined ? [digits] : digits.split(divider);
	if (more.length > 0 || decimals === '' || (divider !== undefined && !/[.,٫]/u.test(divider))) return [];
	const grouped = /^\d+$/u.test(whole) ? whole : groupsJoined(whole);
	if (grouped === undefined) return [];
	return [Number(decimals === undefined ? grouped : `${grouped}.${decimals}`)];
}

/** "1,296" without its separators if they stand at each third digit and are all the same; 0 cannot lead a group. */
function groupsJoined(whole: string): string | undefined {
	return /^[1-9]\d{0,2}(?:([.,٬'’ ])\d{3})(?:\1\d{3})*$/u.test(whole) ? whole.replace(/\D/gu, '') : undefined;
}

/** One comma or point: before exactly three digits it may group or divide, otherwise it divides. */
function commaOrPoint(digits: string, separator: ',' | '.', locale: NumberLocale, counts: boolean): number[] {
	const [whole = '', decimals = ''] = digits.split(separator);
	if (decimals === '') return [];
	const divided = Number(`${whole}.${decimals}`);
	const joined = groupsJoined(digits);
	if (joined === undefined) return [divided];
	const grouped = Number(joined);
	const habit = HABITS[locale][separator];
	if (counts) return habit === 'divides' ? [grouped, divided] : [grouped];
	if (habit === undefined) return [grouped, divided];
	return [habit === 'groups' ? grouped : divided];
}

// French groups by spaces, but a point is seen both ways; Arabic-speaking countries differ among themselves.
const HABITS: Record<NumberLocale, Partial<Record<',' | '.', 'groups' | 'divides'>>> = {
	en: { ',': 'groups', '.': 'divides' },
	fr: { ',': 'divides' },
	ar: {},
	unknown: {},
};

const PLACEHOLDER =
	/^(null|none|nil|nan|n\/?a|n\.a\.?|n\.?d\.?|tb[dcn]|to be (defined|determined|confirmed|estimated).*|[àa] (définir|déterminer).*|-+|[–—?.…]+)$/iu;
const RELATIVE = /\bba\w{0,3}line\b|situation de référence|^\+|\bincrease\b|\bhausse\b|[*×]\s*\d/iu;
const BOUND =
	/^\s*[≥≤><~≈±]|\b(at (least|most)|(less|more|fewer) than|up to|about|approx\w*|over|under|min(imum)?|max(imum)?|au (moins|plus)|plus de|moins de|jusqu|environ)\b/iu;

function whyNoNumber(plain: string): NoNumberReason {
	if (PLACEHOLDER.test(plain)) return 'placeholder';
	if (RELATIVE.test(plain)) return 'relative';
	if (BOUND.test(plain)) return 'bound';
	const numbers = plain.match(/\d+(?:[.,٫٬'’]\d+| \d{3}(?!\d))*/gu)?.length ?? 0;
	const words = /\p{L}/u.test(plain);
	if (numbers > 1) return 'several';
	if (numbers === 1 && words) return 'unit';
	return words ? 'words' : 'malformed';
}
