// Which answers a series can be read by: its own in force, and those of the series it took over.
import { periodOf } from './calendar.ts';
import { at, isHandJudged, kindOf } from './world.ts';
import type { Answer, Day, World } from './world.ts';

/** Later than any day of any world. */
export const NEVER: Day = '9999-12-31';

export type Dated = { readonly asOf: Day; readonly period: string; readonly answer: Answer };

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

/** Usable answers up to a day, of a series and of those it carries; none before its own first. */
export function valuesAsOf(world: World, index: number, asOf: Day): Dated[] {
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
export function carriedSeries(
	world: World,
	index: number,
	until: Day = NEVER,
): { source: number; until: Day }[] {
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

export function baselineOf(
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
