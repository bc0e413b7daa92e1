// Rules 1 to 4 of what the numbers mean, worked out one series and one period at a time, the slow plain way.
// It shares nothing with the SQL: where the two differ, one of them is wrong.
import { calendar, dayBefore, daysBetween, periodOf } from './calendar.ts';
import { at, kindOf } from './world.ts';
import type { Answer, Day, Period, Schedule, Series, TargetRow, ValueKind, World } from './world.ts';

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

/** Later than any day of any world. */
export const NEVER: Day = '9999-12-31';

type Dated = { readonly asOf: Day; readonly period: string; readonly answer: Answer };

/** The approved answer of each period for a series: the newest approved revision of each report, oldest first. */
export function answersOf(world: World, series: number): Dated[] {
	const answers: Dated[] = [];
	for (const report of world.reports) {
		const counting = report.revisions.filter((revision) => revision.state === 'approved').at(-1);
		for (const given of counting?.answers ?? []) {
			if (given.series !== series) continue;
			answers.push({ asOf: periodOf(report.period).asOf, period: report.period, answer: given.answer });
		}
	}
	return answers.sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
}

/** The day of a series' first value: not applicable is none, nor is text where numbers are asked for. */
export function firstValueOn(world: World, series: number): Day | null {
	return usableAnswers(world, series, series)[0]?.asOf ?? null;
}

/** From this day on another series stands in this one's place. */
export function takenOverOn(world: World, series: number): Day | null {
	let earliest: Day | null = null;
	for (const [index, other] of world.series.entries()) {
		if (other.continues !== series) continue;
		const first = firstValueOn(world, index);
		if (first !== null && (earliest === null || first < earliest)) earliest = first;
	}
	return earliest;
}

/** The opened periods for which a series owes a report, oldest first. */
export function duePeriods(world: World, index: number): Period[] {
	const series = at(world.series, index);
	const project = at(world.projects, series.project);
	const until = takenOverOn(world, index);
	return opened(world).filter((period) => {
		if (project.frequency === 'snapshot' || period.kind !== project.frequency) return false;
		const start = startOf(world, series);
		const end = endOf(world, series);
		if (start !== null && period.endsOn < start) return false;
		if (end !== null && period.startsOn > end) return false;
		return until === null || period.asOf < until;
	});
}

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

// ---- values ----------------------------------------------------------------------------------------------------

type Reading = Pick<Figure, 'actual' | 'numerator' | 'denominator'>;
const NOTHING: Reading = { actual: null, numerator: null, denominator: null };

function readActual(
	known: readonly Dated[],
	how: { kind: ValueKind; indicator: World['indicators'][number]; baseline: number | null },
): Reading {
	const { kind, indicator, baseline } = how;
	if (isHandJudged(kind)) return NOTHING;
	if (kind === 'ratio') {
		const pairs = known.flatMap(({ answer }) => (answer.is === 'pair' ? [answer] : []));
		const taken = indicator.overTime === 'latest' ? pairs.slice(-1) : pairs;
		const numerator = sum(taken.map((pair) => pair.numerator));
		const denominator = sum(taken.map((pair) => pair.denominator));
		const scale = indicator.percentage ? 100 : 1;
		return { actual: denominator === 0 ? null : (scale * numerator) / denominator, numerator, denominator };
	}
	const values = known.flatMap(({ answer }) => (answer.is === 'value' ? [answer.value] : []));
	return {
		actual: readValues(values, known, how.kind, indicator, baseline),
		numerator: null,
		denominator: null,
	};
}

function readValues(
	values: readonly number[],
	known: readonly Dated[],
	kind: ValueKind,
	indicator: World['indicators'][number],
	baseline: number | null,
): number | null {
	if (kind === 'increment') return baseline === null ? null : baseline + sum(values);
	if (kind === 'cumulative_year') {
		const lastOfYear = new Map<string, number>();
		for (const { asOf, answer } of known) {
			if (answer.is === 'value') lastOfYear.set(asOf.slice(0, 4), answer.value);
		}
		return baseline === null ? null : baseline + sum([...lastOfYear.values()]);
	}
	if (indicator.overTime === 'max') return Math.max(...values);
	if (indicator.overTime === 'average') return sum(values) / values.length;
	return values.at(-1) ?? null;
}

