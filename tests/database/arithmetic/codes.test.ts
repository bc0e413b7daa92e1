import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareIndicatorCodes, indicatorSortKey } from '#domain/indicatorCode.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { runs, seed } from './seed.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await openTestDatabase();
	await database.sql.run(`insert into framework (code, name, published_on) values ('F', 'F', '2020-01-01')`);
});
afterAll(() => database.close());

const IN_ORDER = [
	'OC 1',
	'1.1',
	'2.1',
	'2.1 bis',
	'2.1 ter',
	'2.1.4',
	'2.2',
	'2.9',
	'2.10',
	'3.5',
	'3.5 bis',
	'3.6',
	'3.10',
];

const part = fc.oneof(fc.nat(120).map(String), fc.constantFrom('bis', 'ter', 'a', 'OC', ' bis', '12345678'));
const code = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));

test('indicators come in the order people expect, "bis" right after its number', async () => {
	expect(await sorted([...IN_ORDER].reverse())).toEqual(IN_ORDER);
});

test('the database and the application sort codes alike', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uniqueArray(code, { minLength: 1, maxLength: 30 }), async (codes) => {
			const keys = await database.sql.query(
				'select c, private.code_sort_key(c) as key from unnest($1::text[]) as c',
				[codes],
			);
			expect(keys).toEqual(codes.map((c) => ({ c, key: indicatorSortKey(c) })));
			const inDatabase = (await sorted(codes)).map(indicatorSortKey);
			expect(inDatabase).toEqual([...codes].sort(compareIndicatorCodes).map(indicatorSortKey));
		}),
		{ seed, numRuns: runs(40) },
	);
});

/** These codes as indicators of one framework, in the order of their sort keys. */
async function sorted(codes: readonly string[]): Promise<string[]> {
	await database.sql.run('delete from indicator');
	await database.sql.query(
		`insert into indicator (framework_code, code, title, unit) select 'F', c, c, 'people' from unnest($1::text[]) as c`,
		[codes],
	);
	return (await database.sql.query('select code from indicator order by sort_key')).map((row) =>
		String(row.code),
	);
}
