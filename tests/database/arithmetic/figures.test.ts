import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { described, differences } from './compare.ts';
import { world } from './generate.ts';
import { loadCommon, loadWorlds } from './load.ts';
import { runs, seed } from './seed.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await openTestDatabase();
	await loadCommon(database.sql);
});
afterAll(() => database.close());

test('series and cells say what the rules say, over generated programmes', async () => {
	const worlds = fc.array(world, { minLength: 1, maxLength: 24, size: 'max' });
	await fc.assert(
		fc.asyncProperty(worlds, async (some) => {
			const placed = await loadWorlds(database.sql, some);
			const found = await differences(database.sql, placed);
			expect(found, described(found, placed)).toEqual([]);
		}),
		{ seed, numRuns: runs(16) },
	);
});
