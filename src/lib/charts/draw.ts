import { type ChartOption, renderSvg } from '#charts/engine.ts';
import type { ChartKind } from '#charts/view.ts';
import { palettes, type Theme } from '#design/palette.ts';
import type { Formats } from '#format/formats.ts';

/** Widths in px a page's charts are drawn at; style shows one: a phone, and half of a wide page. */
export const WIDTHS = { narrow: 340, wide: 600 } as const;

/** A chart's two pictures, as SVG text. */
export interface Drawn {
	readonly narrow: string;
	readonly wide: string;
}

/** Draws a chart for a page at both widths. A page's `load` may send the result where the browser has no engine. */
export function drawChart<Values>(kind: ChartKind<Values>, values: Values, formats: Formats): Drawn {
	return {
		narrow: drawAt(kind, values, formats, WIDTHS.narrow, 'page'),
		wide: drawAt(kind, values, formats, WIDTHS.wide, 'page'),
	};
}

/** Draws a chart once: for a file, with the colours of one theme. */
export function drawAt<Values>(
	kind: ChartKind<Values>,
	values: Values,
	formats: Formats,
	width: number,
	theme: Theme,
): string {
	const { option, height } = kind.option(values, { formats, colours: palettes[theme], width });
	return remembered(option, { width, height }, formats.lang);
}

/**
 * Drawings kept by what they show: figures, colours, size and language are in the key, so there is nothing to go
 * stale and nothing of one reader that another could be shown by mistake.
 */
const drawings = new Map<string, string>();
/** About 8 kB each: 4 MB at most. */
const KEPT = 500;

function remembered(option: ChartOption, size: { width: number; height: number }, lang: string): string {
	const key = `${lang} ${size.width}x${size.height} ${JSON.stringify(option)}`;
	const svg = drawings.get(key) ?? renderSvg(option, size, `c${hash(key)}`);
	// Set again, so that the oldest in use is the last to go.
	drawings.delete(key);
	drawings.set(key, svg);
	const oldest = drawings.keys().next();
	if (drawings.size > KEPT && !oldest.done) drawings.delete(oldest.value);
	return svg;
}

/** FNV-1a: short names for drawings on one page, nothing secret. */
function hash(text: string): string {
	let sum = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
	return (sum >>> 0).toString(36);
}
