/** The WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
	const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
	return (bright + 0.05) / (dark + 0.05);
}

/** How a colour is seen: by most people, or with one kind of cone missing. */
export type Vision = 'full' | 'protanopia' | 'deuteranopia';

/** How far apart two colours look, as a distance in OKLab (0 the same, 1 black against white). */
export function difference(one: string, other: string, vision: Vision = 'full'): number {
	const [a, b] = [oklab(one, vision), oklab(other, vision)];
	return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** How light a colour looks, 0 black to 1 white: what is left of it in a grey print. */
export function lightness(colour: string): number {
	return oklab(colour, 'full')[0];
}

type Triple = readonly [number, number, number];

/** Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB. */
const seen: Readonly<Record<Vision, readonly [Triple, Triple, Triple]>> = {
	full: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1],
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998],
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881],
	],
};

function luminance(colour: string): number {
	return dot([0.2126, 0.7152, 0.0722], linear(colour));
}

function oklab(colour: string, vision: Vision): Triple {
	const rgb = linear(colour);
	const [r, g, b] = seen[vision].map((row) => Math.max(0, dot(row, rgb))) as unknown as Triple;
	const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], [r, g, b]));
	const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], [r, g, b]));
	const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], [r, g, b]));
	return [
		dot([0.2104542553, 0.793617785, -0.0040720468], [l, m, s]),
		dot([1.9779984951, -2.428592205, 0.4505937099], [l, m, s]),
		dot([0.0259040371, 0.7827717662, -0.808675766], [l, m, s]),
	];
}

function linear(colour: string): Triple {
	return [1, 3, 5].map((at) => {
		const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	}) as unknown as Triple;
}

function dot(a: Triple, b: Triple): number {
	return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
