import type { StatusCounts } from '#domain/standing.ts';
import type { Status } from '#domain/status.ts';
import { baseOption, legendHeight, TEXT, valueAxis } from '#charts/base.ts';
import { textWidth, wrapText } from '#charts/textWidth.ts';
import type { ChartKind, ChartTable, ChartView, SizedOption } from '#charts/view.ts';
import type { ColourRole } from '#design/palette.ts';
import { isolate } from '#format/bidi.ts';
import type { Formats } from '#format/formats.ts';

/** A country and how many of its indicators stand at each status. */
export interface CountryStatuses {
	readonly name: string;
	readonly counts: StatusCounts;
}

/** Countries on one scale: how many indicators are achieved, on track, at risk ... in each. */
export const statusByCountry: ChartKind<readonly CountryStatuses[]> = {
	isEmpty: (countries) => present(countries).length === 0,
	option: statusByCountryOption,
	table,
	summary,
};

/** Best first. The sign stands in the segment, so that nothing is told by colour alone. */
const MARKS: readonly { status: Status | 'none'; sign: string; colour: ColourRole }[] = [
	{ status: 'achieved', sign: '✓', colour: 'status-achieved' },
	{ status: 'on-track', sign: '●', colour: 'status-on-track' },
	{ status: 'at-risk', sign: '▲', colour: 'status-at-risk' },
	{ status: 'off-track', sign: '■', colour: 'status-off-track' },
	{ status: 'not-reported', sign: '?', colour: 'status-not-reported' },
	{ status: 'none', sign: '–', colour: 'ink-muted' },
	{ status: 'no-target', sign: '○', colour: 'line-strong' },
	{ status: 'not-due', sign: '·', colour: 'bar-rest' },
	{ status: 'not-additive', sign: '‖', colour: 'line' },
];
const PALE: ReadonlySet<ColourRole> = new Set<ColourRole>(['bar-rest', 'line']);
const ROW = 32;

export function statusByCountryOption(countries: readonly CountryStatuses[], view: ChartView): SizedOption {
	const { formats, colours, width } = view;
	const { dir, number } = formats;
	const rtl = dir === 'rtl';
	const marks = present(countries);
	const legend = marks.map(({ status, sign }) => `${sign} ${wordOf(status, formats)}`);
	const top = legendHeight(legend, width);
	const labels = countries.map(({ name }) => wrapText(name, width < 500 ? 80 : 160, TEXT.label));
	const widest = Math.max(
		0,
		...labels.flatMap((label) => label.split('\n')).map((line) => textWidth(line, TEXT.label)),
	);

	// A segment too short for its sign and number keeps the number; the table has both.
	const plot = width - widest - 26;
	const longest = Math.max(1, ...countries.map(({ counts }) => sum(Object.values(counts))));
	const labelled = (value: number) => (value / longest) * plot >= textWidth('▲ 00', TEXT.axis);

	return {
		height: top + countries.length * ROW + 28,
		option: {
			...baseOption(view, legend),
			grid: {
				top,
				bottom: 24,
				[rtl ? 'right' : 'left']: widest + 12,
				[rtl ? 'left' : 'right']: 14,
				outerBoundsMode: 'none',
			},
			xAxis: { ...valueAxis(view), inverse: rtl, splitNumber: width < 500 ? 2 : 4, min: 0, minInterval: 1 },
			yAxis: {
				type: 'category',
				inverse: true,
				position: rtl ? 'right' : 'left',
				data: countries.map(({ name }) => name),
				axisLine: { lineStyle: { color: colours['line-strong'] } },
				axisTick: { show: false },
				axisLabel: {
					color: colours.ink,
					fontSize: TEXT.label,
					lineHeight: 16,
					interval: 0,
					formatter: (_: string, at: number) =>
						(labels[at] ?? '')
							.split('\n')
							.map((line) => isolate(line, dir))
							.join('\n'),
				},
			},
			series: marks.map(({ status, sign, colour }, at) => ({
				type: 'bar',
				stack: 'indicators',
				name: legend[at] ?? status,
				emphasis: { disabled: true },
				barWidth: 20,
				data: countries.map(({ counts }) => counts[status] ?? '-'),
				itemStyle: { color: colours[colour], borderColor: colours.paper, borderWidth: 1 },
				label: {
					show: true,
					color: PALE.has(colour) ? colours.ink : colours.paper,
					fontSize: TEXT.axis,
					formatter: ({ value }) =>
						typeof value === 'number' ? `${labelled(value) ? `${sign} ` : ''}${number(value)}` : '',
				},
			})),
		},
	};
}

function wordOf(status: Status | 'none', { t, status: say }: Formats): string {
	return status === 'none' ? t('standing.unjudged') : say(status);
}

function sum(lengths: readonly number[]): number {
	return lengths.reduce((whole, length) => whole + length, 0);
}

/** The statuses that any country has. */
function present(countries: readonly CountryStatuses[]) {
	return MARKS.filter(({ status }) => countries.some(({ counts }) => counts[status] !== undefined));
}

function table(countries: readonly CountryStatuses[], formats: Formats): ChartTable {
	const { t, number } = formats;
	const marks = present(countries);
	return {
		columns: [
			{ label: t('common.country'), numeric: false },
			...marks.map(({ status }) => ({ label: wordOf(status, formats), numeric: true })),
		],
		rows: countries.map(({ name, counts }) => [
			{ text: name },
			...marks.map(({ status }) => {
				const value = counts[status];
				return value === undefined ? { text: '–', value: null } : { text: number(value), value };
			}),
		]),
	};
}

function summary(countries: readonly CountryStatuses[], { t, list }: Formats): string {
	const behind = countries.filter(({ counts }) => counts['off-track'] !== undefined).map(({ name }) => name);
	return behind.length === 0
		? t('chart.statusByCountry.nobody')
		: t('chart.statusByCountry.behind', { countries: list(behind) });
}
