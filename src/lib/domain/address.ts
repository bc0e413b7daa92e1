import { FILTERS } from './filters.ts';

/** Parts of the query that links keep: the filters, and the language of a link that was sent. */
const CARRIED = [...FILTERS, 'lang'] as const;

/**
 * The address of a page with the reader's filters kept and some changed; null drops one. Other parts of the query
 * belong to the page they stand on and are left behind.
 */
export function addressOf(
	path: string,
	query: URLSearchParams,
	changes: Readonly<Record<string, string | null>> = {},
): string {
	const kept = new URLSearchParams();
	for (const name of CARRIED) {
		const value = query.get(name);
		if (value) kept.set(name, value);
	}
	for (const [name, value] of Object.entries(changes)) {
		if (value === null) kept.delete(name);
		else kept.set(name, name === 'country' && value === '' ? 'regional' : value);
	}
	const text = kept.toString();
	return text === '' ? path : `${path}?${text}`;
}

/** Where one indicator is shown. */
export function indicatorPath({ framework, code }: { framework: string; code: string }): string {
	return `/indicators/${encodeURIComponent(framework)}/${encodeURIComponent(code)}`;
}

/** Where one country is shown; none is regional. */
export function countryPath(iso2: string | null): string {
	return `/countries/${iso2 || 'regional'}`;
}

/** The country that a path or a query names: iso2, '' for regional, or undefined where it is neither. */
export function countryOf(word: string): string | undefined {
	if (word.toLowerCase() === 'regional') return '';
	return /^[a-z]{2}$/iu.test(word) ? word.toUpperCase() : undefined;
}
