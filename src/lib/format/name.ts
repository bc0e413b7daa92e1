import { type Language, LOCALES } from '#format/language.ts';
import type { MessageKey, Translate } from '#format/messages.ts';

/** A country's name from its ISO 3166-1 code; none (or "") is "Regional", an unknown one stays as it is. */
export function formatCountry(iso2: string | null, lang: Language, t: Translate): string {
	if (iso2 === null || iso2 === '') return t('common.regional');
	if (!/^[A-Z]{2}$/.test(iso2)) return iso2;
	return PLACES[iso2] === undefined ? (namesIn(lang).of(iso2) ?? iso2) : t(PLACES[iso2]);
}

/** Countries on nearly every page are named by messages: a slow phone takes 50 ms to make the first list of all names. */
const PLACES: Readonly<Record<string, MessageKey>> = {
	DZ: 'place.DZ',
	EG: 'place.EG',
	IQ: 'place.IQ',
	LY: 'place.LY',
	MA: 'place.MA',
	SD: 'place.SD',
	TN: 'place.TN',
};

// Making one costs a thousand times what using it does.
const names = new Map<Language, Intl.DisplayNames>();

function namesIn(lang: Language): Intl.DisplayNames {
	const known = names.get(lang) ?? new Intl.DisplayNames([LOCALES[lang]], { type: 'region' });
	names.set(lang, known);
	return known;
}

/** Names in a row: "Egypt, Libya and Tunisia". */
export function formatList(names: readonly string[], lang: Language): string {
	return new Intl.ListFormat(LOCALES[lang], { type: 'conjunction' }).format(names);
}
