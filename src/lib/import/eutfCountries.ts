import type { ImportNote } from '#import/changeSet.ts';

const ENGLISH = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** English name of a country, undefined where the two letters are none. */
export function countryName(iso2: string): string | undefined {
	return /^[A-Z]{2}$/u.test(iso2) ? ENGLISH.of(iso2) : undefined;
}

interface CountriesRead {
	readonly codes: readonly string[];
	readonly note: Extract<ImportNote['kind'], `country-${string}`> | null;
	readonly what: string;
}

/**
 * Where a project works: as its column says, else the country in its id, else its decision's if that has just one. A
 * decision of several countries does not say in which of them a contract works.
 */
export function countriesOf(
	column: string,
	inId: string | null,
	parent: { readonly countries: readonly string[] } | undefined,
): CountriesRead {
	const named = [...new Set(column.split(/[,;]/u).map((piece) => piece.trim().toUpperCase()))].filter(
		Boolean,
	);
	const known = named.filter((code) => countryName(code) !== undefined);
	const unknown = named.filter((code) => countryName(code) === undefined);
	if (unknown.length > 0)
		return { codes: known, note: 'country-unknown', what: `no country "${unknown.join(', ')}"` };
	if (known.length > 0) return { codes: known, note: null, what: '' };
	if (inId !== null && countryName(inId) !== undefined)
		return { codes: [inId], note: 'country-from-id', what: inId };
	const [only, ...others] = parent?.countries ?? [];
	if (only !== undefined && others.length === 0) {
		return { codes: [only], note: 'country-from-decision', what: only };
	}
	return { codes: [], note: 'country-unknown', what: 'no country is named; its figures are regional' };
}
