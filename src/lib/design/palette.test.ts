import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, difference, lightness, type Vision } from '#design/contrast.ts';
import { type ColourRole, dark, light, type Palette } from '#design/palette.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const themes: readonly (readonly [string, Palette])[] = [
	['light', light],
	['dark', dark],
];
const roles = Object.keys(light) as ColourRole[];
const series = roles.filter((role) => role.startsWith('series-'));
const words = roles.filter((role) => /^(ink|accent$|focus|status-)/.test(role));

/** The colours a rule of tokens.css sets. */
function coloursOf(selector: string): Record<string, string> {
	const body = css.slice(css.indexOf(selector) + selector.length).split('}')[0] ?? '';
	const pairs = [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)];
	return Object.fromEntries(pairs.map(([, name, colour]) => [name, colour]));
}

describe('tokens.css and palette.ts', () => {
	test.each([
		[':root {', light],
		[":root:not([data-theme='light']) {", dark],
		[":root[data-theme='dark'] {", dark],
		[":root[data-theme='dark'] {\n\t\tcolor-scheme: light;", light],
	])('%s holds the colours of the palette', (selector, palette) => {
		expect(coloursOf(selector)).toEqual(palette);
	});
});

describe.each(themes)('the %s theme', (_, palette) => {
	const papers = [palette.paper, palette['paper-sunken']];

	test.each(words)('--%s can be read on both papers', (role) => {
		for (const paper of papers) expect(contrast(palette[role], paper)).toBeGreaterThanOrEqual(4.5);
	});

	test('text on the accent can be read', () => {
		expect(contrast(palette['accent-ink'], palette.accent)).toBeGreaterThanOrEqual(4.5);
	});

	test.each([...series, 'line-strong', 'bar'] as ColourRole[])('--%s can be seen on both papers', (role) => {
		for (const paper of papers) expect(contrast(palette[role], paper)).toBeGreaterThanOrEqual(3);
	});

	test('series stay apart for every kind of sight', () => {
		for (const vision of ['full', 'protanopia', 'deuteranopia'] satisfies Vision[])
			for (const [at, one] of series.entries())
				for (const other of series.slice(at + 1))
					expect(difference(palette[one], palette[other], vision)).toBeGreaterThan(0.1);
	});

	test('neighbouring series stay apart in a grey print', () => {
		for (const [at, one] of series.slice(0, -1).entries()) {
			const next = series[at + 1] as ColourRole;
			expect(Math.abs(lightness(palette[one]) - lightness(palette[next]))).toBeGreaterThan(0.09);
		}
	});
});
