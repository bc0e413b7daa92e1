import type { Breakdown } from '#domain/page.ts';
import { baseOption, legendHeight, nameAxis, TEXT, valueAxis } from '#charts/base.ts';
import { textWidth } from '#charts/textWidth.ts';
import type { ChartKind, ChartTable, ChartView, SizedOption } from '#charts/view.ts';
import type { ColourRole } from '#design/palette.ts';
import { isolate } from '#format/bidi.ts';
import type { Formats } from '#format/formats.ts';

/** A split of one figure; categories already in the reader's words. */
export interface BreakdownParts extends Breakdown {
	/** The category that means "not known", drawn in grey. */
	readonly unknown: string;
}

/** Who is in a figure: the first dimension down the side, the second as bars of their own colour. */
export const breakdown: ChartKind<BreakdownParts> = {
	isEmpty: ({ parts }) => parts.length === 0,
	option: breakdownOption,
	table,
	summary,
};

const COLOURS: readonly ColourRole[] = [
	'series-1',
	'series-2',
	'series-3',
	'series-4',
	'series-5',
	'series-6',
];
const BAR = 13;

export function breakdownOption(split: BreakdownParts, view: ChartView): SizedOption {
	const { formats, colours, width } = view;
	const { dir, number } = formats;
	const rtl = dir === 'rtl';
	const rows = distinct(split, 0);
	const groups = split.dimensions.length > 1 ? distinct(split, 1) : [''];
	const legend = groups.length > 1 ? groups : [];
	const top = legendHeight(legend, width);
	const side = nameAxis(view, rows);
	const end = Math.max(0, ...split.parts.map((part) => textWidth(number(part.value), TEXT.axis))) + 12;

	return {
		height: top + rows.length * (Math.max(side.row, groups.length * (BAR + 3)) + 16) + 28,
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
			yAxis: side.axis,
			series: groups.map((group, at) => ({
				type: 'bar',
				name: group,
				emphasis: { disabled: true },
				barWidth: BAR,
				barGap: '20%',
				data: rows.map((row) => valueOf(split, row, group) ?? '-'),
				itemStyle: {
					color:
						group === split.unknown
							? colours['line-strong']
							: colours[COLOURS[at % COLOURS.length] ?? 'series-1'],
				},
				label: {
					show: true,
					position: rtl ? 'left' : 'right',
					color: colours.ink,
					fontSize: TEXT.axis,
					formatter: ({ value }) => (typeof value === 'number' ? isolate(number(value), dir) : ''),
				},
			})),
		},
	};
}

/** The categories of one dimension in the order they come, the unknown last. */
function distinct({ parts, unknown }: BreakdownParts, dimension: number): string[] {
	const found = new Set(parts.flatMap((part) => part.categories[dimension] ?? []));
	const last = found.delete(unknown) ? [unknown] : [];
	return [...found, ...last];
}

function valueOf({ parts, dimensions }: BreakdownParts, row: string, group: string): number | undefined {
	return parts.find(
		({ categories }) => categories[0] === row && (dimensions.length < 2 || categories[1] === group),
	)?.value;
}

function table(split: BreakdownParts, { t, number }: Formats): ChartTable {
	return {
		columns: [
			...split.dimensions.map((label) => ({ label, numeric: false })),
			{ label: t('common.value'), numeric: true },
		],
		rows: split.parts.map((part) => [
			...part.categories.map((text) => ({ text })),
			{ text: number(part.value), value: part.value },
		]),
	};
}

function summary({ parts }: BreakdownParts, { t, number, list }: Formats): string {
	const largest = parts.toSorted((a, b) => b.value - a.value)[0];
	return largest === undefined
		? t('chart.empty')
		: t('chart.breakdown.summary', { part: list(largest.categories), value: number(largest.value) });
}
