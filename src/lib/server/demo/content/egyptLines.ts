import { counts, judged, line, moves, shares } from './line.ts';
import type { Line } from './line.ts';

/** Egypt: two partners side by side, on track. */
export const egyptLines: readonly Line[] = [
	line('prot-eg', 'P1', 'EG', 'iom-egypt', counts({ 2020: 14, 2021: 24, 2022: 30, 2023: 32 }, 1.08)),
	line('prot-eg', 'P1', 'EG', 'gfngo', counts({ 2021: 8, 2022: 12, 2023: 12 }, 0.9), {
		startsOn: '2021-01-01',
	}),
	line('prot-eg', 'P2', 'EG', 'iom-egypt', counts({ 2020: 30, 2021: 48, 2022: 60, 2023: 60 }, 1.1)),
	line('prot-eg', 'P2', 'EG', 'gfngo', counts({ 2021: 16, 2022: 24, 2023: 24 }, 0.82), {
		startsOn: '2021-01-01',
	}),
	line(
		'prot-eg',
		'P3',
		'EG',
		'iom-egypt',
		moves(
			21,
			10,
			[
				['2021-12-31', 14],
				['2023-12-31', 7],
			],
			{ wobble: 1.6, digits: 1 },
		),
	),
	line(
		'prot-eg',
		'P4',
		'EG',
		'iom-egypt',
		shares(
			11,
			41,
			78,
			[
				['2021-12-31', 50],
				['2023-12-31', 65],
			],
			40,
		),
	),
	line(
		'prot-eg',
		'P5',
		'EG',
		'iom-egypt',
		counts({ 2020: 1800, 2021: 2600, 2022: 3000, 2023: 3000 }, 1.06, {
			by: 'quarter',
		}),
	),
	line(
		'prot-eg',
		'P6',
		'EG',
		'iom-egypt',
		shares(46, 52, 81, [
			['2021-12-31', 65],
			['2023-12-31', 80],
		]),
	),
	line('prot-eg', 'P7', 'EG', 'iom-egypt', moves(40, 74, [['2022-12-31', 80]], { wobble: 4 })),
	line('prot-eg', 'P8', 'EG', 'iom-egypt', moves(48, 33, [['2023-12-31', 30]], { wobble: 3 })),
	line(
		'prot-eg',
		'C1',
		'EG',
		'iom-egypt',
		counts({ 2020: 40, 2021: 80, 2022: 120, 2023: 80 }, 1.04, { pinned: { '2022-Q3': 63 } }),
	),
	line(
		'prot-eg',
		'C1',
		'EG',
		'gfngo',
		counts({ 2021: 40, 2022: 80, 2023: 60 }, 0.92, { pinned: { '2022-Q3': 27 } }),
		{ startsOn: '2021-01-01' },
	),
	line('prot-eg', 'C2', 'EG', 'iom-egypt', moves(12, 36, [['2022-12-31', 40]], { wobble: 2 })),
	line('prot-eg', 'C2', 'EG', 'gfngo', moves(14, 38, [['2022-12-31', 40]], { wobble: 2, baseline: 12 }), {
		startsOn: '2021-01-01',
	}),
	line(
		'prot-eg',
		'D2',
		'EG',
		'gfngo',
		counts({ 2021: 12, 2022: 30, 2023: 30 }, 1.02, { by: 'date', pinned: { '2022-Q4': 21 } }),
		{ valueKind: 'cumulative' },
	),
	line(
		'prot-eg',
		'C3',
		'EG',
		'iom-egypt',
		judged({
			'2020-Q4': [2, 'on-track'],
			'2021-Q2': [2, 'at-risk'],
			'2021-Q4': [3, 'on-track'],
			'2022-Q2': [4, 'on-track'],
		}),
	),
	line(
		'prot-eg',
		'C4',
		'EG',
		'gfngo',
		judged({
			'2021-Q2': [
				'Three governorates named a contact person for referrals; the others had none yet.',
				'at-risk',
			],
			'2021-Q4': [
				'Contact persons in nine governorates. Two cases were referred across governorates for the first time.',
				'on-track',
			],
			'2022-Q2': ['The national committee invited CSOs to its case conference every quarter.', 'on-track'],
			'2022-Q3': [
				'The regional workshop in Cairo brought delegations of five countries together; four asked for the referral form.',
				'achieved',
			],
		}),
		{ startsOn: '2021-01-01' },
	),
];
