import { counts, declared, judged, line, moves, retargeted } from './line.ts';
import type { Line, Years } from './line.ts';

const pace = { EG: 1.04, LY: 1.24, MA: 0.86, TN: 0.56, DZ: 0.95 } as const;
type Country = keyof typeof pace;
const four = ['EG', 'LY', 'MA', 'TN'] as const;

function unodc(indicator: string, years: Readonly<Partial<Record<Country, Years>>>): Line[] {
	return four.flatMap((country) => {
		const plan = years[country];
		return plan === undefined
			? []
			: [line('reg05-01', indicator, country, 'unodc', counts(plan, pace[country]))];
	});
}

const COURSES_ONLINE =
	'Courses in person stopped in March 2020; two thirds moved online. Agreed with the EU Delegation in Rabat.';

/** UNODC: four countries, four kinds of institution, and a handful of victims in each quarter. */
const dismantling: readonly Line[] = [
	...unodc('4.2', {
		EG: { 2020: 160, 2021: 320, 2022: 360 },
		LY: { 2020: 80, 2021: 200, 2022: 240 },
		TN: { 2020: 100, 2021: 260, 2022: 280 },
	}),
	line(
		'reg05-01',
		'4.2',
		'MA',
		'unodc',
		retargeted(
			counts({ 2020: 420, 2021: 360, 2022: 360 }, 0.76, { by: 'date' }),
			'2021-01-01',
			COURSES_ONLINE,
			{ by: 'date', years: { 2020: 260, 2021: 340, 2022: 420 } },
		),
	),
	...unodc('3.6', {
		EG: { 2020: 3, 2021: 6, 2022: 7 },
		LY: { 2020: 2, 2021: 4, 2022: 5 },
		MA: { 2020: 4, 2021: 5, 2022: 6 },
		TN: { 2020: 3, 2021: 6, 2022: 7 },
	}),
	...unodc('4.1bis', { MA: { 2021: 140, 2022: 120 }, TN: { 2021: 100, 2022: 90 } }),
	line(
		'reg05-01',
		'4.1bis',
		'LY',
		'unodc',
		retargeted(
			counts({ 2021: 90, 2022: 130 }, 1.3),
			'2022-04-01',
			'Forensic kits cost less than planned: forty more were ordered.',
			{ by: 'year', years: { 2021: 90, 2022: 170 } },
		),
	),
	// A target of 1 that was never replaced, and one that is no number.
	line('reg05-01', '4.6', 'EG', 'unodc', {
		...counts({ 2020: 1, 2021: 3, 2022: 3 }, 1),
		schedules: [{ from: '2020-01-01', reason: null, plan: { by: 'points', points: [['2022-12-31', 1]] } }],
	}),
	line('reg05-01', '4.6', 'TN', 'unodc', {
		...counts({ 2021: 1, 2022: 2 }, 0.8),
		schedules: [{ from: '2020-01-01', reason: null, plan: { by: 'text', text: 'TBD', on: '2022-12-31' } }],
	}),
	...unodc('2018/4.4', {
		EG: { 2020: 12, 2021: 24, 2022: 28 },
		LY: { 2020: 8, 2021: 20, 2022: 28 },
		MA: { 2020: 14, 2021: 26, 2022: 28 },
		TN: { 2020: 10, 2021: 20, 2022: 22 },
	}),
	line(
		'reg05-01',
		'3.7',
		'EG',
		'unodc',
		counts({ 2021: 60, 2022: 110 }, 0.97, { pinned: { '2022-Q3': 44, '2022-Q1': 37 } }),
	),
	line('reg05-01', '5.4', null, 'unodc', counts({ 2020: 1, 2021: 3, 2022: 4 }, 1.04, { by: 'date' })),
	...(['MA', 'TN'] as const).map((country) =>
		line(
			'reg05-01',
			'C3',
			country,
			'unodc',
			judged(
				country === 'MA'
					? {
							'2020-Q4': [3, 'on-track'],
							'2021-Q4': [3, 'at-risk'],
							'2022-Q2': [4, 'on-track'],
							'2022-Q4': [4, 'on-track'],
						}
					: { '2020-Q4': [2, 'at-risk'], '2021-Q4': [3, 'on-track'], '2022-Q2': [3, 'at-risk'] },
			),
			{ startsOn: '2020-10-01' },
		),
	),
	line(
		'reg05-01',
		'2018/4.2bis',
		null,
		'unodc',
		{
			figures: {
				is: 'published',
				period: '2021-Q4',
				value: 693,
				source: 'https://github.com/dw-data/eutf-africa (EUTF results, extracted 17 Dec 2021)',
				note: 'Published as a running total of 2015 to 2025, extracted on 17 December 2021, with no target. 693 institutions is implausible: it may be people trained.',
			},
			schedules: [],
			valueKind: 'cumulative',
		},
		{ startsOn: '2021-12-17', endsOn: '2021-12-17' },
	),
	line('reg05', '4.2', null, 'dg-near', declared('reg05', ['2021-Q4', 58])),
	line('reg05', '3.6', null, 'dg-near', declared('reg05')),
];

