import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, EntryLine, EntryReport } from '../../../src/lib/domain/entry.ts';
import {
	beginCorrection,
	endCorrection,
	saveNarrative,
	submitReport,
	withdrawReport,
} from '../../../src/lib/server/commands/report.ts';
import { readCellHistory } from '../../../src/lib/server/queries/report.ts';
import { changeOf, type Officer, openReporting, type Reporting } from './partner.ts';

let reporting: Reporting;
let officer: Officer;
let staff: Officer;

beforeAll(async () => {
	reporting = await openReporting();
	officer = await reporting.as('gfngo');
	staff = await reporting.as('staff');
});
afterAll(() => reporting.database.close());

const openQuarter = () => officer.find((one) => one.period.code === '2023-Q1');

/** An answer that fits what a line asks. */
function answerTo({ valueKind, indicator }: EntryLine, value: number): Answer {
	if (valueKind === 'ratio') return { numerator: value, denominator: 200 };
	if (valueKind === 'ordinal') return { level: 2, rating: 'on-track' };
	if (valueKind === 'qualitative') return { text: 'As agreed.', rating: 'on-track' };
	const [dimension] = indicator.dimensions;
	return dimension === undefined
		? { value }
		: {
				value,
				breakdowns: [{ dimensions: [dimension], parts: [{ categories: ['unknown'], value }] }],
			};
}

async function fill(report: EntryReport, value: number): Promise<void> {
	const changes = report.lines.map((line) => changeOf(report, line.seriesId, answerTo(line, value)));
	expect((await officer.save(changes)).map(({ state }) => state)).toEqual(changes.map(() => 'saved'));
}

/** What the newest revision of a report holds, by series: past row security. */
async function figures(reportId: string) {
	return reporting.database.sql.query<{
		series_id: string;
		value: string | null;
		entered_by: string;
		state: string;
	}>(
		`select o.series_id, o.value, o.entered_by, v.state
		from public.report_revision v
		join public.observation o on o.revision_id = v.id
		where v.report_id = $1
		and v.number = (select max(n.number) from public.report_revision n where n.report_id = $1)`,
		[reportId],
	);
}

async function decide(
	reportId: string,
	values: { state: 'approved' } | { state: 'returned'; decision_note: string },
) {
	const { data, error } = await staff.client
		.from('report_revision')
		.update(values)
		.eq('report_id', reportId)
		.eq('state', 'submitted')
		.select('number');
	expect(error).toBeNull();
	expect(data).toHaveLength(1);
}

