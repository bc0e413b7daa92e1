import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stageEutf } from '#import/eutf.ts';
import type { Json } from '../../src/lib/server/database.types.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const folder = join(process.env['WAYMARK_SAMPLES'] ?? '', 'samples');
const read = (name: string) => ({ name, text: readFileSync(join(folder, name), 'utf8') });

let database: TestDatabase;
let changeSet: Json;

beforeAll(async () => {
	database = await openTestDatabase();
	const staged = stageEutf(
		read('eutf-noa-results-2021-12.csv'),
		read('eutf-noa-projects-2021-12.csv'),
		'2021-12-17',
	);
	if (staged.kind === 'problem') throw new Error(staged.key);
	changeSet = staged.changeSet as unknown as Json;
	const { error } = await database.asService().rpc('load_change_set', { change_set: changeSet });
	if (error !== null) throw error;
});
afterAll(() => database.close());

test('every total of the North of Africa window is counted once', async () => {
	const { data, error } = await database
		.asService()
		.schema('reporting')
		.rpc('totals', { p_programme: 'EUTF-NOA' });
	expect(error).toBeNull();
	const totals = new Map(data?.map((row) => [row.title, { naive: row.naive_sum, once: row.counted_once }]));
	const expected: { indicator: string; naive_sum: string; counted_once: string }[] = parse(
		read('eutf-noa-counted-once.csv').text,
		{ columns: true },
	);
	expect(expected).toHaveLength(30);
	for (const { indicator, naive_sum, counted_once } of expected) {
		expect([indicator, totals.get(indicator)]).toEqual([
			indicator,
			{ naive: Number(naive_sum), once: Number(counted_once) },
		]);
	}
	const others = [...totals].filter(([title]) => !expected.some(({ indicator }) => indicator === title));
	expect(others.filter(([, { naive, once }]) => naive !== null || once !== null)).toEqual([]);
});

test('three decisions declare another figure than their contracts', async () => {
	const { data } = await database.asService().schema('reporting').rpc('totals', {});
	const differences = data?.flatMap(({ code, differences }) =>
		(differences as { project: string; declared: number; children: number }[]).map((difference) => [
			code,
			difference.project,
			difference.declared,
			difference.children,
		]),
	);
	expect(differences).toEqual([
		['2.2', 'T05-EUTF-NOA-LY-08', 19_669, 16_166],
		['2.8', 'T05-EUTF-NOA-MA-02', 542, 0],
		['5.2', 'T05-EUTF-NOA-TN-01', 1, 2],
	]);
});

test('a second run changes nothing', async () => {
	const { data } = await database.asService().rpc('load_change_set', { change_set: changeSet });
	expect(data).toMatchObject({ nothingChanged: true });
});