/** IOM's returns: the decision speaks for its contract until the contract reports. */
const returns: readonly Line[] = [
	...(['LY', 'TN', 'DZ'] as const).map((country) =>
		line(
			'reg13-01',
			'3.4',
			country,
			'iom',
			counts(
				{
					LY: { 2021: 2400, 2022: 2800, 2023: 1200 },
					TN: { 2021: 420, 2022: 520, 2023: 200 },
					DZ: { 2021: 900, 2022: 1000, 2023: 500 },
				}[country],
				pace[country],
			),
		),
	),
	line('reg13-01', '3.4', 'MA', 'iom', counts({ 2021: 700, 2022: 800, 2023: 400 }, 0.95)),
	line('reg13-01', '3.5', 'MA', 'iom', counts({ 2021: 360, 2022: 420, 2023: 200 }, 1.05)),
	line('reg13-01', '3.5', 'TN', 'iom', counts({ 2021: 300, 2022: 340, 2023: 160 }, 0.7)),
	line('reg13-01', '3.5bis', 'MA', 'iom', counts({ 2021: 180, 2022: 240, 2023: 120 }, 0.84)),
	line('reg13-01', '3.5bis', 'TN', 'iom', counts({ 2021: 160, 2022: 220, 2023: 100 }, 0.52)),
	line('reg13-01', '3.2', 'LY', 'iom', counts({ 2020: 1500, 2021: 6200, 2022: 7000, 2023: 2500 }, 1.12)),
	line('reg13-01', '3.2', 'TN', 'iom', counts({ 2020: 300, 2021: 1400, 2022: 1600, 2023: 600 }, 0.6)),
	line('reg13-01', '3.2', 'EG', 'iom-egypt', counts({ 2020: 400, 2021: 1700, 2022: 2000, 2023: 800 }, 1.04)),
	line(
		'reg13-01',
		'3.3',
		'EG',
		'iom-egypt',
		counts({ 2021: 9000, 2022: 11000, 2023: 4000 }, 1.06, { pinned: { '2022-Q4': 36400 } }),
	),
	line('reg13', '3.2', null, 'dg-near', declared('reg13', null, true)),
];

/** UNHCR: children on their own, small in number, and a caseload that has to fall. */
const children: readonly Line[] = [
	line('reg14-01', '3.8', 'LY', 'unhcr', counts({ 2021: 60, 2022: 90 }, 1.18)),
	line('reg14-01', '3.8', 'EG', 'unhcr', counts({ 2021: 50, 2022: 80 }, 0.88)),
	line(
		'reg14-01',
		'2.8',
		'EG',
		'unhcr',
		counts({ 2021: 80, 2022: 100 }, 1.06, { pinned: { '2021-Q1': 31 } }),
	),
	line('reg14-01', 'P3', 'EG', 'unhcr', moves(26, 14, [['2022-12-31', 12]], { wobble: 1.5, digits: 1 })),
	line('reg14-01', 'P3', 'LY', 'unhcr', moves(33, 11, [['2022-12-31', 12]], { wobble: 1, digits: 1 })),
	line('reg14-01', '3.11', 'EG', 'unhcr', counts({ 2021: 4, 2022: 6 }, 1, { by: 'none' })),
];

/** Every series of EUTF North of Africa. */
export const eutfLines: readonly Line[] = [...dismantling, ...returns, ...children];
