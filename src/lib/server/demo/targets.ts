import { naturalId } from '#domain/naturalId.ts';
import { quarters } from './calendar.ts';
import { lineKey } from './answers.ts';
import type { Line, Plan } from './content/line.ts';
import { projectOf } from './content/projects.ts';
import type { Row, Tables } from './tables.ts';

type TargetRow = Omit<Row<'target'>, 'schedule_id' | 'position'>;
type Window = { readonly from: string; readonly to: string };

/** The versions of a series' target schedule, with their rows. */
export function targetTables(line: Line, seriesId: string, author: string): Tables {
	const window = windowOf(line);
	const schedules = line.schedules.map((schedule, index) => ({
		schedule,
		id: naturalId('demonstration schedule', lineKey(line), String(index + 1)),
		version: index + 1,
	}));
	return {
		target_schedule: schedules.map(({ schedule, id, version }) => ({
			id,
			series_id: seriesId,
			version,
			in_force_from: schedule.from,
			reason: schedule.reason,
			author,
		})),
		target: schedules.flatMap(({ schedule, id }) =>
			rowsOf(schedule.plan, window, line.baseline?.value).map((row, index) => ({
				schedule_id: id,
				position: index + 1,
				...row,
			})),
		),
	};
}

function windowOf(line: Line): Window {
	const project = projectOf(line.project);
	return {
		from: later(line.startsOn ?? project.startsOn, '2020-01-01'),
		to: line.endsOn ?? project.endsOn ?? '9999-12-31',
	};
}

function rowsOf(plan: Plan, window: Window, baseline = 0): TargetRow[] {
	switch (plan.by) {
		case 'text':
			return [{ ...row(window.from, plan.on, 'to_date'), value: null, text_value: plan.text }];
		case 'points':
			return plan.points.map(([on, value]) => ({ ...row(window.from, on, 'to_date'), value }));
		case 'date': {
			let reached = baseline;
			return yearsOf(plan.years).map(([year, value]) => ({
				...row(window.from, earlier(`${year}-12-31`, window.to), 'to_date'),
				value: (reached += value),
			}));
		}
		case 'year':
			return yearsOf(plan.years).map(([year, value]) => ({
				...row(later(`${year}-01-01`, window.from), earlier(`${year}-12-31`, window.to), 'in_period'),
				value,
			}));
		case 'quarter':
			return yearsOf(plan.years).flatMap(([year, value]) => {
				const ofYear = quarters.filter((quarter) => quarter.year === year);
				if (ofYear.length === 0)
					return [{ ...row(`${year}-01-01`, earlier(`${year}-12-31`, window.to), 'in_period'), value }];
				const each = Math.floor(value / ofYear.length);
				return ofYear.map((quarter, index) => ({
					...row(quarter.startsOn, quarter.endsOn, 'in_period'),
					value: index === ofYear.length - 1 ? value - each * index : each,
				}));
			});
	}
}

function row(from: string, to: string, basis: 'in_period' | 'to_date') {
	return { period_start: from, period_end: to, basis, text_value: null, dated: true };
}

function yearsOf(years: Readonly<Record<number, number>>): (readonly [number, number])[] {
	return Object.entries(years).map(([year, value]) => [Number(year), value] as const);
}

/** ISO days sort as text. */
function later(a: string | null | undefined, b: string): string {
	return a !== null && a !== undefined && a > b ? a : b;
}

function earlier(a: string, b: string): string {
	return a < b ? a : b;
}
