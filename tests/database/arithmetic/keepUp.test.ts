import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { world } from './generate.ts';
import { loadCommon, writeWorlds } from './load.ts';
import { step, take } from './operations.ts';
import { runs, seed } from './seed.ts';
import { staleRows } from './stale.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await openTestDatabase();
	await loadCommon(database.sql);
});
afterAll(() => database.close());

test('after every step the kept-up tables are what a full recompute gives', async () => {
	const steps = fc.array(step, { minLength: 1, maxLength: 24, size: 'max' });
	await fc.assert(
		fc.asyncProperty(world, steps, async (start, taken) => {
			const [placed] = await writeWorlds(database.sql, [start]);
			if (!placed) return;
			expect(await staleRows(database.sql, placed.programme), 'as entered').toEqual([]);
			for (const [number, one] of taken.entries()) {
				await take(database.sql, placed, one);
				expect(await staleRows(database.sql, placed.programme), `after step ${number}: ${one.name}`).toEqual(
					[],
				);
			}
		}),
		{ seed, numRuns: runs(9) },
	);
});
