import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntryReport } from '../../../src/lib/domain/entry.ts';
import { changeOf, type Officer, openReporting, type Reporting } from './partner.ts';

let reporting: Reporting;
let officer: Officer;
let report: EntryReport;

beforeAll(async () => {
	reporting = await openReporting();
	officer = await reporting.as('iom-egypt');
});
afterAll(() => reporting.database.close());

/** The first line of the open quarter that asks for a plain number, and the report as it stands now. */
async function openLine() {
	report = await officer.find((one) => one.period.code === '2023-Q1' && one.asked > 5);
	const line = report.lines.find(({ valueKind }) => valueKind === 'increment');
	if (line === undefined) throw new Error('The report asks for no increment.');
	return line;
}

async function holds(seriesId: string) {
	return (await officer.report(report.id)).lines.find((line) => line.seriesId === seriesId)?.cell;
}

describe('one cell', () => {
	test('is saved on top of the version it shows, and says who changed it', async () => {
		const { seriesId, cell } = await openLine();
		const answer = { value: 1234.5, note: 'Register of March' };
		const [outcome] = await officer.save([changeOf(report, seriesId, answer)]);
		expect(outcome).toMatchObject({ state: 'saved', version: cell.version + 1 });
		expect(await holds(seriesId)).toMatchObject({ version: cell.version + 1, answer });
		expect((await holds(seriesId))?.changedBy).not.toBeNull();
	});

	test('delivered twice takes effect once, also after somebody else wrote', async () => {
		const { seriesId, cell } = await openLine();
		const first = changeOf(report, seriesId, { value: 7 });
		await officer.save([first]);
		const second = changeOf(report, seriesId, { value: 8 }, cell.version + 1);
		await officer.save([second]);
		expect(await officer.save([first])).toEqual([
			{ key: first.key, state: 'saved', version: cell.version + 1 },
		]);
		expect(await holds(seriesId)).toMatchObject({ version: cell.version + 2, answer: { value: 8 } });
	});

	test('changed meanwhile is a conflict that shows what stands', async () => {
		const { seriesId, cell } = await openLine();
		await officer.save([changeOf(report, seriesId, { value: 20 })]);
		const late = changeOf(report, seriesId, { value: 21 });
		expect(await officer.save([late])).toEqual([
			{
				key: late.key,
				state: 'conflict',
				current: expect.objectContaining({ version: cell.version + 1, answer: { value: 20 } }),
			},
		]);
		expect(await holds(seriesId)).toMatchObject({ answer: { value: 20 } });
	});

	test('the same answer from two devices is no conflict', async () => {
		const { seriesId, cell } = await openLine();
		await officer.save([changeOf(report, seriesId, { value: 33 })]);
		const [outcome] = await officer.save([changeOf(report, seriesId, { value: 33 })]);
		expect(outcome).toMatchObject({ state: 'saved', version: cell.version + 1 });
	});

	test('emptied again is empty, not zero', async () => {
		const { seriesId } = await openLine();
		await officer.save([changeOf(report, seriesId, { value: 0 })]);
		expect(await holds(seriesId)).toMatchObject({ answer: { value: 0 } });
		await openLine();
		await officer.save([changeOf(report, seriesId, {})]);
		expect((await holds(seriesId))?.answer).toEqual({});
	});

	test.each([
		['two kinds of answer at once', { value: 1, text: 'one' }],
		['a text for a number', { text: 'many' }],
		[
			'a category that is no word',
			{
				value: 1,
				breakdowns: [{ dimensions: ['sex'], parts: [{ categories: [1] as unknown as string[], value: 1 }] }],
			},
		],
		[
			'parts without a category',
			{ value: 1, breakdowns: [{ dimensions: ['sex'], parts: [{ categories: [], value: 1 }] }] },
		],
	])('%s is refused', async (_, answer) => {
		const { seriesId } = await openLine();
		expect(await officer.save([changeOf(report, seriesId, answer)])).toMatchObject([
			{ state: 'refused', reason: 'invalid' },
		]);
	});

	test('of another project is refused, and leaves no trace', async () => {
		const { cell } = await openLine();
		const other = await officer.find((one) => one.project.id !== report.project.id && one.asked > 0);
		const foreign = String(other.lines[0]?.seriesId);
		expect(await officer.save([changeOf(report, foreign, { value: 1 }, cell.version)])).toMatchObject([
			{ state: 'refused', reason: 'unknown-series' },
		]);
	});
});

