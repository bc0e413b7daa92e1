import type { CoveragePoint } from '#domain/page.ts';
import { baseOption, hatched, legendHeight, periodAxis, valueAxis } from '#charts/base.ts';
import type { ChartKind, ChartTable, ChartView, SizedOption } from '#charts/view.ts';
import type { Formats } from '#format/formats.ts';

/** A period's figures: due, approved, and waiting where the reader may know it. */
export type CoverageBar = Pick<CoveragePoint, 'period' | 'due' | 'reported'> & { readonly pending?: number };

/** Figures approved of figures due, period by period: the pale column is what was due. */
export const coverage: ChartKind<readonly CoverageBar[]> = {
	isEmpty: (points) => points.every((point) => point.due === 0),
	option: coverageOption,
	table,
	summary,
};

const PLOT = 150;

export function coverageOption(points: readonly CoverageBar[], view: ChartView): SizedOption {
	const { formats, colours, width } = view;
	const { t, dir } = formats;
	const names = {
		due: t('chart.missingSeries'),
		approved: t('chart.approvedSeries'),
		pending: t('chart.pending'),
	};
	const legend = [names.approved, ...(points.some(isPending) ? [names.pending] : []), names.due];
	const top = legendHeight(legend, width) + 8;
	const bar = { type: 'bar', emphasis: { disabled: true }, barWidth: '62%' } as const;

	return {
		height: top + PLOT + 40,
		option: {
			...baseOption(view, legend),
			grid: { top, bottom: 4, left: 4, right: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
			xAxis: {
				...periodAxis(
					view,
					points.map((point) => point.period),
				),
			},
			yAxis: { ...valueAxis(view), position: dir === 'rtl' ? 'right' : 'left', minInterval: 1 },
			series: [
				{
					...bar,
					name: names.due,
					data: points.map((point) => point.due),
					itemStyle: { color: colours['bar-rest'], borderColor: colours['line-strong'], borderWidth: 1 },
					tooltip: { show: false },
					// The others are drawn over it, so what shows of it is what is missing.
					barGap: '-100%',
				},
				{
					...bar,
					stack: 'in',
					name: names.approved,
					data: points.map((point) => point.reported),
					itemStyle: { color: colours.bar },
				},
				{
					...bar,
					stack: 'in',
					name: names.pending,
					data: points.map((point) => point.pending ?? null),
					itemStyle: hatched(colours.bar, colours.paper),
				},
			],
		},
	};
}

function table(points: readonly CoverageBar[], { t, number, period }: Formats): ChartTable {
	const withPending = points.some(isPending);
	const count = (value: number | undefined) => ({
		text: value === undefined ? '–' : number(value),
		value: value ?? null,
	});
	return {
		columns: [
			{ label: t('common.period'), numeric: false },
			{ label: t('chart.approvedSeries'), numeric: true },
			...(withPending ? [{ label: t('chart.pending'), numeric: true }] : []),
			{ label: t('report.dueFigures'), numeric: true },
		],
		rows: points.map((point) => [
			{ text: period(point.period) },
			count(point.reported),
			...(withPending ? [count(point.pending)] : []),
			count(point.due),
		]),
	};
}

function isPending({ pending }: CoverageBar): boolean {
	return pending !== undefined && pending > 0;
}

function summary(points: readonly CoverageBar[], { t, number, period }: Formats): string {
	const last = points.at(-1);
	return last === undefined
		? t('chart.empty')
		: t('chart.coverage.summary', {
				period: period(last.period),
				approved: number(last.reported),
				due: number(last.due),
			});
}
