import { error } from '@sveltejs/kit';
import { filtersOf } from '#domain/filters.ts';
import { indicatorCharts } from '#features/indicator/charts.ts';
import { drawnFor } from '#features/page/drawn.ts';
import { readIndicator } from '#server/queries/indicator.ts';
import type { PageServerLoad } from './$types.js';

/** One indicator. */
export const load: PageServerLoad = async ({ locals, params, url, isDataRequest }) => {
	const page = await readIndicator(locals, params, filtersOf(url.searchParams));
	if (page.indicator === null) error(404, 'No such indicator');
	return {
		page,
		indicator: page.indicator,
		drawn: await drawnFor({ isDataRequest, lang: locals.lang }, (formats) => indicatorCharts(page, formats)),
	};
};
