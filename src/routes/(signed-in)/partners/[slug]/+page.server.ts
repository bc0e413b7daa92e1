import { error } from '@sveltejs/kit';
import { filtersOf } from '#domain/filters.ts';
import { drawnFor } from '#features/page/drawn.ts';
import { partnerCharts } from '#features/partner/charts.ts';
import { readPartner } from '#server/queries/partner.ts';
import type { PageServerLoad } from './$types.js';

/** One partner: where it stands, how complete it is, its reports. */
export const load: PageServerLoad = async ({ locals, params, url, isDataRequest }) => {
	const page = await readPartner(locals, params.slug, filtersOf(url.searchParams));
	// Without a programme, the page says that there is nothing to read.
	if (page.partner === null && page.context.programme !== null) error(404, 'No such partner');
	return {
		page,
		drawn: await drawnFor({ isDataRequest, lang: locals.lang }, (formats) => partnerCharts(page, formats)),
	};
};
