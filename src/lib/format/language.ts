import type { Language } from '#domain/language.ts';

export { directionOf, type Language, languages } from '#domain/language.ts';
export type Direction = 'ltr' | 'rtl';

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
