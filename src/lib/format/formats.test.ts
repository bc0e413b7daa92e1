import { describe, expect, it, test } from 'vitest';
import { formatsFor } from '#format/formats.ts';
import { isolate } from '#format/bidi.ts';
import { loadMessages } from '#format/messages.ts';

const en = formatsFor('en', await loadMessages('en'));
const fr = formatsFor('fr', await loadMessages('fr'));
const ar = formatsFor('ar', await loadMessages('ar'));
const NARROW = '\u202f';
const NBSP = '\u00a0';

describe('numbers', () => {
	test.each([
		[0, '0', '0', '0'],
		[1234, '1,234', `1${NARROW}234`, '1,234'],
		[1234.56, '1,235', `1${NARROW}235`, '1,235'],
		[83.84, '83.8', '83,8', '83.8'],
		[0.456, '0.46', '0,46', '0.46'],
		[-12.5, '-12.5', '-12,5', '\u200e-12.5'],
		[15_000_000, '15,000,000', `15${NARROW}000${NARROW}000`, '15,000,000'],
	])('%d', (value, english, french, arabic) => {
		expect([en.number(value), fr.number(value), ar.number(value)]).toEqual([english, french, arabic]);
	});

	it('are exact, signed or rounded on demand', () => {
		expect(en.number(1234.5678, { exact: true })).toBe('1,234.5678');
		expect(en.number(12, { signed: true })).toBe('+12');
		expect(en.number(0, { signed: true })).toBe('0');
		expect(en.number(12.34, { decimals: 0 })).toBe('12');
	});

	it('are short on an axis', () => {
		expect(en.shortNumber(9500)).toBe('9,500');
		expect(en.shortNumber(12_000)).toBe('12k');
		expect(fr.shortNumber(12_000)).toBe(`12${NBSP}k`);
	});
});

describe('percentages', () => {
	test.each([
		[0, '0%'],
		[0.001, '<1%'],
		[0.634, '63%'],
		[0.899, '89%'],
		[0.29, '29%'],
		[0.57, '57%'],
		[0.994, '99%'],
		[0.9999, '99%'],
		[1, '100%'],
		[1.004, '100%'],
		[2.67, '267%'],
		[-0.12, '-12%'],
	])('%d is %s', (share, words) => expect(en.percent(share)).toBe(words));

	it('follow the language', () => {
		expect(fr.percent(0.63)).toBe(`63${NBSP}%`);
		expect(ar.percent(0.63)).toContain('63');
		expect(en.percent(0.32, { signed: true })).toBe('+32%');
	});
});

describe('periods and dates', () => {
	test.each([
		['2022-Q3', 'Q3 2022', 'T3 2022', 'الربع الثالث 2022'],
		['2022-H1', 'H1 2022', 'S1 2022', 'النصف الأول 2022'],
		['2022', '2022', '2022', '2022'],
		['S-2021-12-17', 'as of 17 Dec 2021', 'au 17 déc. 2021', 'حتى 17 ديسمبر 2021'],
		['nonsense', 'nonsense', 'nonsense', 'nonsense'],
	])('%s', (code, english, french, arabic) => {
		expect([en.period(code), fr.period(code), ar.period(code)]).toEqual([english, french, arabic]);
	});

	it('are short on an axis', () => {
		expect([en, fr, ar].map((format) => format.shortPeriod('2022-Q3'))).toEqual(['Q3', 'T3', 'ر3']);
	});

	test.each([
		['2022-09-30', '30 Sep 2022', '30 sept. 2022', '30 سبتمبر 2022'],
		['2022-12-31T23:30:00Z', '31 Dec 2022', '31 déc. 2022', '31 ديسمبر 2022'],
	])('%s', (iso, english, french, arabic) => {
		expect([en.date(iso), fr.date(iso), ar.date(iso)]).toEqual([english, french, arabic]);
	});

	it('an instant says its hour and its zone', () => {
		expect(en.instant('2022-10-28T14:05:00+00:00')).toBe('28 Oct 2022, 14:05 UTC');
		expect(en.day('2022-09-30')).toBe('30 Sep');
	});
});

describe('names', () => {
	it('countries come from the locale, none is regional', () => {
		expect([en.country('EG'), fr.country('EG'), ar.country('EG')]).toEqual(['Egypt', 'Égypte', 'مصر']);
		expect([en.country(null), en.country('')]).toEqual(['Regional', 'Regional']);
		expect(en.country('Atlantis')).toBe('Atlantis');
	});

	it('lists end with a word', () => {
		expect(en.list(['Egypt', 'Libya', 'Tunisia'])).toBe('Egypt, Libya and Tunisia');
		expect(fr.list(['Égypte', 'Libye'])).toBe('Égypte et Libye');
		expect(en.list([])).toBe('');
	});

	it('status and absence have words', () => {
		expect(en.status('at-risk')).toBe('at risk');
		expect(en.value(null, 'missing')).toBe('not reported');
		expect(en.value(0, 'missing')).toBe('0');
	});

	it('money follows the language', () => {
		expect(en.money(15_000_000, 'EUR')).toBe('€15,000,000');
		expect(fr.money(9_900_000, 'EUR')).toBe(`9${NARROW}900${NARROW}000${NBSP}€`);
	});
});

it('isolates right-to-left texts only', () => {
	expect(isolate('Q3', 'ltr')).toBe('Q3');
	expect(isolate('ر3', 'rtl')).toBe('\u2068ر3\u2069');
});