describe('a quarter', () => {
	test('with nothing in it is not handed in', async () => {
		const report = await openQuarter();
		expect(await submitReport(officer.client, report.id, randomUUID())).toEqual({
			state: 'refused',
			reason: 'empty',
		});
	});

	test('with a cell that cannot be read says which', async () => {
		const report = await openQuarter();
		const line = report.lines.find(({ valueKind }) => valueKind === 'increment');
		if (!line) throw new Error('No increment is asked.');
		await officer.save([changeOf(report, line.seriesId, { typed: { value: '1,296' } })]);
		expect(await submitReport(officer.client, report.id, randomUUID())).toEqual({
			state: 'blocked',
			cells: [{ seriesId: line.seriesId, why: 'unreadable' }],
		});
		const parts = [{ categories: ['female'], value: 3 }];
		const again = await officer.report(report.id);
		await officer.save([
			changeOf(again, line.seriesId, { value: 5, breakdowns: [{ dimensions: ['sex'], parts }] }),
		]);
		expect(await submitReport(officer.client, report.id, randomUUID())).toMatchObject({
			state: 'blocked',
			cells: [{ why: 'parts' }],
		});
	});

	test('is handed in whole, once, however often it is pressed', async () => {
		await fill(await openQuarter(), 12);
		const report = await openQuarter();
		await saveNarrative(officer.client, report.id, {
			version: report.narrative.version,
			progress: 'Two trainings were held.',
			difficulties: '',
			next: 'A third in May.',
		});
		const key = randomUUID();
		const [first, second] = await Promise.all([
			submitReport(officer.client, report.id, key),
			submitReport(officer.client, report.id, key),
		]);
		expect(first).toMatchObject({ state: 'submitted', revision: 1 });
		expect(second).toEqual(first);
		expect(await submitReport(officer.client, report.id, randomUUID())).toEqual({
			state: 'refused',
			reason: 'submitted',
		});
		const kept = await figures(report.id);
		expect(kept.map(({ series_id }) => series_id).sort()).toEqual(
			report.lines.map(({ seriesId }) => seriesId).sort(),
		);
		expect(new Set(kept.map(({ entered_by }) => entered_by))).toEqual(new Set([officer.userId]));
		const [words] = await reporting.database.sql.query<{ narrative: string; next_steps: string }>(
			'select narrative, next_steps from public.report_revision where report_id = $1',
			[report.id],
		);
		expect(words).toEqual({ narrative: 'Two trainings were held.', next_steps: 'A third in May.' });
	});

	test('stands as it is while it waits, and can be taken back', async () => {
		const report = await openQuarter();
		expect(report).toMatchObject({ state: 'submitted', lock: { kind: 'submitted' }, revision: 1 });
		const [line] = report.lines;
		if (!line) throw new Error('The report has no line.');
		expect(await officer.save([changeOf(report, line.seriesId, { note: 'too late' })])).toMatchObject([
			{ state: 'refused', reason: 'submitted' },
		]);
		for (const words of [
			{ difficulties: 'None at all' },
			{ next_steps: 'None' },
			{ submission_key: randomUUID() },
		]) {
			const changed = await officer.client
				.from('report_revision')
				.update(words)
				.eq('report_id', report.id)
				.eq('state', 'submitted');
			expect(changed.error, Object.keys(words).join()).not.toBeNull();
		}
		expect(await withdrawReport(officer.client, report.id)).toEqual({ state: 'withdrawn' });
		expect(await withdrawReport(officer.client, report.id)).toEqual({ state: 'refused', reason: 'decided' });
		const lock = `update public.programme_period set locked_at = $2
			where period_code = '2023-Q1' and programme_id in (select r.programme_id from public.report r where r.id = $1)`;
		await reporting.database.sql.query(lock, [report.id, '2023-06-30T00:00:00Z']);
		expect(await submitReport(officer.client, report.id, randomUUID())).toEqual({
			state: 'refused',
			reason: 'closed',
		});
		const past = await officer.client
			.from('report_revision')
			.update({ state: 'submitted' })
			.eq('report_id', report.id)
			.eq('state', 'draft');
		expect(past.error).not.toBeNull();
		await reporting.database.sql.query(lock, [report.id, null]);

		const back = await openQuarter();
		expect(back).toMatchObject({ state: 'draft', lock: { kind: 'open' } });
		expect(back.lines.map(({ cell }) => cell.answer)).toEqual(report.lines.map(({ cell }) => cell.answer));
		expect(await submitReport(officer.client, report.id, randomUUID())).toMatchObject({
			state: 'submitted',
			revision: 1,
		});
	});

	test('that came back reopens with what was in it and what was said, and goes in as the next revision', async () => {
		const report = await openQuarter();
		const line = report.lines.find(({ valueKind }) => valueKind === 'increment');
		if (!line) throw new Error('No increment is asked.');
		const [revision] = await reporting.database.sql.query<{ id: string }>(
			`select id from public.report_revision where report_id = $1 and state = 'submitted'`,
			[report.id],
		);
		const comment = { revision_id: String(revision?.id), series_id: line.seriesId, body: 'Twelve twice?' };
		// the scope is filled in by trigger; row security asks for it beforehand
		const scope = await reporting.database.sql.query<{ programme_id: string; organisation_id: string }>(
			'select programme_id, organisation_id from public.report where id = $1',
			[report.id],
		);
		const said = await staff.client
			.from('cell_comment')
			.insert(scope.map((programme) => ({ ...comment, ...programme })));
		expect(said.error).toBeNull();
		await decide(report.id, { state: 'returned', decision_note: 'Please check the trainings.' });

		const back = await openQuarter();
		expect(back).toMatchObject({
			state: 'returned',
			lock: { kind: 'open' },
			decisionNote: 'Please check the trainings.',
		});
		const again = back.lines.find(({ seriesId }) => seriesId === line.seriesId);
		expect(again?.comments).toMatchObject([{ text: 'Twelve twice?', revision: 1 }]);
		expect(again?.cell.answer).toEqual(line.cell.answer);
		await officer.save([changeOf(back, line.seriesId, { ...line.cell.answer, note: 'Checked.' })]);
		expect(await submitReport(officer.client, report.id, randomUUID())).toMatchObject({
			state: 'submitted',
			revision: 2,
		});
		const handedIn = (await openQuarter()).lines.find(({ seriesId }) => seriesId === line.seriesId);
		expect(handedIn?.cell.answer).toMatchObject({ note: 'Checked.' });
	});

	test('approved moves into totals, and is corrected by a revision with a reason', async () => {
		const report = await openQuarter();
		await decide(report.id, { state: 'approved' });
		const approved = await openQuarter();
		expect(approved.lock).toEqual({ kind: 'approved' });
		const line = approved.lines.find(({ valueKind }) => valueKind === 'increment');
		if (!line) throw new Error('No increment is asked.');

		expect(await beginCorrection(officer.client, report.id, ' ')).toEqual({
			state: 'refused',
			reason: 'no-reason',
		});
		expect(await beginCorrection(officer.client, report.id, 'Counted twice')).toEqual({
			state: 'correcting',
		});
		const correcting = await openQuarter();
		expect(correcting).toMatchObject({
			state: 'approved',
			lock: { kind: 'open' },
			correcting: 'Counted twice',
		});
		const breakdowns = [{ dimensions: ['sex'], parts: [{ categories: ['unknown'], value: 9 }] }];
		await officer.save([changeOf(correcting, line.seriesId, { value: 9, breakdowns })]);

		// left and taken up again: the approved figure shows meanwhile
		await endCorrection(officer.client, report.id);
		const between = (await openQuarter()).lines.find(({ seriesId }) => seriesId === line.seriesId);
		expect(between?.cell.answer.value).toBe(12);
		await beginCorrection(officer.client, report.id, 'Counted twice');
		expect(await submitReport(officer.client, report.id, randomUUID())).toMatchObject({
			state: 'submitted',
			revision: 3,
		});
		const stillCounts = await reporting.database.sql.query<{ in_period: string }>(
			`select in_period from reporting.series_period where series_id = $1 and period_code = '2023-Q1'`,
			[line.seriesId],
		);
		expect(Number(stillCounts[0]?.in_period)).toBe(12);
		await decide(report.id, { state: 'approved' });
		const corrected = await reporting.database.sql.query<{ in_period: string }>(
			`select in_period from reporting.series_period where series_id = $1 and period_code = '2023-Q1'`,
			[line.seriesId],
		);
		expect(Number(corrected[0]?.in_period)).toBe(9);

		const history = await readCellHistory({ supabase: officer.client, lang: 'en' }, report.id, line.seriesId);
		expect(
			history.filter(({ kind }) => kind !== 'change').map(({ kind, revision }) => [kind, revision]),
		).toEqual([
			['approved', 3],
			['approved', 2],
			['returned', 1],
		]);
		expect(history.find(({ kind }) => kind === 'change')).toMatchObject({ after: { value: 9 } });
	});

	test('is not decided on by whoever typed into it', async () => {
		const report = await (await reporting.as('iom-egypt')).find((one) => one.period.code === '2023-Q1');
		const line = report.lines.find(({ valueKind }) => valueKind === 'increment');
		if (!line) throw new Error('No increment is asked.');
		expect(await staff.save([changeOf(report, line.seriesId, { value: 1 })])).toMatchObject([
			{ state: 'saved' },
		]);
		const partner = await reporting.as('iom-egypt');
		const again = await partner.report(report.id);
		await partner.save([changeOf(again, line.seriesId, { value: 2 })]);
		expect(await submitReport(partner.client, report.id, randomUUID())).toMatchObject({ state: 'submitted' });
		const { error } = await staff.client
			.from('report_revision')
			.update({ state: 'approved' })
			.eq('report_id', report.id);
		expect(error?.message).toContain('Nobody decides on a report they entered');
	});
});
