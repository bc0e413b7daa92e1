/**
 * The colours of tokens.css for pictures drawn on the server: a file that leaves the page cannot read custom
 * properties. palette.test.ts fails when the two differ.
 */

/** Every colour role, in the light theme; print and exported files use these. */
export const light = {
	ink: '#17202a',
	'ink-muted': '#505c68',
	line: '#d5dbe1',
	'line-strong': '#7f8a95',
	paper: '#ffffff',
	'paper-sunken': '#f3f5f7',
	accent: '#1c5087',
	'accent-ink': '#ffffff',
	focus: '#b3500b',
	bar: '#1c5087',
	'bar-rest': '#dde4eb',
	'series-1': '#1c5087',
	'series-2': '#e96533',
	'series-3': '#17453a',
	'series-4': '#c44f5a',
	'series-5': '#421065',
	'series-6': '#4391dc',
	'series-7': '#715207',
	'series-8': '#6c6f9c',
	'status-achieved': '#0b6640',
	'status-on-track': '#1a6386',
	'status-at-risk': '#8a5200',
	'status-off-track': '#b0281f',
	'status-not-reported': '#6d4797',
	'status-neutral': '#505c68',
} as const;

export type ColourRole = keyof typeof light;
export type Palette = Readonly<Record<ColourRole, string>>;

/** The same roles in the dark theme. */
export const dark: Palette = {
	ink: '#e9edf1',
	'ink-muted': '#a6b1bc',
	line: '#323c47',
	'line-strong': '#6b7783',
	paper: '#12171d',
	'paper-sunken': '#1b222a',
	accent: '#8dbaf0',
	'accent-ink': '#0c1a2b',
	focus: '#f4a261',
	bar: '#6ea6e6',
	'bar-rest': '#2b3540',
	'series-1': '#7fb0e6',
	'series-2': '#c44936',
	'series-3': '#80dcab',
	'series-4': '#d58084',
	'series-5': '#e8d0ff',
	'series-6': '#498edb',
	'series-7': '#f2bf2a',
	'series-8': '#746e93',
	'status-achieved': '#62cb96',
	'status-on-track': '#73bfe3',
	'status-at-risk': '#f0b04a',
	'status-off-track': '#ff8a7d',
	'status-not-reported': '#c6a3ee',
	'status-neutral': '#a6b1bc',
};

/** The roles as references to tokens.css, for drawings inside a page: they follow the reader's theme. */
export const page: Palette = Object.fromEntries(
	Object.keys(light).map((role) => [role, `var(--${role})`]),
) as Record<ColourRole, string>;

/** Which colours a drawing gets: the page's variables, or fixed values for a file or a canvas. */
export type Theme = 'page' | 'light' | 'dark';

export const palettes: Readonly<Record<Theme, Palette>> = { page, light, dark };
