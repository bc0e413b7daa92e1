import { describe, expect, test } from 'vitest';
import { directionOf, languageOf, preferredLanguage } from './language.ts';

describe('languageOf', () => {
	test.each([
		['en', 'en'],
		['fr-TN', 'fr'],
		['AR', 'ar'],
		['de', undefined],
		['', undefined],
		[null, undefined],
	])('%o is %o', (tag, language) => expect(languageOf(tag)).toBe(language));
});

describe('preferredLanguage', () => {
	test.each([
		['de, fr;q=0.8, en;q=0.5', 'fr'],
		['en;q=0.5, ar;q=0.9', 'ar'],
		['fr;q=0, en', 'en'],
		['fr, ar', 'fr'],
		['de', undefined],
		[null, undefined],
	])('%o asks for %o', (header, language) => expect(preferredLanguage(header)).toBe(language));
});

test('Arabic runs from right to left', () => {
	expect(['en', 'fr', 'ar'].map((tag) => directionOf(languageOf(tag) ?? 'en'))).toEqual([
		'ltr',
		'ltr',
		'rtl',
	]);
});
