import { drawAt } from '#charts/draw.ts';
import { wrapText } from '#charts/textWidth.ts';
import type { ChartKind } from '#charts/view.ts';
import { light } from '#design/palette.ts';
import { isolate } from '#format/bidi.ts';
import type { Formats } from '#format/formats.ts';
import { type TrustFacts, trustWords } from '#format/trust.ts';

/** A chart that leaves the page, with everything that must leave with it. */
export interface Picture<Values> {
	/** What is shown, with unit and period. */
	readonly title: string;
	readonly kind: ChartKind<Values>;
	readonly values: Values;
	readonly trust: TrustFacts;
	/** The address it was taken from. */
	readonly address: string;
}

const WIDTH = 720;
const MARGIN = 24;
/** Where Noto Sans is not installed, another and often wider font stands in. */
const ROOM = WIDTH * 0.82;
const FONT = "'Noto Sans','Noto Sans Arabic',system-ui,sans-serif";

/** A line of text: its baseline's distance from the line above, its size and colour. */
interface Line {
	readonly text: string;
	readonly size: number;
	readonly colour: string;
	readonly bold?: boolean;
}

/** Draws a chart as one SVG file: title, finding, chart, and the trust strip below it, in print colours. */
export function chartPicture<Values>(picture: Picture<Values>, formats: Formats): string {
	const { kind, values, title, trust, address } = picture;
	const chart = kind.isEmpty(values) ? undefined : drawAt(kind, values, formats, WIDTH, 'light');
	const finding = chart === undefined ? formats.t('chart.empty') : kind.summary(values, formats);
	const madeUp = trust.madeUp ? [formats.t('trust.madeUp')] : [];
	const above = [
		...linesOf(title, { size: 18, colour: light.ink, bold: true }),
		...linesOf(finding, { size: 14, colour: light['ink-muted'] }),
	];
	const below = [
		...madeUp.flatMap((text) =>
			linesOf(text, { size: 12, colour: light['status-not-reported'], bold: true }),
		),
		...linesOf([...trustWords(trust, formats), address].join(' · '), {
			size: 12,
			colour: light['ink-muted'],
		}),
	];
	const top = MARGIN + heightOf(above) + 12;
	const drawn = chart === undefined ? { text: '', height: 0 } : placed(chart, top);
	const foot = top + drawn.height + 16;
	const height = foot + heightOf(below) + MARGIN;
	const width = WIDTH + 2 * MARGIN;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
		` font-family="${FONT}" role="img" aria-label="${escaped(`${title}. ${finding}`)}">`,
		`<title>${escaped(title)}</title><desc>${escaped(finding)}</desc>`,
		`<rect width="100%" height="100%" fill="${light.paper}"/>`,
		written(above, MARGIN, formats),
		drawn.text,
		written(below, foot, formats),
		'</svg>',
	].join('');
}

function linesOf(text: string, style: Omit<Line, 'text'>): Line[] {
	return wrapText(text, ROOM, style.size, 4)
		.split('\n')
		.map((line) => ({ text: line, ...style }));
}

function heightOf(lines: readonly Line[]): number {
	return lines.reduce((sum, line) => sum + leading(line), 0);
}

function leading({ size }: Line): number {
	return Math.round(size * 1.4);
}

/** Lines below each other, beginning at the side the language begins at. */
function written(lines: readonly Line[], from: number, { dir }: Formats): string {
	let at = from;
	return lines
		.map((line) => {
			at += leading(line);
			const anchor = dir === 'rtl' ? `x="${MARGIN + WIDTH}" text-anchor="end"` : `x="${MARGIN}"`;
			const weight = line.bold ? ' font-weight="600"' : '';
			return `<text ${anchor} y="${at}" font-size="${line.size}" fill="${line.colour}"${weight}>${escaped(
				isolate(line.text, dir),
			)}</text>`;
		})
		.join('');
}

/** The chart's own drawing, set at its place in the picture. */
function placed(svg: string, y: number): { text: string; height: number } {
	const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
	const height = Number(box?.[2]);
	if (!Number.isFinite(height)) throw new Error('A chart was drawn without its size.');
	const opened = svg.replace(
		/^<svg[^>]*>/,
		`<svg x="${MARGIN}" y="${y}" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" overflow="visible">`,
	);
	return { text: opened, height };
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
