import arabic from '#messages/entry/ar.json';
import english from '#messages/entry/en.json';
import french from '#messages/entry/fr.json';
import { directionOf, languages } from '#format/language.ts';

const files = { en: english, fr: french, ar: arabic } as const;

/** What a page says that cannot be had, in each language: a service worker cannot ask which one its reader chose. */
export const offlineWords = languages.map((lang) => ({
	lang,
	dir: directionOf(lang),
	words: files[lang].entry.device.offlinePage,
}));
