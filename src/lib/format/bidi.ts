import type { Direction } from '#format/language.ts';

/**
 * A text that keeps its own direction whatever stands around it. Pages do this with `dir` and `<bdi>`; a chart's SVG
 * lays out every text left to right, so Arabic with a number in it needs the invisible marks (U+2068, U+2069). The
 * first letter decides: a range such as "0–17" has none and is left as it is.
 */
export function isolate(text: string, dir: Direction): string {
	return dir === 'rtl' ? `\u2068${text}\u2069` : text;
}
