// Rule 2: the schedule in force, where it ends, and where it stands on a day.
import { dayBefore, daysBetween } from './calendar.ts';
import { sum } from './readings.ts';
import { at } from './world.ts';
import type { Day, Schedule, TargetRow, World } from './world.ts';

export type Path = {
	readonly rows: readonly TargetRow[];
	readonly baseline: number | null;
	readonly start: Day | null;
};

export function scheduleInForce(world: World, series: number, asOf: Day): readonly TargetRow[] {
	const schedule: Schedule | undefined = world.schedules.find((candidate) => candidate.series === series);
	if (!schedule) return [];
	const reached = schedule.versions.filter((version) => version.inForceFrom <= asOf);
	return (reached.at(-1) ?? at(schedule.versions, 0)).rows;
}

/** Rows to a date are levels to stand at; without any, the rows within periods add up. */
function levels(rows: readonly TargetRow[]): TargetRow[] {
	return rows.filter((row) => row.basis === 'to_date').sort((a, b) => (a.end < b.end ? -1 : 1));
}

export function finalTarget({ rows, baseline }: Path): number | null {
	const last = levels(rows).at(-1);
	if (last) return typeof last.value === 'number' ? last.value : null;
	if (rows.length === 0 || baseline === null || rows.some((row) => typeof row.value === 'string'))
		return null;
	return baseline + sum(rows.map((row) => Number(row.value)));
}

/** Where the schedule stands on a day: along the line through its points, or the parts of its periods gone by. */
export function expectedOn({ rows, baseline, start }: Path, day: Day): number | null {
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

export function nextTargetAfter({ rows, baseline }: Path, day: Day): number | null {
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
