import { counts, declared, line, shares } from './line.ts';
import type { Line } from './line.ts';

const TOO_EARLY = 'Trainees are called six months after their course; the first courses end in 2021.';

/** Morocco, Algeria, and what runs in Egypt under the development pillar. */
export const otherLines: readonly Line[] = [
	line('prot-ma', 'P2', 'MA', 'atlas-solidarity', counts({ 2020: 12, 2021: 20, 2022: 22, 2023: 22 }, 0.82)),
	line(
		'prot-ma',
		'P5',
		'MA',
		'atlas-solidarity',
		counts({ 2020: 900, 2021: 1400, 2022: 1500, 2023: 1500 }, 0.82),
	),
	line('prot-ma', 'D1', 'MA', 'atlas-solidarity', counts({ 2020: 40, 2021: 90, 2022: 110, 2023: 110 }, 1.02)),
	line(
		'prot-ma',
		'D5',
		'MA',
		'atlas-solidarity',
		counts({ 2020: 1200, 2021: 2600, 2022: 2800, 2023: 2800 }, 0.8),
	),
	line('prot-dz', 'P5', 'DZ', 'unhcr', counts({ 2023: 600, 2024: 800 }, 1), { startsOn: '2022-10-01' }),
	line('prot-dz', 'C1', 'DZ', 'unhcr', counts({ 2022: 20, 2023: 60, 2024: 60 }, 0.9), {
		startsOn: '2022-10-01',
	}),
	line('reg08-05', '1.4', 'EG', 'caritas-egypt', counts({ 2021: 200, 2022: 260, 2023: 260 }, 0.98), {
		startsOn: '2020-12-15',
		notApplicable: { '2020-Q4': 'The contract began on 15 December; no course had started.' },
	}),
	line('reg08-05', '2.9', 'EG', 'caritas-egypt', counts({ 2021: 1500, 2022: 2000, 2023: 1800 }, 0.97)),
	line(
		'reg08-05',
		'2.7',
		'EG',
		'caritas-egypt',
		counts({ 2021: 6000, 2022: 8000, 2023: 8000 }, 1, { exact: true }),
	),
	line(
		'reg08-05',
		'D3',
		'EG',
		'caritas-egypt',
		shares(
			38,
			30,
			44,
			[
				['2021-12-31', 35],
				['2023-12-14', 45],
			],
			28,
		),
		{
			notApplicable: { '2020-Q4': TOO_EARLY, '2021-Q1': TOO_EARLY, '2021-Q2': TOO_EARLY },
		},
	),
	line('reg08', '1.4', null, 'dg-near', declared('reg08', ['2022-Q1', 64])),
	line('reg08', '2.7', null, 'dg-near', declared('reg08')),
];
