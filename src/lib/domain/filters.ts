import type { Context } from './context.ts';

/** What a view is narrowed to; every part stands in the address, so that a view can be sent. */
export const FILTERS = ['programme', 'country', 'partner', 'period'] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Readonly<Record<FilterName, string | null>>;

/** Kept across links although they narrow nothing. */
const CARRIED = [...FILTERS, 'lang'] as const;

/** The filters of an address. `country=regional` is what belongs to several countries. An empty one is none. */
export function filtersOf(query: URLSearchParams): Filters {
	const read = (name: FilterName) => query.get(name)?.trim() || null;
	const country = read('country');
	return {
		programme: read('programme'),
		country: country === 'regional' ? '' : (country?.toUpperCase() ?? null),
		partner: read('partner'),
		period: read('period'),
	};
}

/** The filters that name nothing the reader can choose: the page says so in place of figures. */
export function unknownFilters(filters: Filters, context: Context): FilterName[] {
	const known: Readonly<Record<FilterName, (value: string) => boolean>> = {
		programme: (code) => context.programmes.some((programme) => programme.code === code),
		country: (iso2) => context.countries.includes(iso2),
		partner: (slug) => context.partners.some((partner) => partner.slug === slug),
		period: (code) => context.periods.some((period) => period.code === code),
	};
	return FILTERS.filter((name) => {
		const value = filters[name];
		return value !== null && !known[name](value);
	});
}

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