/** Usable answers up to a day, of a series and of those it carries; none before its own first. */
function valuesAsOf(world: World, index: number, asOf: Day): Dated[] {
	const own = usableAnswers(world, index, index);
	const first = own[0];
	if (!first || first.asOf > asOf) return [];
	return historyOf(world, index, index).filter((given) => given.asOf <= asOf);
}

function historyOf(world: World, index: number, reader: number): Dated[] {
	const own = usableAnswers(world, index, reader);
	const carried = carriedBy(world, index);
	if (!carried) return own;
	return [...historyOf(world, carried.from, reader).filter((given) => given.asOf < carried.until), ...own];
}

/** The predecessor whose history a series carries: only where it has a value and no baseline of its own. */
function carriedBy(world: World, index: number): { from: number; until: Day } | null {
	const series = at(world.series, index);
	const until = firstValueOn(world, index);
	if (series.continues === null || series.baseline !== null || until === null) return null;
	return { from: series.continues, until };
}

/** A series and all whose history it carries, each up to a day. */
function carriedSeries(world: World, index: number, until: Day = NEVER): { source: number; until: Day }[] {
	const carried = carriedBy(world, index);
	const own = { source: index, until };
	if (!carried) return [own];
	return [own, ...carriedSeries(world, carried.from, carried.until < until ? carried.until : until)];
}

function usableAnswers(world: World, index: number, reader: number): Dated[] {
	const { project, indicator } = at(world.series, reader);
	const kind = kindOf(world, project, indicator);
	return answersOf(world, index).filter(({ answer }) => {
		if (answer.is === 'not-applicable') return false;
		if (kind === 'ratio') return answer.is === 'pair';
		return isHandJudged(kind) || answer.is === 'value';
	});
}

function baselineOf(
	world: World,
	index: number,
): { baseline: number | null; assumed: boolean; baselineOn: Day | null } {
	for (const { source } of carriedSeries(world, index)) {
		const { baseline, baselineOn } = at(world.series, source);
		if (baseline !== null) return { baseline, assumed: false, baselineOn };
	}
	const { project, indicator } = at(world.series, index);
	const fromZero = ['increment', 'cumulative', 'cumulative_year'].includes(kindOf(world, project, indicator));
	return { baseline: fromZero ? 0 : null, assumed: fromZero, baselineOn: null };
}

// ---- what is owed ----------------------------------------------------------------------------------------------

function isAnswered(world: World, index: number, period: Period): boolean {
	return answersOf(world, index).some((given) => given.period === period.code);
}

function hasMissing(world: World, index: number, asOf: Day, until: Day): boolean {
	return duePeriods(world, index).some(
		(owed) => owed.asOf <= asOf && owed.asOf < until && !isAnswered(world, index, owed),
	);
}

/** A closed year whose last report is missing stands at an earlier quarter's running total. */
function hasOpenYearEnd(world: World, index: number, asOf: Day): boolean {
	const lastOfYear = new Map<string, { day: Day; answered: boolean }>();
	for (const { source, until } of carriedSeries(world, index)) {
		for (const owed of duePeriods(world, source).filter((period) => period.asOf < until)) {
			const year = owed.asOf.slice(0, 4);
			const answered = isAnswered(world, source, owed);
			const last = lastOfYear.get(year);
			if (!last || owed.asOf > last.day) lastOfYear.set(year, { day: owed.asOf, answered });
			else if (owed.asOf === last.day && answered) lastOfYear.set(year, { day: owed.asOf, answered });
		}
	}
	return [...lastOfYear].some(([year, last]) => year < asOf.slice(0, 4) && !last.answered);
}

function latestDueIsMissing(world: World, index: number, period: Period): boolean {
	const latest = duePeriods(world, index)
		.filter((owed) => owed.asOf <= period.asOf)
		.at(-1);
	return latest !== undefined && !isAnswered(world, index, latest);
}

