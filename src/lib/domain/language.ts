/** The languages that every text of the interface exists in. The first is the one used where nothing else is known. */
export const languages = ['en', 'fr', 'ar'] as const;

export type Language = (typeof languages)[number];

/** The language a short tag names ("fr", "fr-TN", "AR"), or undefined for one that is not spoken here. */
export function languageOf(tag: string | null | undefined): Language | undefined {
	const primary = tag?.trim().toLowerCase().split('-')[0];
	return languages.find((language) => language === primary);
}

/** The way a language is written. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
	return language === 'ar' ? 'rtl' : 'ltr';
}

/**
 * The first language of an Accept-Language header that is spoken here, by the header's weights.
 * `preferredLanguage('de, fr;q=0.8, en;q=0.5')` is `'fr'`.
 */
export function preferredLanguage(header: string | null): Language | undefined {
	const wishes = (header ?? '').split(',').map((part) => {
		const [tag, ...options] = part.split(';');
		const weight = options
			.map((option) => /^\s*q=([\d.]+)\s*$/.exec(option)?.[1])
			.find((q) => q !== undefined);
		return { language: languageOf(tag), weight: weight === undefined ? 1 : Number(weight) };
	});
	return wishes
		.filter((wish) => wish.language !== undefined && wish.weight > 0)
		.sort((a, b) => b.weight - a.weight)[0]?.language;
}
