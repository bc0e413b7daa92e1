import { statusByCountry } from '#charts/statusByCountry.ts';
import type { OverviewPage } from '#domain/page.ts';
import { regionalLast } from '#features/country/order.ts';
import { type PageChart, pageChart } from '#features/page/pageChart.ts';
import type { Formats } from '#format/formats.ts';

/** The charts of the overview. */
export function overviewCharts(
	{ context, countries }: OverviewPage,
	{ t, period, country }: Formats,
): PageChart[] {
	const title = t('chart.statusByCountry.title', { period: period(context.period?.code ?? '') });
	const measured = regionalLast(countries).filter(({ counts }) => Object.keys(counts).length > 0);
	const values = measured.map(({ iso2, counts }) => ({ name: country(iso2), counts }));
	return [pageChart('countries', title, statusByCountry, values)];
}
