import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { totalDifferences } from './compareTotals.ts';
import { world } from './generate.ts';
import { loadCommon, loadWorlds } from './load.ts';
import { opened } from './dues.ts';
import { runs, seed } from './seed.ts';
import { cellsOf, totalsOf } from './totals.ts';
import type { Counting } from './totals.ts';
import { at } from './world.ts';
import type { World } from './world.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await openTestDatabase();
	await loadCommon(database.sql);
});
afterAll(() => database.close());

const some = fc.array(world, { minLength: 1, maxLength: 8, size: 'max' });

test('totals add up what counts, by every grouping and way of counting', async () => {
	await fc.assert(
		fc.asyncProperty(some, async (worlds) => {
			const placed = await loadWorlds(database.sql, worlds);
			const found = await totalDifferences(database.sql, placed, 3);
			expect(found.slice(0, 5), JSON.stringify(worlds)).toEqual([]);
		}),
		{ seed, numRuns: runs(5) },
	);
});

test('a programme’s line for an indicator has the plain sum, the figure counted once and what differs', async () => {
	await fc.assert(
		fc.asyncProperty(some, async (worlds) => {
			for (const one of await loadWorlds(database.sql, worlds)) {
				const rows = await database.sql.query(
					`select code, naive_sum::float8 as "naiveSum", counted_once::float8 as "countedOnce", differences
					from reporting.totals($1) order by code::integer`,
					[one.programme],
				);
				const lines = rows.map(({ code, naiveSum, countedOnce, differences }) => ({
					indicator: Number(code) - 1,
					naiveSum: rounded(naiveSum),
					countedOnce: rounded(countedOnce),
					projects: (differences as { project: string }[])
						.map(({ project }) => one.projects.indexOf(project))
						.sort(),
				}));
				expect(lines).toEqual(linesOf(one.world));
			}
		}),
		{ seed, numRuns: runs(5) },
	);
});

/** Each indicator's line as of the newest period. */
function linesOf(one: World): unknown[] {
	const newest = opened(one)
		.sort((a, b) => (a.asOf === b.asOf ? (a.code < b.code ? -1 : 1) : a.asOf > b.asOf ? -1 : 1))
		.map((period) => period.code)[0];
	if (newest === undefined) return [];
	const cells = cellsOf(one).get(newest) ?? [];
	const total = (indicator: number, projects: (project: number) => boolean, counting: Counting) =>
		totalsOf(
			one,
			newest,
			cells.filter((cell) => projects(at(one.series, cell.index).project)),
			{ grouping: 'total', counting },
		).get(`${indicator}|||`)?.actual ?? null;
	return one.indicators.flatMap((_, indicator) => {
		const rows = cells.filter((cell) => at(one.series, cell.index).indicator === indicator);
		if (rows.length === 0) return [];
		const known = rows.flatMap((cell) => cell.figure.actual ?? []);
		const projects = [...one.projects.keys()].filter((project) => {
			const declared = total(indicator, (other) => other === project, 'declared');
			const children = total(indicator, (other) => standsBelow(one, other, project), 'counted');
			return declared !== null && children !== null && Math.abs(declared - children) > 1e-9;
		});
		return {
			indicator,
			naiveSum: known.length === 0 ? null : rounded(known.reduce((sum, value) => sum + value, 0)),
			countedOnce: rounded(total(indicator, () => true, 'counted')),
			projects,
		};
	});
}

function standsBelow(one: World, project: number, above: number): boolean {
	const parent = at(one.projects, project).parent;
	return parent !== null && (parent === above || standsBelow(one, parent, above));
}

function rounded(value: unknown): number | null {
	return typeof value === 'number' ? Math.round(value * 1e6) / 1e6 + 0 : null;
}
