/** The one place that runs ECharts. 190 kB compressed: the server loads it up front, a browser when a chart is touched. */
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import type { BarSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import type { ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { textWidth } from '#charts/textWidth.ts';

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** Narrow on purpose: using a chart or part that is not registered above fails to compile. */
export type ChartOption = ComposeOption<
	| BarSeriesOption
	| LineSeriesOption
	| ScatterSeriesOption
	| GridComponentOption
	| LegendComponentOption
	| TooltipComponentOption
>;

export interface Size {
	readonly width: number;
	readonly height: number;
}

/**
 * Draws a chart as SVG text. `prefix` starts every class and id, so that two drawings on one page keep apart and the
 * same drawing is the same text each time (ECharts counts its names through the life of the process).
 */
export function renderSvg(option: ChartOption, { width, height }: Size, prefix = 'chart'): string {
	// Without a page there is no canvas to measure text on.
	if (import.meta.env.SSR || typeof document === 'undefined') setPlatformAPI({ measureText });
	const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
	try {
		chart.setOption({ ...option, animation: false });
		return withOwnNames(chart.renderToSVGString({ useViewBox: true }), prefix);
	} finally {
		// A chart that is not disposed keeps the process alive.
		chart.dispose();
	}
}

export interface LiveChart {
	show(option: ChartOption, height: number): void;
	dispose(): void;
}

/** Puts a chart that answers to pointer and finger into an empty element; it follows the element's width. */
export function mount(host: HTMLElement): LiveChart {
	const chart = init(host, null, { renderer: 'svg' });
	return {
		show(option, newHeight) {
			host.style.blockSize = `${newHeight}px`;
			chart.resize();
			chart.setOption({ ...option, animation: false }, { notMerge: true });
		},
		dispose: () => chart.dispose(),
	};
}

function withOwnNames(svg: string, prefix: string): string {
	const names = new Map<string, string>();
	return svg.replace(/zr\d+-[a-z]+-?\d+/g, (name) => {
		const known = names.get(name) ?? `${prefix}-${names.size}`;
		names.set(name, known);
		return known;
	});
}

function measureText(text: string, font?: string): { width: number } {
	const size = Number(/(\d+(?:\.\d+)?)px/.exec(font ?? '')?.[1] ?? 12);
	return { width: textWidth(text, size) };
}
