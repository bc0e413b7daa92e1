import type { TimePoint } from '#domain/page.ts';
import { baseOption, hatched, legendHeight, periodAxis, TEXT, valueAxis } from '#charts/base.ts';
import type { ChartKind, ChartTable, ChartView, SizedOption } from '#charts/view.ts';
import { isolate } from '#format/bidi.ts';
import type { Formats } from '#format/formats.ts';

/** A period of an indicator's course, and what would be added by answers that wait, where the reader may know it. */
export type PathPoint = Pick<
	TimePoint,
	'period' | 'actual' | 'atLeast' | 'expected' | 'target' | 'due' | 'reported'
> & { readonly pending?: number | null };

export interface ProgressOverTime {
	readonly points: readonly PathPoint[];
	readonly baseline: number | null;
}

/** Actual against the expected path: what was reached, what was planned by then, how the target itself moved. */
export const progressOverTime: ChartKind<ProgressOverTime> = {
	isEmpty: ({ points }) => points.every((point) => point.actual === null && !isPending(point)),
	option: progressOverTimeOption,
	table,
	summary,
};

const PLOT = { narrow: 200, wide: 300 } as const;

export function progressOverTimeOption({ points, baseline }: ProgressOverTime, view: ChartView): SizedOption {
	const { formats, colours, width } = view;
	const { t, dir } = formats;
	const some = (read: (point: PathPoint) => number | null | undefined) =>
		points.some((point) => typeof read(point) === 'number');
	const hasMissing = points.some(isMissing);
	const names = {
		actual: t('chart.actual'),
		pending: t('chart.pending'),
		expected: t('chart.expected'),
		target: t('chart.targetHistory'),
		missing: t('chart.missing'),
		baseline: t('chart.baseline', { value: formats.number(baseline ?? Number.NaN) }),
	};
	const legend = [
		names.actual,
		...(some((point) => point.pending) ? [names.pending] : []),
		...(some((point) => point.expected) ? [names.expected] : []),
		...(some((point) => point.target) ? [names.target] : []),
		...(hasMissing ? [names.missing] : []),
		// At 0 the axis shows it already.
		...(baseline !== null && baseline !== 0 ? [names.baseline] : []),
	];
	const top = legendHeight(legend, width) + 10;
	const plot = width < 500 ? PLOT.narrow : PLOT.wide;
	const latest = points.findLast((point) => point.actual !== null);
	const still = { silent: true, symbol: 'none', emphasis: { disabled: true } } as const;

	return {
		height: top + plot + 40,
		option: {
			...baseOption(view, legend),
			grid: { top, bottom: 4, left: 4, right: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
			xAxis: {
				...periodAxis(
					view,
					points.map((point) => point.period),
				),
			},
			yAxis: { ...valueAxis(view), position: dir === 'rtl' ? 'right' : 'left' },
			series: [
				{
					...still,
					type: 'line',
					name: names.baseline,
					data: baseline === null || baseline === 0 ? [] : points.map(() => baseline),
					lineStyle: { color: colours['line-strong'], width: 1.5, type: [1, 3] },
					itemStyle: { color: colours['line-strong'] },
				},
				{
					...still,
					type: 'line',
					name: names.target,
					step: 'end',
					data: points.map((point) => point.target),
					lineStyle: { color: colours.ink, width: 1.25 },
					itemStyle: { color: colours.ink },
				},
				{
					...still,
					type: 'line',
					name: names.expected,
					data: points.map((point) => point.expected),
					connectNulls: true,
					lineStyle: { color: colours['ink-muted'], width: 1.5, type: [5, 4] },
					itemStyle: { color: colours['ink-muted'] },
				},
				{
					type: 'bar',
					stack: 'pending',
					silent: true,
					emphasis: { disabled: true },
					tooltip: { show: false },
					data: points.map((point, at) => (isPending(point) ? lastActual(points, at) : null)),
					itemStyle: { color: 'transparent' },
					barWidth: '40%',
				},
				{
					type: 'bar',
					stack: 'pending',
					name: names.pending,
					emphasis: { disabled: true },
					data: points.map((point) => point.pending ?? null),
					itemStyle: hatched(colours.bar, colours.paper),
					barWidth: '40%',
				},
				{
					type: 'line',
					name: names.actual,
					data: points.map((point) =>
						point === latest && point.actual !== null
							? {
									value: point.actual,
									label: { show: true, formatter: isolate(formats.number(point.actual), dir) },
								}
							: point.actual,
					),
					label: {
						position: 'top',
						color: colours.ink,
						fontSize: TEXT.label,
						fontWeight: 600,
						textBorderColor: colours.paper,
						textBorderWidth: 3,
					},
					connectNulls: false,
					symbol: 'circle',
					symbolSize: width < 500 ? 5 : 7,
					showAllSymbol: true,
					emphasis: { disabled: true },
					lineStyle: { color: colours.bar, width: 2.5 },
					itemStyle: { color: colours.bar },
					z: 4,
				},
				{
					type: 'scatter',
					name: names.missing,
					symbol: 'circle',
					symbolSize: width < 500 ? 7 : 9,
					silent: true,
					emphasis: { disabled: true },
					tooltip: { show: false },
					// On the line where a total goes on without the quarter, at its foot where there is none.
					data: points.map((point) => (isMissing(point) ? (point.actual ?? baseline ?? '-') : '-')),
					itemStyle: {
						color: colours.paper,
						borderColor: colours['status-not-reported'],
						borderWidth: 2,
						borderType: [2, 2],
					},
					z: 5,
				},
			],
		},
	};
}

function isPending(point: PathPoint): boolean {
	return typeof point.pending === 'number';
}

/** Owed by somebody and reported by nobody. */
function isMissing(point: PathPoint): boolean {
	return point.due > 0 && point.reported === 0;
}

/** What a hatched column stands on: the last figure approved by then. */
function lastActual(points: readonly PathPoint[], at: number): number | null {
	return points.slice(0, at + 1).findLast((point) => point.actual !== null)?.actual ?? null;
}

function table({ points }: ProgressOverTime, { t, number, period, absence }: Formats): ChartTable {
	const figure = (value: number | null, otherwise = '–') => ({
		text: value === null ? otherwise : number(value),
		value,
	});
	const withPending = points.some(isPending);
	return {
		columns: [
			{ label: t('common.period'), numeric: false },
			{ label: t('common.actual'), numeric: true },
			...(withPending ? [{ label: t('chart.pending'), numeric: true }] : []),
			{ label: t('chart.expected'), numeric: true },
			{ label: t('common.finalTarget'), numeric: true },
		],
		rows: points.map((point) => [
			{ text: period(point.period) },
			point.atLeast && point.actual !== null
				? { text: t('common.atLeast', { value: number(point.actual) }), value: point.actual }
				: figure(point.actual, absence(isMissing(point) ? 'missing' : 'not-due')),
			...(withPending ? [figure(point.pending ?? null)] : []),
			figure(point.expected),
			figure(point.target),
		]),
	};
}

function summary({ points }: ProgressOverTime, { t, number, period, list }: Formats): string {
	const last = points.findLast((point) => point.actual !== null);
	if (last === undefined || last.actual === null) return t('chart.progressOverTime.nothing');
	const said = { period: period(last.period), actual: number(last.actual) };
	const standing =
		last.target === null || last.expected === null
			? t('chart.progressOverTime.summaryNoTarget', said)
			: t('chart.progressOverTime.summary', {
					...said,
					expected: number(last.expected),
					target: number(last.target),
				});
	const gaps = points.filter(isMissing).map((point) => period(point.period));
	return gaps.length === 0
		? standing
		: `${standing} ${t('chart.progressOverTime.gaps', { periods: list(gaps) })}`;
}
