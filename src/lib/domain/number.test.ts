import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, type NumberLocale } from '#domain/number.ts';

const NBSP = '\u00a0';
const NARROW_NBSP = '\u202f';

describe('a number where it is certain', () => {
	it.each([
		['0', 0],
		['-0', 0],
		['007', 7],
		['3794.00', 3794],
		['1e+07', 10_000_000],
		['2.4e+07', 24_000_000],
		['42223927.28', 42_223_927.28],
		['1 800 000', 1_800_000],
		[`1${NBSP}800${NARROW_NBSP}000`, 1_800_000],
		[' 12 ', 12],
		['0,6', 0.6],
		['0,600', 0.6],
		['36,46', 36.46],
		['1234,567', 1234.567],
		['1,234,567', 1_234_567],
		['1.234.567', 1_234_567],
		['1.234,5', 1234.5],
		['1,234.5', 1234.5],
		['1,234.567', 1234.567],
		['1 234,5', 1234.5],
		["1'234", 1234],
		['1’234.50', 1234.5],
		['-12', -12],
		['\u221212,5', -12.5],
		['١٢٣', 123],
		['۱۲۳', 123],
		['١٬٢٣٤٫٥', 1234.5],
		['٠٫٦', 0.6],
		['-٣', -3],
	])('%s', (typed, value) => {
		expect(readNumber(typed)).toEqual({ kind: 'number', value });
	});

	it.each([
		['80%', 80],
		['75 %', 75],
		[`12,5${NBSP}%`, 12.5],
		['٨٠٪', 80],
	])('a percentage keeps its unit: %s', (typed, value) => {
		expect(readNumber(typed)).toEqual({ kind: 'number', value, unit: 'percent' });
	});
});

describe('one separator before three digits', () => {
	it.each<[string, NumberLocale, boolean, number | number[]]>([
		['1,296', 'unknown', false, [1296, 1.296]],
		['1,296', 'unknown', true, 1296],
		['60,455', 'unknown', true, 60_455],
		['1.296', 'unknown', true, 1296],
		['1,296', 'en', false, 1296],
		['1.296', 'en', false, 1.296],
		['1.296', 'en', true, [1296, 1.296]],
		['1,296', 'fr', false, 1.296],
		['1,296', 'fr', true, [1296, 1.296]],
		['1.296', 'fr', false, [1296, 1.296]],
		['1,296', 'ar', false, [1296, 1.296]],
		['-1,296', 'unknown', false, [-1296, -1.296]],
	])('%s in %s, counts %s', (typed, locale, counts, expected) => {
		expect(readNumber(typed, { locale, counts })).toEqual(
			typeof expected === 'number'
				? { kind: 'number', value: expected }
				: { kind: 'ambiguous', text: typed, readings: expected },
		);
	});

	it('asks what brackets mean', () => {
		expect(readNumber('(12)')).toEqual({ kind: 'ambiguous', text: '(12)', readings: [-12, 12] });
	});
});

describe('no number, and why', () => {
	it.each([
		['NULL', 'placeholder'],
		['N/A', 'placeholder'],
		['TBD', 'placeholder'],
		['To be defined', 'placeholder'],
		['à définir', 'placeholder'],
		['-', 'placeholder'],
		['–', 'placeholder'],
		['Baseline +50%', 'relative'],
		['Baseline *2', 'relative'],
		['Baeline -50', 'relative'],
		['+50', 'relative'],
		['≥50%', 'bound'],
		['At least 70', 'bound'],
		['Less than 10%', 'bound'],
		['Up to 5000 (GIZ)', 'bound'],
		['au moins 30', 'bound'],
		['10,000 individual and 1,000 MSMEs', 'several'],
		['2350/650', 'several'],
		['1/1031', 'several'],
		['1300;;1300', 'several'],
		['Khartoum-2000, Eastern Sudan-1250', 'several'],
		['2020 2021', 'several'],
		['1 800 000 people', 'unit'],
		['110.000 beneficiaries', 'unit'],
		['2515 (Enabel)', 'unit'],
		['37,2 T', 'unit'],
		['OUI', 'words'],
		['12,', 'malformed'],
		['12345678901234567', 'malformed'],
		['1e400', 'several'],
		['(TBD)', 'malformed'],
	])('%s is %s', (text, reason) => {
		expect(readNumber(text)).toMatchObject({ kind: 'text', text, reason });
	});

	it.each(['', '   ', NBSP, '\t'])('nothing typed is empty, which is not zero: %j', (typed) => {
		expect(readNumber(typed)).toEqual({ kind: 'empty' });
	});
});

describe('for all numbers', () => {
	const LANGUAGES = { en: ['en-GB'], fr: ['fr-FR'], ar: ['ar-EG', 'ar-MA'] } as const;

	it('what a locale prints is read back', () => {
		const anyNumber = fc
			.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.constantFrom(0, 1, 2, 4))
			.map(([digits, decimals]) => ({ value: digits / 10 ** decimals, decimals }));
		fc.assert(
			fc.property(anyNumber, fc.constantFrom('en', 'fr', 'ar' as const), ({ value, decimals }, locale) => {
				// ar-MA writes 1.234 for a thousand, which only counting makes certain
				const language = LANGUAGES[locale][0];
				const typed = new Intl.NumberFormat(language, { maximumFractionDigits: decimals }).format(value);
				expect(readNumber(typed, { locale })).toEqual({ kind: 'number', value: value === 0 ? 0 : value });
			}),
		);
	});

	it('a count that any locale prints is read back', () => {
		const tags = Object.values(LANGUAGES).flat();
		fc.assert(
			fc.property(fc.nat(), fc.constantFrom(...tags), (value, tag) => {
				const typed = new Intl.NumberFormat(tag).format(value);
				const locale = tag.slice(0, 2) as NumberLocale;
				expect(readNumber(typed, { locale, counts: true })).toEqual({ kind: 'number', value });
				expect(readNumber(typed, { counts: true })).toEqual({ kind: 'number', value });
			}),
		);
	});

	it('two numbers never become one', () => {
		const joint = fc.constantFrom(' and ', '/', ';', ';;', ' - ', ' ; ', ', ', ' à ', '،', ' x ', '\n', '+');
		fc.assert(
			fc.property(fc.nat(), joint, fc.nat(), fc.boolean(), (a, between, b, counts) => {
				// a line break between groups of three is white space like any other
				fc.pre(between !== '\n' || String(b).length !== 3);
				expect(readNumber(`${a}${between}${b}`, { counts }).kind).toBe('text');
			}),
		);
	});

	it('any text has an answer, and a number is finite', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (typed) => {
				const read = readNumber(typed);
				if (read.kind === 'number') expect(Number.isFinite(read.value)).toBe(true);
				if (read.kind === 'ambiguous') expect(read.readings.length).toBeGreaterThan(1);
			}),
		);
	});

	it('nothing without a digit is a number', () => {
		fc.assert(
			fc.property(fc.string(), (typed) => {
				fc.pre(!/\p{Nd}/u.test(typed));
				expect(readNumber(typed).kind).not.toBe('number');
			}),
		);
	});
});
