// What the database keeps beside what the oracle works out, and how they differ.
import type { Sql } from '../../../src/lib/server/backend/sql.ts';
import { countedOf } from './counting.ts';
import type { Placed } from './rows.ts';
import { figuresOf } from './oracle.ts';
import type { Figure } from './oracle.ts';
import { at } from './world.ts';
import type { World } from './world.ts';

/** A figure that the database and the oracle see differently. */
export type Difference = {
	readonly world: number;
	readonly series: number;
	readonly period: string;
	readonly column: string;
	readonly database: unknown;
	readonly oracle: unknown;
};

/** All differences over these worlds; none means that both agree on every row and column. */
export async function differences(sql: Sql, placed: readonly Placed[]): Promise<Difference[]> {
	const kept = await keptRows(
		sql,
		placed.map((one) => one.programme),
	);
	const found: Difference[] = [];
	for (const [number, one] of placed.entries()) {
		const rules = countedOf(one.world);
		for (const [index, id] of one.series.entries()) {
			const figures = figuresOf(one.world, index);
			const rows = kept.get(id) ?? new Map<string, Kept>();
			for (const period of new Set([...figures.keys(), ...rows.keys()])) {
				const figure = figures.get(period);
				const row = rows.get(period);
				const where = { world: number, series: index, period };
				if (!figure || !row) {
					found.push({ ...where, column: 'row', database: row !== undefined, oracle: figure !== undefined });
					continue;
				}
				const expected: Record<string, unknown> = { ...figure, ...rules.get(`${index} ${period}`) };
				for (const [column, oracle] of Object.entries(expected)) {
					const database = row[column];
					if (!agree(column, database, oracle, figure, one.world)) {
						found.push({ ...where, column, database, oracle });
					}
				}
			}
		}
	}
	return found;
}

type Kept = Record<string, unknown>;

const KEPT_ROWS = `
	select
		sp.series_id, sp.period_code, sp.due, sp.reported,
		sp.in_period::float8 as "inPeriod", sp.actual::float8 as actual,
		sp.numerator::float8 as numerator, sp.denominator::float8 as denominator,
		sp.value_as_of::text as "valueAsOf", sp.missing, sp.at_least as "atLeast",
		sp.baseline::float8 as baseline, sp.baseline_assumed as "baselineAssumed",
		sp.target::float8 as target, sp.expected::float8 as expected, sp.next_target::float8 as "nextTarget",
		sp.progress::float8 as progress, sp.progress_to_next::float8 as "progressToNext", sp.pace::float8 as pace,
		sp.status, sp.status_as_of::text as "statusKeptFrom", sp.ended,
		c.counted, c.counted_in_family as "countedInFamily", c.left_out as "leftOut",
		c.stands_for_children as "standsForChildren"
	from reporting.series_period sp
	left join reporting.cell c using (series_id, period_code)
	where sp.programme_id = any ($1::uuid[])`;

async function keptRows(sql: Sql, programmes: readonly string[]): Promise<Map<string, Map<string, Kept>>> {
	const bySeries = new Map<string, Map<string, Kept>>();
	for (const row of await sql.query(KEPT_ROWS, [programmes])) {
		const series = String(row.series_id);
		const periods = bySeries.get(series) ?? new Map<string, Kept>();
		periods.set(String(row.period_code), row);
		bySeries.set(series, periods);
	}
	return bySeries;
}

function agree(column: string, database: unknown, oracle: unknown, figure: Figure, world: World): boolean {
	// The date of a kept status is checked where one is kept; elsewhere it only says how old the value is.
	if (column === 'statusKeptFrom' && oracle === null) return true;
	if (column === 'status' && isOnTheEdge(figure, world)) return true;
	if (typeof database === 'number' && typeof oracle === 'number') {
		return Math.abs(database - oracle) <= 1e-6 * Math.max(1, Math.abs(oracle));
	}
	return database === oracle;
}

/** Division is rounded differently on the two sides, so a pace that is exactly a band may fall either way. */
function isOnTheEdge({ pace }: Figure, { onTrackFrom, atRiskFrom }: World): boolean {
	return (
		pace !== null && [onTrackFrom, atRiskFrom].some((band) => pace !== band && Math.abs(pace - band) < 1e-9)
	);
}

/** The first differences in words, with the world they stand in: what a failing test prints. */
export function described(found: readonly Difference[], placed: readonly Placed[]): string {
	const first = found[0];
	if (!first) return 'none';
	const lines = found.slice(0, 12).map((one) => JSON.stringify(one));
	return `${found.length} differences\n${lines.join('\n')}\n${JSON.stringify(at(placed, first.world).world)}`;
}
