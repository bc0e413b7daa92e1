/** Made-up figures for looking at components: much, little and nothing. */
import type { BreakdownParts } from '#charts/breakdown.ts';
import type { CoverageBar } from '#charts/coverage.ts';
import type { FigureBar } from '#charts/figureBars.ts';
import type { PathPoint, ProgressOverTime } from '#charts/progressOverTime.ts';
import type { Formats } from '#format/formats.ts';

const quarters = [2020, 2021, 2022].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));
const actuals = [0, 120, 260, 410, 610, 640, null, 905, 1010, 1234, 1234, null];

/** Twelve quarters: one without a report, one where the total goes on without it, one that waits; the target was raised. */
export const course: ProgressOverTime = {
	baseline: 100,
	points: quarters.map((period, at): PathPoint => {
		const actual = actuals[at] ?? null;
		const missing = actual === null || at === 10;
		return {
			period,
			actual,
			atLeast: at >= 6,
			expected: 100 + at * 200,
			target: at < 6 ? 2000 : 2500,
			due: at === 11 ? 0 : 1,
			reported: missing ? 0 : 1,
			pending: at === 11 ? 310 : null,
		};
	}),
};

export const lonelyCourse: ProgressOverTime = {
	baseline: null,
	points: [
		{
			period: '2022-Q3',
			actual: 36_462,
			atLeast: false,
			expected: null,
			target: null,
			due: 1,
			reported: 1,
		},
	],
};

export function countryBars({ country }: Formats): readonly FigureBar[] {
	return [
		bar(country('LY'), 46_148, 15_000, 17_256),
		bar(country('EG'), 12_340, 16_000, 25_000, 3200),
		bar(country('TN'), 9870, 9000, 12_000),
		bar(country('MA'), 542, null, null),
		bar(country('DZ'), null, 2000, 4000),
		bar(country(''), 1206, 1200, 2400),
	];
}

export const partnerBars: readonly FigureBar[] = [
	bar('International Organization for Migration', 12_340, 16_000, 25_000, 3200),
	bar('United Nations Office on Drugs and Crime', 693, 800, 1000),
	bar('General Federation of NGOs and Civil Associations', null, 200, 400),
];

function bar(
	name: string,
	actual: number | null,
	expected: number | null,
	target: number | null,
	pending: number | null = null,
): FigureBar {
	return { name, actual, expected, target, pending };
}

export function sexAndAge({ t }: Formats): BreakdownParts {
	const [female, male, unknown] = [t('dimension.female'), t('dimension.male'), t('dimension.unknown')];
	const ages: readonly (readonly [string, number, number])[] = [
		['0–17', 310, 260],
		['18–29', 720, 540],
		['30–59', 480, 610],
		['60+', 90, 44],
	];
	return {
		dimensions: [t('dimension.age'), t('dimension.sex')],
		total: 3134,
		unknown,
		parts: [
			...ages.flatMap(([age, women, men]) => [
				{ categories: [age, female], value: women },
				{ categories: [age, male], value: men },
			]),
			{ categories: [unknown, unknown], value: 80 },
		],
	};
}

export const coverageBars: readonly CoverageBar[] = quarters.map((period, at) => ({
	period,
	due: 20 + at * 2,
	reported: at === 11 ? 24 : 18 + at * 2,
	...(at === 11 ? { pending: 9 } : {}),
}));
