import { filtersOf } from '#domain/filters.ts';
import { overviewCharts } from '#features/overview/charts.ts';
import { drawnFor } from '#features/page/drawn.ts';
import { readOverview } from '#server/queries/overview.ts';
import type { PageServerLoad } from './$types.js';

/** Where a programme stands. */
export const load: PageServerLoad = async ({ locals, url, isDataRequest }) => {
	const page = await readOverview(locals, filtersOf(url.searchParams));
	return {
		page,
		drawn: await drawnFor({ isDataRequest, lang: locals.lang }, (formats) => overviewCharts(page, formats)),
	};
};