describe('several cells', () => {
	test('together are saved all or none', async () => {
		await openLine();
		const [one, two] = report.lines.filter(({ valueKind }) => valueKind === 'increment');
		if (!one || !two) throw new Error('The report asks for fewer than two increments.');
		const stale = changeOf(report, two.seriesId, { value: 2 }, two.cell.version + 9);
		const good = changeOf(report, one.seriesId, { value: 777 });
		expect((await officer.save([good, stale], true)).map(({ state }) => state)).toEqual([
			'saved',
			'conflict',
		]);
		expect((await holds(one.seriesId))?.answer).not.toEqual({ value: 777 });
		expect((await officer.save([good, stale])).map(({ state }) => state)).toEqual(['saved', 'conflict']);
		expect((await holds(one.seriesId))?.answer).toEqual({ value: 777 });
	});
});

describe('others', () => {
	test('a report of another organisation is not there, and takes nothing', async () => {
		const { seriesId } = await openLine();
		for (const name of ['gfngo', 'unodc', 'donor']) {
			const stranger = await reporting.as(name);
			await expect(stranger.report(report.id)).rejects.toThrow('no report');
			expect(await stranger.save([changeOf(report, seriesId, { value: 1 })])).toMatchObject([
				{ state: 'refused', reason: 'not-yours' },
			]);
			expect((await stranger.client.from('draft_cell').select('*').eq('report_id', report.id)).data).toEqual(
				[],
			);
			expect(
				(await stranger.client.from('draft_change').select('*').eq('report_id', report.id)).data,
			).toEqual([]);
		}
	});

	test('nobody writes a draft past the functions', async () => {
		const { seriesId } = await openLine();
		const row = { report_id: report.id, series_id: seriesId };
		const written = await officer.client
			.from('draft_cell')
			.update({ answer: { value: 1 }, version: 99 })
			.match(row)
			.select();
		expect(written.data ?? []).toEqual([]);
		expect(written.error).not.toBeNull();
	});

	test('a key that met a conflict writes nothing later, on whatever version', async () => {
		const { seriesId, cell } = await openLine();
		await officer.save([changeOf(report, seriesId, { value: 71 })]);
		const late = changeOf(report, seriesId, { value: 72 });
		await officer.save([late]);
		const again = { ...late, baseVersion: cell.version + 1 };
		expect(await officer.save([again])).toMatchObject([{ state: 'conflict' }]);
		expect(await holds(seriesId)).toMatchObject({ answer: { value: 71 } });
	});

	test('a key cannot be used for another cell', async () => {
		await openLine();
		const [one, two] = report.lines.filter(({ valueKind }) => valueKind === 'increment');
		if (!one || !two) throw new Error('The report asks for fewer than two increments.');
		const change = changeOf(report, one.seriesId, { value: 61 });
		await officer.save([change]);
		expect(
			await officer.save([{ ...changeOf(report, two.seriesId, { value: 61 }), key: change.key }]),
		).toMatchObject([{ state: 'refused', reason: 'invalid' }]);
	});
});

describe('a period', () => {
	test('that is closed takes nothing, until an exception reopens it', async () => {
		const closed = await officer.find((one) => one.lock.kind === 'closed');
		const seriesId = String(closed.lines[0]?.seriesId);
		expect(await officer.save([changeOf(closed, seriesId, { value: 3 })])).toMatchObject([
			{ state: 'refused', reason: 'closed' },
		]);
		const staff = await reporting.as('staff');
		const { error } = await staff.client.from('period_exception').insert({
			programme_id: await programmeOf(closed),
			period_code: closed.period.code,
			organisation_id: await organisationOf(closed),
			until: '2999-12-31',
			reason: 'The office was flooded.',
		});
		expect(error).toBeNull();
		expect((await officer.report(closed.id)).lock).toEqual({ kind: 'reopened', until: '2999-12-31' });
		expect(await officer.save([changeOf(closed, seriesId, { value: 3 })])).toMatchObject([
			{ state: 'saved' },
		]);
	});
});

async function programmeOf({ programme }: EntryReport): Promise<string> {
	return idBy('select id from public.programme where code = $1', programme.code);
}

async function organisationOf({ organisation }: EntryReport): Promise<string> {
	return idBy('select id from public.organisation where slug = $1', organisation.slug);
}

async function idBy(text: string, value: string): Promise<string> {
	const [row] = await reporting.database.sql.query<{ id: string }>(text, [value]);
	return row?.id ?? randomUUID();
}
