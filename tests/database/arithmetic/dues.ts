// What is owed: a report for each opened period of the project's frequency, while the series runs.
import { answersOf, carriedSeries, takenOverOn } from './answers.ts';
import { calendar } from './calendar.ts';
import { at } from './world.ts';
import type { Day, Period, Series, World } from './world.ts';

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

export function isAnswered(world: World, index: number, period: Period): boolean {
	return answersOf(world, index).some((given) => given.period === period.code);
}

export function hasMissing(world: World, index: number, asOf: Day, until: Day): boolean {
	return duePeriods(world, index).some(
		(owed) => owed.asOf <= asOf && owed.asOf < until && !isAnswered(world, index, owed),
	);
}

/** A closed year whose last report is missing stands at an earlier quarter's running total. */
export function hasOpenYearEnd(world: World, index: number, asOf: Day): boolean {
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

export function latestDueIsMissing(world: World, index: number, period: Period): boolean {
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

export function startOf(world: World, series: Series): Day | null {
	return series.startsOn ?? at(world.projects, series.project).startsOn ?? world.startsOn;
}

export function endOf(world: World, series: Series): Day | null {
	return series.endsOn ?? at(world.projects, series.project).endsOn;
}
