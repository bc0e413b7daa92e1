// Totals as the database adds them up beside the oracle's.
import type { Sql } from '../../../src/lib/server/backend/sql.ts';
import { organisationId } from './rows.ts';
import type { Placed } from './rows.ts';
import { cellsOf, totalsOf } from './totals.ts';
import type { Counting, Grouping, Total } from './totals.ts';
import type { World } from './world.ts';

const GROUPINGS: readonly Grouping[] = [
	'total',
	'country',
	'organisation',
	'country_organisation',
	'project',
];
const COUNTINGS: readonly Counting[] = ['counted', 'family', 'declared'];

export type TotalDifference = {
	readonly world: number;
	readonly period: string;
	readonly counting: Counting;
	readonly grouping: string;
	readonly key: string;
	readonly column: string;
	readonly database: unknown;
	readonly oracle: unknown;
};

/** All differences between totals of these worlds, at up to `periods` of their periods. */
export async function totalDifferences(
	sql: Sql,
	placed: readonly Placed[],
	periods: number,
): Promise<TotalDifference[]> {
	const found: TotalDifference[] = [];
	for (const [number, one] of placed.entries()) {
		const cells = cellsOf(one.world);
		const every = Math.max(1, Math.floor(one.world.opened.length / periods));
		for (const period of one.world.opened.filter((_, n) => n % every === every - 1)) {
			for (const counting of COUNTINGS) {
				const rows = await figures(sql, one, period, counting);
				for (const grouping of GROUPINGS) {
					const totals = totalsOf(one.world, period, cells.get(period) ?? [], { grouping, counting });
					const kept = rows.get(grouping) ?? new Map<string, Row>();
					const where = { world: number, period, counting, grouping };
					for (const key of new Set([...totals.keys(), ...kept.keys()])) {
						found.push(
							...compare(totals.get(key), kept.get(key), one.world).map((d) => ({ ...where, key, ...d })),
						);
					}
				}
			}
		}
	}
	return found;
}

type Row = Record<string, unknown>;

async function figures(
	sql: Sql,
	one: Placed,
	period: string,
	counting: Counting,
): Promise<Map<string, Map<string, Row>>> {
	const rows = await sql.query(
		`select
			f.grouped_by as grouping, f.indicator_id, f.country_iso2, f.organisation_id, f.project_id,
			f.actual::float8 as actual, f.at_least as "atLeast", f.baseline::float8 as baseline, f.target::float8 as target,
			f.expected::float8 as expected, f.progress::float8 as progress,
			f.expected_progress::float8 as "expectedProgress", f.pace::float8 as pace, f.status,
			f.target_share::float8 as "targetShare", f.series, f.with_value as "withValue", f.due, f.reported,
			f.overlap::float8 as overlap
		from reporting.figures($1, $2, $3::text[], p_counting => $4) f`,
		[one.programme, period, GROUPINGS, counting],
	);
	const byGrouping = new Map<string, Map<string, Row>>();
	for (const row of rows) {
		const organisation = [0, 1, 2].find((n) => organisationId(n) === row.organisation_id);
		const key = [
			one.indicators.indexOf(String(row.indicator_id)),
			row.country_iso2 === null ? '' : row.country_iso2 === '' ? 'regional' : row.country_iso2,
			organisation ?? '',
			row.project_id === null ? '' : one.projects.indexOf(String(row.project_id)),
		].join('|');
		const group = byGrouping.get(String(row.grouping)) ?? new Map<string, Row>();
		group.set(key, row);
		byGrouping.set(String(row.grouping), group);
	}
	return byGrouping;
}

function compare(
	oracle: Total | undefined,
	database: Row | undefined,
	world: World,
): { column: string; database: unknown; oracle: unknown }[] {
	if (!oracle || !database)
		return [{ column: 'row', database: database !== undefined, oracle: oracle !== undefined }];
	return Object.entries(oracle)
		.filter(([column, value]) => !agree(column, database[column], value, oracle, world))
		.map(([column, value]) => ({ column, database: database[column], oracle: value }));
}

function agree(column: string, database: unknown, oracle: unknown, total: Total, world: World): boolean {
	if (typeof database === 'number' && typeof oracle === 'number') {
		return Math.abs(database - oracle) <= 1e-6 * Math.max(1, Math.abs(oracle));
	}
	if (database === oracle) return true;
	// Division is rounded differently on the two sides, so what is exactly on an edge may fall either way.
	const onEdge = (value: number | null, edges: readonly number[]) =>
		value !== null && edges.some((edge) => Math.abs(value - edge) < 1e-9);
	return (
		column === 'status' &&
		(onEdge(total.pace, [world.onTrackFrom, world.atRiskFrom]) || onEdge(total.targetShare, [0.8]))
	);
}
