import type { ChartOption } from '#charts/engine.ts';
import { textWidth } from '#charts/textWidth.ts';
import type { ChartView } from '#charts/view.ts';
import { isolate } from '#format/bidi.ts';

/** Sizes of text in charts, px. */
export const TEXT = { axis: 12, label: 13 } as const;

const FONT = "'Noto Sans','Noto Sans Arabic','Noto Sans fallback',system-ui,sans-serif";
const LEGEND = { itemWidth: 22, itemHeight: 10, gap: 14, pad: 5, line: 22 } as const;

/** What all charts share: type, colours, legend at the start of the first line, an axis tooltip. */
export function baseOption({ formats, colours, width }: ChartView, legend: readonly string[]): ChartOption {
	const rtl = formats.dir === 'rtl';
	return {
		textStyle: { fontFamily: FONT, fontSize: TEXT.axis, color: colours.ink },
		legend: {
			show: legend.length > 1,
			data: [...legend],
			top: 0,
			[rtl ? 'right' : 'left']: 0,
			align: rtl ? 'right' : 'left',
			width: width - 2,
			itemWidth: LEGEND.itemWidth,
			itemHeight: LEGEND.itemHeight,
			itemGap: LEGEND.gap,
			padding: 0,
			selectedMode: false,
			inactiveColor: colours['ink-muted'],
			textStyle: { color: colours.ink, fontSize: TEXT.axis },
			formatter: (name: string) => isolate(name, formats.dir),
		},
		tooltip: {
			trigger: 'axis',
			confine: true,
			backgroundColor: colours.paper,
			borderColor: colours['line-strong'],
			textStyle: { color: colours.ink, fontSize: TEXT.label, fontFamily: FONT },
			extraCssText: `direction:${formats.dir};box-shadow:none;border-radius:2px`,
			valueFormatter: (value) => (typeof value === 'number' ? formats.number(value, { exact: true }) : '–'),
		},
	};
}

/** How much room the legend takes above the plot, px. */
export function legendHeight(names: readonly string[], width: number): number {
	if (names.length < 2) return 0;
	let lines = 1;
	let used = 0;
	for (const name of names) {
		const item = LEGEND.itemWidth + LEGEND.pad + textWidth(name, TEXT.axis) + LEGEND.gap;
		if (used > 0 && used + item - LEGEND.gap > width) {
			lines += 1;
			used = 0;
		}
		used += item;
	}
	return lines * LEGEND.line + 6;
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

/** Waiting for approval: hatched, never solid. */
export function hatched(colour: string, paper: string) {
	return {
		color: paper,
		borderColor: colour,
		borderWidth: 1,
		decal: { color: colour, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
	};
}
