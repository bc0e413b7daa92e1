import { baseOption, hatched, legendHeight, nameAxis, TEXT, valueAxis } from '#charts/base.ts';
import { textWidth } from '#charts/textWidth.ts';
import type { ChartKind, ChartTable, ChartView, SizedOption } from '#charts/view.ts';
import { isolate } from '#format/bidi.ts';
import type { Formats } from '#format/formats.ts';

/** One bar: a country or a partner, its figure in the indicator's unit. */
export interface FigureBar {
	readonly name: string;
	readonly actual: number | null;
	readonly expected: number | null;
	readonly target: number | null;
	/** What waiting answers would add. */
	readonly pending: number | null;
}

/** Countries or partners on one scale: the actual figure, what was expected by now and the final target of each. */
export const figureBars: ChartKind<readonly FigureBar[]> = {
	isEmpty: (bars) => bars.every((bar) => bar.actual === null && bar.pending === null && bar.target === null),
	option: figureBarsOption,
	table,
	summary,
};

/** Thickness of a bar, px. */
const BAR = 16;

export function figureBarsOption(bars: readonly FigureBar[], view: ChartView): SizedOption {
	const { formats, colours, width } = view;
	const { t, dir } = formats;
	const rtl = dir === 'rtl';
	const some = (read: (bar: FigureBar) => number | null) => bars.some((bar) => read(bar) !== null);
	const names = {
		actual: t('chart.actual'),
		pending: t('chart.pending'),
		expected: t('common.expected'),
		target: t('chart.finalTarget'),
	};
	const legend = [
		names.actual,
		...(some((bar) => bar.pending) ? [names.pending] : []),
		...(some((bar) => bar.expected) ? [names.expected] : []),
		...(some((bar) => bar.target) ? [names.target] : []),
	];
	const top = legendHeight(legend, width);
	const side = nameAxis(
		view,
		bars.map((bar) => bar.name),
	);
	const values = bars.map((bar) => valueLabel(bar, formats));
	const end = Math.max(0, ...values.map((value) => textWidth(value, TEXT.label))) + 16;
	const still = { emphasis: { disabled: true } } as const;

	return {
		height: top + bars.length * (Math.max(side.row, BAR) + 14) + 28,
		option: {
			...baseOption(view, legend),
			grid: {
				top,
				bottom: 24,
				[rtl ? 'right' : 'left']: side.inset,
				[rtl ? 'left' : 'right']: end,
				outerBoundsMode: 'none',
			},
			xAxis: { ...valueAxis(view), inverse: rtl, splitNumber: width < 500 ? 2 : 4, min: 0 },
			// Figures stand in a column of their own at the end, clear of the marks.
			yAxis: [
				side.axis,
				{
					type: 'category',
					inverse: true,
					position: rtl ? 'left' : 'right',
					data: values,
					axisLine: { show: false },
					axisTick: { show: false },
					axisLabel: {
						color: colours.ink,
						fontSize: TEXT.label,
						interval: 0,
						margin: end,
						align: rtl ? 'left' : 'right',
						formatter: (value: string) => isolate(value, dir),
					},
				},
			],
			series: [
				{
					...still,
					type: 'bar',
					stack: 'reached',
					name: names.actual,
					data: bars.map((bar) => bar.actual ?? '-'),
					itemStyle: { color: colours.bar },
					barWidth: BAR,
				},
				{
					...still,
					type: 'bar',
					stack: 'reached',
					name: names.pending,
					data: bars.map((bar) => bar.pending ?? '-'),
					itemStyle: hatched(colours.bar, colours.paper),
					barWidth: BAR,
				},
				{
					...still,
					type: 'scatter',
					name: names.expected,
					symbol: 'rect',
					symbolSize: [2.5, 26],
					data: bars.map((bar) => bar.expected ?? '-'),
					itemStyle: { color: colours.ink, borderColor: colours.paper, borderWidth: 0.75 },
					z: 4,
				},
				{
					...still,
					type: 'scatter',
					name: names.target,
					symbol: 'diamond',
					symbolSize: 11,
					data: bars.map((bar) => bar.target ?? '-'),
					itemStyle: { color: colours.ink, borderColor: colours.paper, borderWidth: 1 },
					z: 5,
				},
			],
		},
	};
}

function valueLabel(bar: FigureBar, { number, absence }: Formats): string {
	return bar.actual === null ? absence('missing') : number(bar.actual);
}

function table(bars: readonly FigureBar[], { t, number, absence }: Formats): ChartTable {
	const withPending = bars.some((bar) => bar.pending !== null);
	const figure = (value: number | null, otherwise = '–') => ({
		text: value === null ? otherwise : number(value),
		value,
	});
	return {
		columns: [
			{ label: t('common.name'), numeric: false },
			{ label: t('common.actual'), numeric: true },
			...(withPending ? [{ label: t('chart.pending'), numeric: true }] : []),
			{ label: t('common.expected'), numeric: true },
			{ label: t('common.finalTarget'), numeric: true },
		],
		rows: bars.map((bar) => [
			{ text: bar.name },
			figure(bar.actual, absence('missing')),
			...(withPending ? [figure(bar.pending)] : []),
			figure(bar.expected),
			figure(bar.target, absence('no-target')),
		]),
	};
}

function summary(bars: readonly FigureBar[], { t, number }: Formats): string {
	const known = bars.flatMap((bar) => (bar.actual === null ? [] : [{ name: bar.name, actual: bar.actual }]));
	const ordered = known.toSorted((a, b) => b.actual - a.actual);
	const [first, last] = [ordered[0], ordered.at(-1)];
	if (first === undefined || last === undefined) return t('chart.progressOverTime.nothing');
	const most = { first: first.name, most: number(first.actual) };
	return first === last
		? t('chart.byCountry.one', most)
		: t('chart.byCountry.summary', { ...most, last: last.name, least: number(last.actual) });
}
