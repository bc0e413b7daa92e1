import type { Context } from './context.ts';

/** What a view is narrowed to; every part stands in the address, so that a view can be sent. */
export const FILTERS = ['programme', 'country', 'partner', 'period'] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Readonly<Record<FilterName, string | null>>;

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

/**
 * The filters that name nothing the reader can choose: the page says so in place of figures. Where the programme or
 * the period is unknown, nothing can be said about the rest.
 */
export function unknownFilters(filters: Filters, context: Context): FilterName[] {
	const known: readonly (readonly [FilterName, (value: string) => boolean])[] = [
		['programme', (code) => context.programmes.some((programme) => programme.code === code)],
		['period', (code) => context.periods.some((period) => period.code === code)],
		['country', (iso2) => context.countries.includes(iso2)],
		['partner', (slug) => context.partners.some((partner) => partner.slug === slug)],
	];
	const unknown = known
		.filter(([name, isKnown]) => {
			const value = filters[name];
			return value !== null && !isKnown(value);
		})
		.map(([name]) => name);
	const [first] = unknown;
	return first === 'programme' || first === 'period' ? [first] : unknown;
}
