import { counts, line, moves } from './line.ts';
import type { Line } from './line.ts';

/** Libya: ahead, after one partner took over from another. */
export const libyaLines: readonly Line[] = [
	line('prot-ly', 'P2', 'LY', 'amal-fezzan', counts({ 2020: 30, 2021: 14 }, 0.78), { endsOn: '2021-06-30' }),
	line(
		'prot-ly',
		'P2',
		'LY',
		'iom-libya',
		{
			...counts({ 2021: 30, 2022: 62 }, 1.24),
			schedules: [
				{
					from: '2021-07-01',
					reason: null,
					plan: {
						by: 'points',
						points: [
							['2021-12-31', 56],
							['2022-12-31', 100],
							['2023-12-31', 150],
						],
					},
				},
			],
		},
		{ startsOn: '2021-07-01', continues: 'amal-fezzan' },
	),
	line('prot-ly', 'P5', 'LY', 'amal-fezzan', counts({ 2020: 1400, 2021: 800 }, 0.8), {
		endsOn: '2021-06-30',
	}),
	line(
		'prot-ly',
		'P5',
		'LY',
		'iom-libya',
		{
			...counts({ 2021: 1500, 2022: 4100 }, 1.22),
			schedules: [
				{
					from: '2021-07-01',
					reason: null,
					plan: {
						by: 'points',
						points: [
							['2021-12-31', 3100],
							['2022-12-31', 6500],
							['2023-12-31', 9500],
						],
					},
				},
			],
		},
		{ startsOn: '2021-07-01', continues: 'amal-fezzan' },
	),
	line('prot-ly', 'P1', 'LY', 'iom-libya', counts({ 2021: 10, 2022: 26, 2023: 26 }, 1.2), {
		startsOn: '2021-07-01',
	}),
	line('prot-ly', 'P3', 'LY', 'iom-libya', moves(30, 8, [['2022-12-31', 9]], { wobble: 0.8, digits: 1 }), {
		startsOn: '2021-07-01',
	}),
	line('prot-ly', 'P7', 'LY', 'iom-libya', moves(0, 24, [['2022-12-31', 24]]), { startsOn: '2021-07-01' }),
	line('prot-ly', 'P8', 'LY', 'iom-libya', moves(55, 29, [['2023-12-31', 30]], { wobble: 2 }), {
		startsOn: '2021-07-01',
	}),
	line('prot-ly', 'C1', 'LY', 'iom-libya', counts({ 2021: 20, 2022: 60, 2023: 40 }, 1.25), {
		startsOn: '2021-07-01',
	}),
	line('reg08-01', '4.3', 'LY', 'drc', counts({ 2020: 120, 2021: 1600, 2022: 2000, 2023: 1000 }, 1.16)),
	line('reg08-01', '2.1bis', 'LY', 'drc', counts({ 2021: 4, 2022: 8, 2023: 4 }, 1.2)),
	line('reg08-01', '5.1', 'LY', 'drc', counts({ 2021: 3, 2022: 4, 2023: 3 }, 1.15, { by: 'date' })),
	line('reg08-01', '3.11', 'LY', 'drc', counts({ 2021: 9, 2022: 14 }, 1, { by: 'none' })),
	line('reg08-03', '1.4', 'LY', 'acted', counts({ 2020: 20, 2021: 180, 2022: 220 }, 1.12)),
	line('reg08-03', '2.8', 'LY', 'acted', counts({ 2021: 120, 2022: 140 }, 1.1)),
	line('reg08-03', '2.9', 'LY', 'acted', counts({ 2021: 4000, 2022: 5200 }, 1.09)),
];
