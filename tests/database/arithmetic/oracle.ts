// Rules 1 to 4 of what the numbers mean, worked out one series and one period at a time, the slow plain way.
// It shares nothing with the SQL: where the two differ, one of them is wrong.
import { answersOf, baselineOf, carriedSeries, valuesAsOf } from './answers.ts';
import {
	duePeriods,
	endOf,
	hasMissing,
	hasOpenYearEnd,
	isAnswered,
	latestDueIsMissing,
	opened,
	startOf,
} from './dues.ts';
import { NOTHING, readActual } from './readings.ts';
import { expectedOn, finalTarget, nextTargetAfter, scheduleInForce } from './targetPath.ts';
import type { Path } from './targetPath.ts';
import { at, isHandJudged, kindOf } from './world.ts';
import type { Day, Period, World } from './world.ts';

export type Status =
	| 'not-additive'
	| 'no-target'
	| 'not-due'
	| 'not-reported'
	| 'achieved'
	| 'on-track'
	| 'at-risk'
	| 'off-track';

/** What a series says as of a period. */
export type Figure = {
	readonly due: boolean;
	readonly reported: boolean;
	readonly inPeriod: number | null;
	readonly actual: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly valueAsOf: Day | null;
	readonly missing: number;
	readonly atLeast: boolean;
	readonly baseline: number | null;
	readonly baselineAssumed: boolean;
	readonly target: number | null;
	readonly expected: number | null;
	readonly nextTarget: number | null;
	readonly progress: number | null;
	readonly progressToNext: number | null;
	readonly pace: number | null;
	readonly status: Status;
	/** The day of the status that is kept because the latest due report is missing. */
	readonly statusKeptFrom: Day | null;
	readonly ended: boolean;
};

/** What a series says as of each opened period that is not over before it starts, by period code. */
export function figuresOf(world: World, index: number): Map<string, Figure> {
	const series = at(world.series, index);
	const start = startOf(world, series);
	const figures = new Map<string, Figure>();
	let lastJudged: { readonly on: Day; readonly status: Status } | null = null;
	for (const period of opened(world)) {
		if (start !== null && period.endsOn < start && period.asOf < start) continue;
		const judgedNow = figureOf(world, index, period);
		const stale = latestDueIsMissing(world, index, period);
		if (!stale) lastJudged = { on: period.asOf, status: judgedNow.status };
		const keeps = stale && lastJudged !== null && isBand(lastJudged.status) && isBand(judgedNow.status);
		figures.set(
			period.code,
			keeps && lastJudged
				? {
						...judgedNow,
						status: lastJudged.status === 'on-track' && judgedNow.ended ? 'at-risk' : lastJudged.status,
						statusKeptFrom: lastJudged.on,
					}
				: judgedNow,
		);
	}
	return figures;
}

function figureOf(world: World, index: number, period: Period): Figure {
	const series = at(world.series, index);
	const kind = kindOf(world, series.project, series.indicator);
	const indicator = at(world.indicators, series.indicator);
	const asOf = period.asOf;

	const due = duePeriods(world, index).filter((owed) => owed.asOf <= asOf);
	const missing = due.filter((owed) => !isAnswered(world, index, owed)).length;
	const here = answersOf(world, index).find((given) => given.period === period.code);

	const { baseline, assumed, baselineOn } = baselineOf(world, index);
	const known = valuesAsOf(world, index, asOf);
	const latest = known.at(-1);
	const reading = latest ? readActual(known, { kind, indicator, baseline }) : NOTHING;

	const end = endOf(world, series);
	const ended = end !== null && asOf >= end;
	const start = laterOf(startOf(world, series), baselineOn);
	const schedule = scheduleInForce(world, index, asOf);
	const path: Path = { rows: schedule, baseline, start };
	const target = finalTarget(path);
	const onPath = end !== null && end < asOf ? end : asOf;
	const expected = expectedOn(path, onPath);
	const nextTarget = (latest ? nextTargetAfter(path, latest.asOf) : null) ?? target;
	const actual = reading.actual;
	const pace = share(actual, baseline, expected);

	const isPartial =
		kind === 'increment'
			? carriedSeries(world, index).some(({ source, until }) => hasMissing(world, source, asOf, until))
			: kind === 'cumulative_year' && hasOpenYearEnd(world, index, asOf);

	return {
		due: due.some((owed) => owed.code === period.code),
		reported: here !== undefined,
		inPeriod: here?.answer.is === 'value' ? here.answer.value : null,
		...reading,
		valueAsOf: latest?.asOf ?? null,
		missing,
		atLeast: latest !== undefined && isPartial,
		baseline,
		baselineAssumed: assumed,
		target,
		expected,
		nextTarget,
		progress: share(actual, baseline, target),
		progressToNext: share(actual, baseline, nextTarget),
		pace,
		status: isHandJudged(kind)
			? latest
				? 'no-target'
				: 'not-reported'
			: judge({ target, baseline, expected, actual, pace, ended, ascending: indicator.ascending, world }),
		statusKeptFrom: null,
		ended,
	};
}

type Judged = {
	target: number | null;
	baseline: number | null;
	expected: number | null;
	actual: number | null;
	pace: number | null;
	ended: boolean;
	ascending: boolean;
	world: World;
};

/** Rule 4: the first that holds. */
export function judge({ target, baseline, expected, actual, pace, ended, ascending, world }: Judged): Status {
	if (target === null) return 'no-target';
	if (expected !== null && expected === baseline && target !== baseline) return 'not-due';
	if (actual === null) return 'not-reported';
	if (ascending ? actual >= target : actual <= target) return 'achieved';
	if (expected === null || baseline === null) return 'not-due';
	if (pace === null) return 'off-track';
	if (pace >= world.onTrackFrom && !ended) return 'on-track';
	if (pace >= world.atRiskFrom) return 'at-risk';
	return 'off-track';
}

/** The part of the way from the baseline to a goal; null where there is no way to go. */
export function share(actual: number | null, baseline: number | null, goal: number | null): number | null {
	if (actual === null || baseline === null || goal === null || goal === baseline) return null;
	return (actual - baseline) / (goal - baseline);
}

function isBand(status: Status): boolean {
	return status === 'on-track' || status === 'at-risk' || status === 'off-track';
}

function laterOf(a: Day | null, b: Day | null): Day | null {
	if (a === null || b === null) return a ?? b;
	return a > b ? a : b;
}
