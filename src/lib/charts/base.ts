import type { ChartOption } from '#charts/engine.ts';
import { textWidth, wrapText } from '#charts/textWidth.ts';
import { tooltipElement } from '#charts/tooltip.ts';
import type { ChartView } from '#charts/view.ts';
import { isolate } from '#format/bidi.ts';

/** Sizes of text in charts, px. */
export const TEXT = { axis: 12, label: 13 } as const;

const FONT = "'Noto Sans','Noto Sans Arabic','Noto Sans fallback',system-ui,sans-serif";
const LEGEND = { itemWidth: 22, itemHeight: 10, gap: 14, pad: 5, line: 22, room: 0.9 } as const;

/** What all charts share: type, colours, legend at the start of the first line, an axis tooltip. */
export function baseOption({ formats, colours, width }: ChartView, legend: readonly string[]): ChartOption {
	const rtl = formats.dir === 'rtl';
	return {
		textStyle: { fontFamily: FONT, fontSize: TEXT.axis, color: colours.ink },
		// One legend a line: ECharts would start every line at the left, whatever the direction.
		legend: legendLines(legend, width).map((names, line) => ({
			data: rtl ? names.toReversed() : names,
			top: line * LEGEND.line,
			[rtl ? 'right' : 'left']: 0,
			align: rtl ? ('right' as const) : ('left' as const),
			itemWidth: LEGEND.itemWidth,
			itemHeight: LEGEND.itemHeight,
			itemGap: LEGEND.gap,
			padding: 0,
			selectedMode: false,
			textStyle: { color: colours.ink, fontSize: TEXT.axis },
			formatter: (name: string) => isolate(name, formats.dir),
		})),
		tooltip: {
			trigger: 'axis',
			confine: true,
			backgroundColor: colours.paper,
			borderColor: colours['line-strong'],
			textStyle: { color: colours.ink, fontSize: TEXT.label, fontFamily: FONT },
			extraCssText: `direction:${formats.dir};box-shadow:none;border-radius:2px`,
			formatter: (pointedAt) => tooltipElement(Array.isArray(pointedAt) ? pointedAt : [pointedAt], formats),
		},
	};
}

/** How much room the legend takes above the plot, px. */
export function legendHeight(names: readonly string[], width: number): number {
	const lines = legendLines(names, width).length;
	return lines === 0 ? 0 : lines * LEGEND.line + 6;
}

/** The legend's names in lines, with room to spare: widths are estimates, and ECharts would wrap a line into the next. */
function legendLines(names: readonly string[], width: number): string[][] {
	if (names.length < 2) return [];
	const lines: string[][] = [[]];
	let used = 0;
	for (const name of names) {
		const item = LEGEND.itemWidth + LEGEND.pad + textWidth(name, TEXT.axis);
		if (used > 0 && used + item > width * LEGEND.room) {
			lines.push([]);
			used = 0;
		}
		lines.at(-1)?.push(name);
		used += item + LEGEND.gap;
	}
	return lines;
}

/** An axis of figures: hairlines, short numbers, no line of its own. */
export function valueAxis({ formats, colours }: ChartView) {
	return {
		type: 'value' as const,
		axisLabel: {
			color: colours['ink-muted'],
			fontSize: TEXT.axis,
			formatter: (value: number) => isolate(formats.shortNumber(value), formats.dir),
		},
		splitLine: { lineStyle: { color: colours.line } },
		axisLine: { show: false },
		axisTick: { show: false },
		splitNumber: 4,
	};
}

/** An axis of periods, earliest at the start of the line; each quarter on a wide picture, each year on a narrow one. */
export function periodAxis({ formats, colours, width }: ChartView, periods: readonly string[]) {
	const roomy = width / Math.max(1, periods.length) >= 40;
	const yearAt = new Set(periods.filter((code, at) => code.slice(0, 4) !== periods[at - 1]?.slice(0, 4)));
	return {
		type: 'category' as const,
		data: [...periods],
		inverse: formats.dir === 'rtl',
		axisLine: { lineStyle: { color: colours['line-strong'] } },
		axisTick: { show: false },
		axisLabel: {
			color: colours['ink-muted'],
			fontSize: TEXT.axis,
			lineHeight: 16,
			interval: 0,
			formatter: (code: string) => {
				const year = yearAt.has(code) ? code.slice(0, 4) : '';
				return roomy ? `${isolate(formats.shortPeriod(code), formats.dir)}\n${year}` : year;
			},
		},
	};
}

/** Room for names beside horizontal bars, and how many lines of them, by the picture's width. */
function nameRoom(width: number) {
	return width < 500 ? { room: 104, lines: 3 } : { room: 170, lines: 2 };
}

const NAME_LINE = 16;

/** Names down the start of the plot, wrapped, with the room they need. */
export function nameAxis({ formats, colours, width }: ChartView, names: readonly string[]) {
	const { room, lines } = nameRoom(width);
	const wrapped = names.map((name) => wrapText(name, room, TEXT.label, lines).split('\n'));
	return {
		/** px from the picture's edge to the plot. */
		inset: Math.max(0, ...wrapped.flat().map((line) => textWidth(line, TEXT.label))) + 12,
		/** px the tallest name needs. */
		row: Math.max(1, ...wrapped.map((one) => one.length)) * NAME_LINE,
		axis: {
			type: 'category' as const,
			inverse: true,
			position: formats.dir === 'rtl' ? ('right' as const) : ('left' as const),
			data: [...names],
			axisLine: { lineStyle: { color: colours['line-strong'] } },
			axisTick: { show: false },
			axisLabel: {
				color: colours.ink,
				fontSize: TEXT.label,
				lineHeight: NAME_LINE,
				interval: 0,
				formatter: (_: string, at: number) =>
					(wrapped[at] ?? []).map((line) => isolate(line, formats.dir)).join('\n'),
			},
		},
	};
}

/** Waiting for approval: hatched, never solid. */
export function hatched(colour: string, paper: string) {
	return {
		color: paper,
		borderColor: colour,
		borderWidth: 1,
		decal: { color: colour, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
	};
}
