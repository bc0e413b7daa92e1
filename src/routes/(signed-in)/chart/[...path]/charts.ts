import { filtersOf } from '#domain/filters.ts';
import type { Page } from '#domain/page.ts';
import { indicatorCharts } from '#features/indicator/charts.ts';
import { overviewCharts } from '#features/overview/charts.ts';
import type { PageChart } from '#features/page/pageChart.ts';
import { partnerCharts } from '#features/partner/charts.ts';
import type { Formats } from '#format/formats.ts';
import type { Asker } from '#server/queries/border.ts';
import { readIndicator } from '#server/queries/indicator.ts';
import { readOverview } from '#server/queries/overview.ts';
import { readPartner } from '#server/queries/partner.ts';

/** The charts of the page at a path, read as that page reads them; undefined where a page has none. */
export async function chartsAt(
	path: string,
	query: URLSearchParams,
	asker: Asker,
	formats: Formats,
): Promise<{ page: Page; charts: PageChart[] } | undefined> {
	const filters = filtersOf(query);
	const [kind, first, second, ...rest] = path.split('/');
	if (rest.length > 0) return undefined;
	if (kind === 'overview' && first === undefined) {
		const page = await readOverview(asker, filters);
		return { page, charts: overviewCharts(page, formats) };
	}
	if (kind === 'indicators' && first !== undefined && second !== undefined) {
		const page = await readIndicator(asker, { framework: first, code: second }, filters);
		return { page, charts: indicatorCharts(page, formats) };
	}
	if (kind === 'partners' && first !== undefined && second === undefined) {
		const page = await readPartner(asker, first, filters);
		return { page, charts: partnerCharts(page, formats) };
	}
	return undefined;
}
