import { languages } from '#domain/language.ts';
import { plainWords } from './headings.ts';

/** Names that pages use and Intl doesn't, and what stands for no one country. */
const MORE: Readonly<Record<string, readonly string[]>> = {
	'': ['Regional', 'Region', 'Régional', 'إقليمي', 'عدة بلدان'],
	LY: ['Libye', 'Libyan Arab Jamahiriya'],
	SY: ['Syria', 'Syrie', 'سوريا'],
	PS: ['Palestine', 'فلسطين'],
	CI: ['Ivory Coast', "Côte d'Ivoire"],
};

const names = languages.map((lang) => new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' }));

/** Whether a cell names a country (ISO 3166-1 alpha-2; null is regional), by code or by name in any of our languages. */
export function namesCountry(cell: string, country: string | null): boolean {
	return wordsFor(country ?? '').has(plainWords(cell));
}

const known = new Map<string, ReadonlySet<string>>();

function wordsFor(iso2: string): ReadonlySet<string> {
	let words = known.get(iso2);
	if (words === undefined) {
		const official = iso2 === '' ? [] : [iso2, ...names.map((name) => name.of(iso2) ?? iso2)];
		words = new Set([...official, ...(MORE[iso2] ?? [])].map(plainWords));
		known.set(iso2, words);
	}
	return words;
}
