import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { readNotices } from '../../../src/lib/server/queries/notice.ts';
import { idOf } from '../security/idOf.ts';
import { openReminderWorld, quarter, type ReminderWorld } from './reporting.ts';

let world: ReminderWorld;
beforeEach(async () => {
	world = await openReminderWorld();
});
afterEach(() => world.database.close());

describe('who is owed a mail', () => {
	it('14, 7 and 1 days before the day it is due, the day after and then weekly', async () => {
		await world.addPartner('one@example.org', ['one']);
		const told: Record<string, string | undefined> = {};
		for (let day = '2022-10-10'; day <= '2022-11-20'; day = dayAfter(day)) {
			const kinds = (await world.due(day))['one@example.org'];
			if (kinds !== undefined) told[day] = kinds.join(' ');
		}
		expect(told).toEqual({
			'2022-10-17': 'before-due',
			'2022-10-24': 'before-due',
			'2022-10-30': 'before-due',
			'2022-11-01': 'overdue',
			'2022-11-08': 'overdue',
			'2022-11-15': 'overdue',
		});
	});

	test.each([
		['draft', { 'one@example.org': ['before-due'] }],
		['submitted', {}],
		['approved', {}],
	] as const)('where the report is %s', async (state, expected) => {
		await world.addPartner('one@example.org', ['one']);
		await world.report('one', state);
		expect(await world.due('2022-10-30')).toEqual(expected);
	});

	it('once for each return, on the next run, and not before it happened', async () => {
		await world.addPartner('one@example.org', ['one']);
		await world.report('one', 'returned', '2022-10-20');
		expect(await world.due('2022-10-19')).toEqual({});
		const [mail] = await world.claim('2022-10-20');
		expect(mail?.lines).toMatchObject([{ kind: 'returned', returned_on: '2022-10-20', missing: 1 }]);
		await world.end(String(mail?.id), 'sent');
		expect(await world.due('2022-10-21')).toEqual({});
		expect(await world.due('2022-10-24')).toEqual({});
	});

	it('in their language, English where nobody knows it, unless they want none', async () => {
		await world.addPartner('ar@example.org', ['one'], { language: 'ar' });
		await world.addPartner('fr@example.org', ['one'], { language: 'fr' });
		await world.addPartner('none@example.org', ['one'], { language: 'fr', wants_mail: false });
		await world.addPartner('unsaid@example.org', ['one']);
		const mails = await world.claim('2022-10-30');
		expect(Object.fromEntries(mails.map(({ email, language }) => [email, language]))).toEqual({
			'ar@example.org': 'ar',
			'fr@example.org': 'fr',
			'unsaid@example.org': 'en',
		});
	});

	it('only whoever reports: of both their organisations in one mail, of nobody else’s', async () => {
		await world.addPartner('both@example.org', ['one', 'two']);
		await world.addPartner('two@example.org', ['two']);
		const staff = await world.database.createUser('staff@example.org');
		await world.database.sql.query(
			`insert into membership (user_id, role, every_programme) values ($1, 'staff', true)`,
			[staff],
		);
		expect(await world.due('2022-10-30')).toEqual({
			'both@example.org': ['before-due', 'before-due'],
			'two@example.org': ['before-due'],
		});
	});

	it('never for a demonstration, whose page says it all the same', async () => {
		const show = await world.addPartner('show@example.org', ['show']);
		for (const day of ['2022-10-17', '2022-10-30', '2022-11-01', '2022-11-08'])
			expect(await world.due(day)).toEqual({});
		const { notices } = await readNotices({ supabase: await world.database.asUser(show), lang: 'en' });
		expect(notices).toMatchObject([{ kind: 'overdue', missing: 2, programme: { demonstration: true } }]);
	});

	it('nothing for a closed period; for a reopened one, by the day it closes again', async () => {
		await world.addPartner('one@example.org', ['one']);
		const { sql } = world.database;
		await sql.query(`update programme_period set locked_at = '2022-11-20'`);
		expect(await world.due('2022-10-30')).toEqual({});
		const [day] = await sql.query<{ until: string; before: string }>(
			`select (current_date + 3)::text as until, (current_date + 2)::text as before`,
		);
		await sql.query(
			`insert into period_exception (programme_id, period_code, organisation_id, until, reason) values ($1, $2, $3, $4, 'late figures')`,
			[idOf('real'), quarter.code, idOf('one'), day?.until],
		);
		expect(await world.due(String(day?.before))).toEqual({ 'one@example.org': ['before-due'] });
	});

	it('nothing for a test project', async () => {
		await world.addPartner('one@example.org', ['one']);
		await world.database.sql.query('update project set test = true');
		expect(await world.due('2022-10-30')).toEqual({});
	});
});

describe('the notices of a page', () => {
	it('are those of the reader’s organisations, with what is missing', async () => {
		const one = await world.addPartner('one@example.org', ['one']);
		await world.report('one', 'returned', '2022-10-20');
		const asOne = { supabase: await world.database.asUser(one), lang: 'en' } as const;
		const { today, notices } = await readNotices(asOne);
		expect(today).toMatch(/^\d{4}-\d\d-\d\d$/);
		expect(notices).toEqual([
			{
				kind: 'returned',
				reportId: idOf('report one'),
				programme: { code: 'REAL', name: 'Real', demonstration: false },
				project: { id: idOf('one project'), code: 'one-1', title: 'Safe <journeys>' },
				organisation: { slug: 'one', name: 'Organisation One', shortName: 'ONE' },
				period: quarter.code,
				dueOn: quarter.due,
				returnedOn: '2022-10-20',
				missing: 1,
			},
		]);
	});

	it('lead to the page that the report will have, before it was begun', async () => {
		const two = await world.addPartner('two@example.org', ['two']);
		const client = await world.database.asUser(two);
		const { notices } = await readNotices({ supabase: client, lang: 'en' });
		expect(notices).toMatchObject([{ kind: 'overdue', missing: 2 }]);
		const { data } = await client
			.schema('reporting')
			.rpc('entry_page', { p_report: String(notices[0]?.reportId) });
		expect(data).toMatchObject({ period: { code: quarter.code } });
	});

	it('are none for somebody who reports for nobody', async () => {
		const stranger = await world.database.createUser('stranger@example.org');
		const { notices } = await readNotices({ supabase: await world.database.asUser(stranger), lang: 'en' });
		expect(notices).toEqual([]);
	});
});

function dayAfter(day: string): string {
	return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
