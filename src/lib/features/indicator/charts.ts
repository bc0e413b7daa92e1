import { breakdown } from '#charts/breakdown.ts';
import { figureBars } from '#charts/figureBars.ts';
import { progressOverTime } from '#charts/progressOverTime.ts';
import type { Breakdown, IndicatorDetail, IndicatorPage } from '#domain/page.ts';
import type { Standing } from '#domain/standing.ts';
import { type PageChart, pageChart } from '#features/page/pageChart.ts';
import { partnerName, unitOf, wordOf } from '#features/page/words.ts';
import type { Formats } from '#format/formats.ts';

/** The charts of an indicator's page, in the order they stand there; none where its figures are hidden. */
export function indicatorCharts(page: IndicatorPage, formats: Formats): PageChart[] {
	const { indicator } = page;
	if (indicator === null || indicator.hidden || isWords(indicator)) return [];
	const said = { indicator: `${indicator.code} ${indicator.title}`, unit: unitOf(formats.t, indicator.unit) };
	const charts = [
		...overTime(page, said, formats),
		...byPlaceAndPartner(page, said, formats),
		...splits(page, said, formats),
	];
	// What cannot be added has no course and no share of a partner: an empty frame would only ask why.
	return page.total?.status === 'not-additive'
		? charts.filter(({ kind, values }) => !kind.isEmpty(values))
		: charts;
}

/** Judged in words or by steps: there is no scale to draw on. */
export function isWords({ measure }: Pick<IndicatorDetail, 'measure'>): boolean {
	return measure === 'ordinal' || measure === 'qualitative' || measure === 'nominal';
}

type Said = { readonly indicator: string; readonly unit: string };

function overTime({ time, total }: IndicatorPage, said: Said, { t }: Formats): PageChart[] {
	// One point is no course.
	if (time.length < 2) return [];
	const values = { points: time, baseline: total?.baseline ?? null };
	return [pageChart('time', t('chart.progressOverTime.title', said), progressOverTime, values)];
}

function byPlaceAndPartner(page: IndicatorPage, said: Said, { t, country }: Formats): PageChart[] {
	const countries = page.countries.map((line) => ({ name: country(line.country), ...barOf(line.figure) }));
	const partners = page.partners.map((line) => ({ name: partnerName(line), ...barOf(line.figure) }));
	return [
		pageChart('countries', t('chart.byCountry.title', said), figureBars, countries),
		pageChart('partners', t('chart.byPartner.title', said), figureBars, partners),
	];
}

function barOf({ actual, expected, target, pending }: Standing) {
	return { actual, expected, target, pending };
}

function splits({ breakdowns }: IndicatorPage, said: Said, { t, list }: Formats): PageChart[] {
	return breakdowns.map((split) => {
		const dimensions = split.dimensions.map((dimension) => wordOf(t, 'dimension', dimension));
		const title = t('chart.breakdown.title', { ...said, dimension: list(dimensions) });
		const values = { ...split, dimensions, parts: partsInWords(split, t), unknown: t('dimension.unknown') };
		return pageChart(`split-${split.dimensions.join('-')}`, title, breakdown, values);
	});
}

function partsInWords({ parts }: Breakdown, t: Formats['t']) {
	return parts.map(({ categories, value }) => ({
		categories: categories.map((category) => wordOf(t, 'dimension', category)),
		value,
	}));
}
