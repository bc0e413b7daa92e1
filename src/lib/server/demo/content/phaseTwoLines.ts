import { counts, line } from './line.ts';
import type { Line } from './line.ts';

const CLOSED = 'The centres were closed by decree from March to June 2020.';

/** The first phase, under the set of 2018; the crosswalk joins it to the third. */
export const phaseTwoLines: readonly Line[] = [
	line('reg01-01', '2018/2.7', 'EG', 'save-the-children', counts({ 2020: 800 }, 1), {
		baseline: { value: 5200, on: '2019-12-31', comment: 'Running total of 2017 to 2019.' },
	}),
	line('reg01-01', '2018/1.4', 'EG', 'save-the-children', counts({ 2020: 60 }, 0.5), {
		baseline: { value: 390, on: '2019-12-31', comment: 'Running total of 2017 to 2019.' },
	}),
	...(['LY', 'EG', 'TN', 'DZ'] as const).map((country) =>
		line(
			'reg01-03',
			'2018/1.4',
			country,
			'iom',
			counts({ 2020: 140, 2021: 220 }, { LY: 1.3, EG: 1.1, TN: 0.62, DZ: 0.85 }[country]),
			{
				notApplicable: { '2020-Q2': CLOSED },
			},
		),
	),
	...(['LY', 'EG', 'TN'] as const).map((country) =>
		line(
			'reg01-03',
			'2018/3.7',
			country,
			'iom',
			counts({ 2020: 120, 2021: 160 }, { LY: 1.3, EG: 1.08, TN: 0.6 }[country]),
		),
	),
	line('reg01-03', '2018/2.7', 'LY', 'iom', counts({ 2020: 6000, 2021: 8000 }, 1.25)),
	line('reg01-03', '2018/2.7', 'TN', 'iom', counts({ 2020: 5000, 2021: 7000 }, 0.7)),
	line('reg01-03', '2018/1.3', 'TN', 'iom', counts({ 2020: 60, 2021: 90 }, 0.66)),
];
