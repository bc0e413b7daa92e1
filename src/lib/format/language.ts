/** The languages Waymark speaks; messages/ holds a file for each. */
export const LANGUAGES = ['en', 'fr', 'ar'] as const;

export type Language = (typeof LANGUAGES)[number];
export type Direction = 'ltr' | 'rtl';

/** True for a language there are messages for. */
export function isLanguage(word: string | null | undefined): word is Language {
	return (LANGUAGES as readonly (string | null | undefined)[]).includes(word);
}

/** Which way a language is read. */
export function directionOf(lang: Language): Direction {
	return lang === 'ar' ? 'rtl' : 'ltr';
}

/** Each language's name in itself, as a reader looks for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
	en: 'English',
	fr: 'Français',
	ar: 'العربية',
};

/**
 * The locale numbers, dates and names are written in. Arabic takes European digits: Algeria, Libya, Morocco and
 * Tunisia write no others, and the Arabic reports of the EU and the UN agencies in Egypt use them in tables too.
 */
export const LOCALES: Readonly<Record<Language, string>> = {
	en: 'en-GB',
	fr: 'fr-FR',
	ar: 'ar-EG-u-nu-latn',
};
