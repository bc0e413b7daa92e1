import { counts, judged, line, moves, retargeted, shares } from './line.ts';
import type { Line } from './line.ts';

/** Tunisia: off track, and its partner is late. */
export const tunisiaLines: readonly Line[] = [
	line(
		'prot-tn',
		'P2',
		'TN',
		'tadamon-tunis',
		counts({ 2020: 10, 2021: 26, 2022: 30, 2023: 14 }, [0.72, 0.35]),
	),
	line(
		'prot-tn',
		'P5',
		'TN',
		'tadamon-tunis',
		counts({ 2020: 500, 2021: 1500, 2022: 1800, 2023: 800 }, [0.72, 0.35]),
	),
	line(
		'prot-tn',
		'P3',
		'TN',
		'tadamon-tunis',
		moves(
			19,
			17,
			[
				['2021-12-31', 13],
				['2023-06-30', 9],
			],
			{ wobble: 1.5, digits: 1 },
		),
	),
	line(
		'prot-tn',
		'P4',
		'TN',
		'tadamon-tunis',
		shares(
			8,
			50,
			42,
			[
				['2021-12-31', 58],
				['2023-06-30', 65],
			],
			45,
		),
	),
	line('prot-tn', 'P8', 'TN', 'tadamon-tunis', moves(42, 41, [['2023-06-30', 30]], { wobble: 3 })),
	line(
		'prot-tn',
		'C1',
		'TN',
		'tadamon-tunis',
		retargeted(
			counts({ 2020: 20, 2021: 80, 2022: 100, 2023: 40 }, [0.7, 0.35]),
			'2022-01-01',
			'Two of the five regional centres were not opened; agreed at the steering committee of December 2021.',
			{ by: 'year', years: { 2020: 20, 2021: 60, 2022: 80, 2023: 40 } },
		),
	),
	line('prot-tn', 'C2', 'TN', 'tadamon-tunis', moves(9, 11, [['2023-06-30', 25]], { wobble: 1 })),
	line(
		'prot-tn',
		'C4',
		'TN',
		'tadamon-tunis',
		judged({
			'2020-Q4': ['A draft protocol on referrals lies with the ministry.', 'at-risk'],
			'2021-Q2': ['No answer on the protocol. Shelters refer by telephone.', 'off-track'],
			'2021-Q4': ['The protocol was signed for the capital only.', 'at-risk'],
			'2022-Q2': ['The protocol ran out in May and was not renewed.', 'off-track'],
		}),
	),
	line('reg08-04', '1.2', 'TN', 'cefa', counts({ 2020: 10, 2021: 40, 2022: 50 }, 0.72)),
	line('reg08-04', '1.3', 'TN', 'cefa', counts({ 2020: 40, 2021: 160, 2022: 200 }, 0.55)),
	line('reg08-04', '1.4', 'TN', 'cefa', counts({ 2020: 60, 2021: 220, 2022: 260 }, 0.58)),
	line('reg08-04', '1.4', 'DZ', 'cefa', counts({ 2021: 90, 2022: 110 }, 0.88)),
	line('reg08-04', '2.7', 'TN', 'cefa', counts({ 2020: 900, 2021: 3200, 2022: 3600 }, 0.78)),
	line('reg08-04', '2.7', 'DZ', 'cefa', counts({ 2021: 1500, 2022: 1800 }, 1.13)),
];
