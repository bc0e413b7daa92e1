import { error } from '@sveltejs/kit';
import { countryOf } from '#domain/address.ts';
import { filtersOf } from '#domain/filters.ts';
import { readCountry } from '#server/queries/country.ts';
import type { PageServerLoad } from './$types.js';

/** One country, or what belongs to several. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const country = countryOf(params.iso2);
	if (country === undefined) error(404, 'No such country');
	return { page: await readCountry(locals, country, filtersOf(url.searchParams)) };
};
