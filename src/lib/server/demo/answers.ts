import { periodsBetween } from './calendar.ts';
import type { DemoPeriod } from './calendar.ts';
import { chance, wholeNear } from './chance.ts';
import type { Figures, Line, Rating } from './content/line.ts';
import { projectOf } from './content/projects.ts';
import { isApproved } from './content/stories.ts';

/** What a partner answers for one series in one period. */
export type Answer =
	| { readonly value: number }
	| { readonly numerator: number; readonly denominator: number }
	| { readonly level: number; readonly rating: Rating }
	| { readonly text: string; readonly rating: Rating }
	| { readonly notApplicable: string };

/** Ramadan and summer are quiet, the last quarter is not; four quarters make one. */
const SEASON = [0.95, 0.9, 0.85, 1.3] as const;
/** Spring and summer of 2020, when hardly anybody met. */
const CLOSED: Readonly<Record<string, number>> = { '2020-Q2': 0.4, '2020-Q3': 0.8, '2020-H1': 0.8 };

/** The address of a series, as stories and claims name it. */
export function lineKey(line: Line): string {
	return [line.project, line.indicator, line.country ?? 'regional', line.organisation].join('|');
}

/** The periods in which a series owes an answer. */
export function periodsOf(line: Line): readonly DemoPeriod[] {
	const project = projectOf(line.project);
	return periodsBetween(
		project.frequency,
		line.startsOn ?? project.startsOn ?? '2020-01-01',
		line.endsOn ?? project.endsOn,
	);
}

/** All answers of a series by period code; what is missing is left out. */
export function answersOf(line: Line, all: readonly Line[]): ReadonlyMap<string, Answer> {
	const periods = periodsOf(line);
	const made = makeAnswers(line, line.figures, periods, all);
	const answers = new Map<string, Answer>();
	for (const { code } of periods) {
		const reason = line.notApplicable?.[code];
		const answer = reason === undefined ? made.get(code) : { notApplicable: reason };
		if (answer !== undefined) answers.set(code, answer);
	}
	return answers;
}

function makeAnswers(
	line: Line,
	figures: Figures,
	periods: readonly DemoPeriod[],
	all: readonly Line[],
): ReadonlyMap<string, Answer> {
	const key = lineKey(line);
	switch (figures.is) {
		case 'counts': {
			const steps = countSteps(figures, periods, key);
			const answers = line.valueKind === 'cumulative' ? runningTotal(steps) : steps;
			const pinned = Object.entries(figures.pinned).map(([code, value]) => [code, { value }] as const);
			return new Map([...[...answers].map(([code, value]) => [code, { value }] as const), ...pinned]);
		}
		case 'moves':
			return eachPeriod(periods, ({ code }, part) => ({
				value: rounded(between(figures, part) + swing(key, code) * figures.wobble, figures.digits),
			}));
		case 'shares':
			return eachPeriod(periods, ({ code, kind }, part) => {
				const denominator = wholeNear(
					figures.outOf * (SEASON[quarterOf(code, kind)] ?? 1),
					`${key}${code}of`,
				);
				const share = between(figures, part) / 100 + swing(key, code) * 0.08;
				return { numerator: Math.min(denominator, Math.round(denominator * share)), denominator };
			});
		case 'judged':
			return eachPeriod(periods, ({ code }) => {
				const step = figures.steps[code];
				if (step === undefined) return { notApplicable: 'Judged again with the next half-year.' };
				const [said, rating] = step;
				return typeof said === 'number' ? { level: said, rating } : { text: said, rating };
			});
		case 'published':
			return new Map([[figures.period, { value: figures.value }]]);
		case 'declared':
			return declaredTotals(line, figures, periods, all);
	}
}

/** Increments: each period's share of its year's target, times pace, season and chance. */
function countSteps(
	figures: Extract<Figures, { is: 'counts' }>,
	periods: readonly DemoPeriod[],
	key: string,
): ReadonlyMap<string, number> {
	const steps = new Map<string, number>();
	periods.forEach((period, index) => {
		const ofYear = periods.filter(({ year }) => year === period.year);
		const wanted = figures.years[period.year];
		if (wanted === undefined) {
			// Nothing was planned for that year, and nothing was done: zero, not missing.
			steps.set(period.code, 0);
			return;
		}
		const pace = figures.exact
			? 1
			: between({ first: figures.pace[0], last: figures.pace[1] }, index / periods.length);
		const season = SEASON[quarterOf(period.code, period.kind)] ?? 1;
		const luck = 1 + swing(key, period.code) * 0.16;
		const planned = (wanted / ofYear.length) * pace * season * luck * (CLOSED[period.code] ?? 1);
		const before = ofYear.reduce((sum, { code }) => sum + (steps.get(code) ?? 0), 0);
		const closesYear = figures.exact && period === ofYear.at(-1);
		steps.set(period.code, closesYear ? wanted - before : wholeNear(planned, `${key}${period.code}`));
	});
	return steps;
}

/** A parent's running total over what the contracts below it answer. */
function declaredTotals(
	line: Line,
	figures: Extract<Figures, { is: 'declared' }>,
	periods: readonly DemoPeriod[],
	all: readonly Line[],
): ReadonlyMap<string, Answer> {
	const contracts = all
		.filter(
			({ project, indicator }) =>
				projectOf(project).parent === figures.contracts && indicator === line.indicator,
		)
		.map((contract) => ({ contract, answers: answersOf(contract, all) }));
	let total = 0;
	return eachPeriod(periods, ({ code }) => {
		for (const { contract, answers } of contracts) {
			const answer = answers.get(code);
			const known = figures.knowsMissing || isApproved(contract, code);
			if (known && answer !== undefined && 'value' in answer) total += answer.value;
		}
		const more = figures.more !== null && code >= figures.more[0] ? figures.more[1] : 0;
		return { value: total + more };
	});
}

function eachPeriod(
	periods: readonly DemoPeriod[],
	answer: (period: DemoPeriod, part: number) => Answer,
): ReadonlyMap<string, Answer> {
	const last = Math.max(periods.length - 1, 1);
	return new Map(periods.map((period, index) => [period.code, answer(period, index / last)]));
}

function runningTotal(steps: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
	let total = 0;
	return new Map([...steps].map(([code, step]) => [code, (total += step)]));
}

function between({ first, last }: { readonly first: number; readonly last: number }, part: number): number {
	return first + (last - first) * part;
}

/** From -1 to 1. */
function swing(key: string, code: string): number {
	return chance(`${key}${code}swing`) * 2 - 1;
}

function rounded(value: number, digits: number): number {
	return Number(Math.max(value, 0).toFixed(digits));
}

function quarterOf(code: string, kind: DemoPeriod['kind']): number {
	return kind === 'half' ? -1 : Number(code.slice(-1)) - 1;
}