/** The opened periods in the order of their days. */
export function opened(world: World): Period[] {
	return calendar
		.filter((period) => world.opened.includes(period.code))
		.sort((a, b) => (a.asOf === b.asOf ? (a.code < b.code ? -1 : 1) : a.asOf < b.asOf ? -1 : 1));
}

function startOf(world: World, series: Series): Day | null {
	return series.startsOn ?? at(world.projects, series.project).startsOn ?? world.startsOn;
}

function endOf(world: World, series: Series): Day | null {
	return series.endsOn ?? at(world.projects, series.project).endsOn;
}

// ---- targets ---------------------------------------------------------------------------------------------------

type Path = {
	readonly rows: readonly TargetRow[];
	readonly baseline: number | null;
	readonly start: Day | null;
};

function scheduleInForce(world: World, series: number, asOf: Day): readonly TargetRow[] {
	const schedule: Schedule | undefined = world.schedules.find((candidate) => candidate.series === series);
	if (!schedule) return [];
	const reached = schedule.versions.filter((version) => version.inForceFrom <= asOf);
	return (reached.at(-1) ?? at(schedule.versions, 0)).rows;
}

/** Rows to a date are levels to stand at; without any, the rows within periods add up. */
function levels(rows: readonly TargetRow[]): TargetRow[] {
	return rows.filter((row) => row.basis === 'to_date').sort((a, b) => (a.end < b.end ? -1 : 1));
}

function finalTarget({ rows, baseline }: Path): number | null {
	const last = levels(rows).at(-1);
	if (last) return typeof last.value === 'number' ? last.value : null;
	if (rows.length === 0 || baseline === null || rows.some((row) => typeof row.value === 'string'))
		return null;
	return baseline + sum(rows.map((row) => Number(row.value)));
}

/** Where the schedule stands on a day: along the line through its points, or the parts of its periods gone by. */
function expectedOn({ rows, baseline, start }: Path, day: Day): number | null {
	const dated = rows.filter((row) => row.dated);
	if (dated.length === 0) return null;
	if (levels(rows).length === 0) {
		if (baseline === null || dated.some((row) => typeof row.value === 'string')) return null;
		return baseline + sum(dated.map((row) => Number(row.value) * partGoneBy(row, day)));
	}
	const points = levels(dated).flatMap((row) =>
		typeof row.value === 'number' ? [{ on: row.end, level: row.value }] : [],
	);
	const first = points[0];
	if (!first) return null;
	if (baseline !== null && start !== null && start < first.on) points.unshift({ on: start, level: baseline });
	let passed = null;
	for (const point of points) {
		if (point.on <= day) passed = point;
		else if (passed) {
			const days = daysBetween(passed.on, point.on);
			return passed.level + ((point.level - passed.level) * daysBetween(passed.on, day)) / days;
		} else return start !== null ? baseline : null;
	}
	return passed?.level ?? null;
}

function partGoneBy(row: TargetRow, day: Day): number {
	const before = dayBefore(row.start);
	if (day <= before) return 0;
	if (day >= row.end) return 1;
	return daysBetween(before, day) / daysBetween(before, row.end);
}

function nextTargetAfter({ rows, baseline }: Path, day: Day): number | null {
	const points = levels(rows);
	if (points.length > 0) {
		const next = points.find((row) => row.dated && row.end > day && typeof row.value === 'number');
		return next ? Number(next.value) : null;
	}
	if (baseline === null || rows.some((row) => typeof row.value === 'string')) return null;
	const end = rows
		.filter((row) => row.dated && row.end > day)
		.map((row) => row.end)
		.sort()[0];
	return end === undefined
		? null
		: baseline + sum(rows.filter((row) => row.end <= end).map((row) => Number(row.value)));
}

// ---- small words -----------------------------------------------------------------------------------------------

function isHandJudged(kind: ValueKind): boolean {
	return kind === 'ordinal' || kind === 'qualitative';
}

function isBand(status: Status): boolean {
	return status === 'on-track' || status === 'at-risk' || status === 'off-track';
}

function laterOf(a: Day | null, b: Day | null): Day | null {
	if (a === null || b === null) return a ?? b;
	return a > b ? a : b;
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
