import { coverage } from '#charts/coverage.ts';
import type { PartnerPage } from '#domain/page.ts';
import { type PageChart, pageChart } from '#features/page/pageChart.ts';
import type { Formats } from '#format/formats.ts';

/** The charts of a partner's page. Nothing is said of what waits where the reader may not know it. */
export function partnerCharts(page: PartnerPage, { t }: Formats): PageChart[] {
	const bars = page.coverage.map(({ period, due, reported, pending }) =>
		pending === null ? { period, due, reported } : { period, due, reported, pending },
	);
	return [pageChart('coverage', t('chart.coverage.title'), coverage, bars)];
}
