import { afterAll, beforeAll, expect, test } from 'vitest';
import { EUTF_INDICATORS } from '#domain/eutfIndicators.ts';
import { naturalId } from '#domain/naturalId.ts';
import { stageEutf } from '#import/eutf.ts';
import type { Json } from '../../src/lib/server/database.types.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { JOBS, MIGRANTS, projectsFile, resultsFile, type ResultCells } from '../support/eutfFiles.ts';

const DECISION = 'T05-EUTF-NOA-LY-08';
const projects = projectsFile(
	{ iati_id: DECISION, prefix: 'DEC', title: 'Protection', recipient_country: 'LY' },
	{
		iati_id: `${DECISION}-01`,
		prefix: 'CTR',
		title: 'First',
		recipient_country: 'LY',
		partner_implementing: 'GIZ',
	},
	{ iati_id: `${DECISION}-02`, prefix: 'CTR', title: 'Second', recipient_country: 'LY' },
	{ iati_id: 'T05-EUTF-NOA-xx-xx', prefix: 'CTR', title: 'A test', project_parent: DECISION },
);
const published: readonly ResultCells[] = [
	{ iati_id: DECISION, title: MIGRANTS, actual: '30' },
	{ iati_id: `${DECISION}-01`, title: MIGRANTS, actual: '10', target: '40' },
	{ iati_id: `${DECISION}-02`, title: MIGRANTS, actual: '15', target: 'TBD' },
	{ iati_id: 'T05-EUTF-NOA-xx-xx', title: MIGRANTS, actual: '1000' },
	{ iati_id: DECISION, title: JOBS, actual: '7' },
	{ iati_id: `${DECISION}-01`, title: JOBS },
];

let database: TestDatabase;

async function load(rows: readonly ResultCells[], options: { day?: string; dryRun?: boolean } = {}) {
	const staged = stageEutf(resultsFile(...rows), projects, options.day ?? '2021-12-17');
	if (staged.kind === 'problem') throw new Error(staged.key);
	const { data, error } = await database.asService().rpc('load_change_set', {
		change_set: staged.changeSet as unknown as Json,
		dry_run: options.dryRun ?? false,
	});
	if (error !== null) throw error;
	return data as unknown as {
		nothingChanged: boolean;
		tables: Record<string, { added: number; changed: number; unchanged: number }>;
	};
}

async function totals() {
	const { data } = await database.asService().schema('reporting').rpc('totals', { p_programme: 'EUTF-NOA' });
	return data?.map(({ code, naive_sum, counted_once }) => [code, naive_sum, counted_once]);
}

beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

test('a dry run counts and keeps nothing', async () => {
	expect((await load(published, { dryRun: true })).tables['project']).toMatchObject({ added: 4 });
	expect(await database.sql.query('select id from public.project')).toEqual([]);
});

test('contracts replace their decision, a decision counts where no contract has a value, a test never does', async () => {
	await load(published);
	expect(await totals()).toEqual([
		['1.1', 7, 7],
		['3.2', 1055, 25],
	]);
});

test('a second run changes nothing', async () => {
	expect(await load(published)).toMatchObject({ nothingChanged: true });
});

test('a corrected file is the next revision, and the next version of its target', async () => {
	const corrected = published.map((row) =>
		row.iati_id === `${DECISION}-01` && row.title === MIGRANTS ? { ...row, actual: '12', target: '50' } : row,
	);
	await load(corrected);
	expect(await totals()).toContainEqual(['3.2', 1057, 27]);
	const revisions = await database.sql.query(
		`select v.number, v.in_force, v.reason is not null as reasoned
		from public.report_revision v
		join public.report r on r.id = v.report_id
		join public.project p on p.id = r.project_id
		where p.code = $1 order by v.number`,
		[`${DECISION}-01`],
	);
	expect(revisions).toEqual([
		{ number: 1, in_force: false, reasoned: true },
		{ number: 2, in_force: true, reasoned: true },
	]);
	const targets = await database.sql.query<{ version: number; value: string }>(
		`select ts.version, t.value::text as value
		from public.target_schedule ts
		join public.target t on t.schedule_id = ts.id
		where t.value is not null order by ts.version`,
	);
	expect(targets).toEqual([
		{ version: 1, value: '40' },
		{ version: 2, value: '50' },
	]);
});

test('a later export is a snapshot of its own', async () => {
	const later = published.map((row) => (row.iati_id === `${DECISION}-02` ? { ...row, actual: '20' } : row));
	await load(later, { day: '2022-06-30' });
	const periods = await database.sql.query('select code from public.period order by code');
	expect(periods).toEqual([{ code: 'S-2021-12-17' }, { code: 'S-2022-06-30' }]);
	expect(await totals()).toContainEqual(['3.2', 1060, 30]);
});

test('codes sort in the database as in the domain', async () => {
	const rows = await database.sql.query(
		'select code, sort_key from public.indicator order by framework_code, sort_key',
	);
	expect(rows).toEqual(EUTF_INDICATORS.map(({ code, sortKey }) => ({ code, sort_key: sortKey })));
});

test('SQL makes the same natural ids', async () => {
	const rows = await database.sql.query(`select md5('organisation/iom')::uuid as id`);
	expect(rows).toEqual([{ id: naturalId('organisation', 'iom') }]);
});
