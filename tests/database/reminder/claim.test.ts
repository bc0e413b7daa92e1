import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { openReminderWorld, type ReminderWorld } from './reporting.ts';

let world: ReminderWorld;
beforeEach(async () => {
	world = await openReminderWorld();
	await world.addPartner('one@example.org', ['one']);
	await world.addPartner('two@example.org', ['two']);
});
afterEach(() => world.database.close());

const addresses = (mails: readonly { email: string }[]) => mails.map(({ email }) => email).sort();

describe('a day’s mails', () => {
	it('are handed out once', async () => {
		expect(addresses(await world.claim('2022-10-30'))).toEqual(['one@example.org', 'two@example.org']);
		expect(await world.claim('2022-10-30')).toEqual([]);
	});

	it('are handed out once by whatever runs at the same time', async () => {
		const runs = await Promise.all(Array.from({ length: 6 }, () => world.claim('2022-10-30')));
		expect(addresses(runs.flat())).toEqual(['one@example.org', 'two@example.org']);
	});

	it('are one a person, whatever comes up later that day', async () => {
		for (const { id } of await world.claim('2022-10-30')) await world.end(id, 'sent');
		await world.report('one', 'returned', '2022-10-30');
		expect(await world.claim('2022-10-30')).toEqual([]);
		const next = await world.claim('2022-10-31');
		expect(next).toMatchObject([{ email: 'one@example.org', lines: [{ kind: 'returned' }] }]);
	});

	it('can be tried again that day where the mail server refused, five times at most', async () => {
		for (let attempt = 1; attempt <= 5; attempt += 1) {
			const mails = await world.claim('2022-10-30');
			expect(addresses(mails)).toContain('one@example.org');
			for (const { id, email } of mails) await world.end(id, email === 'one@example.org' ? 'failed' : 'sent');
		}
		expect(await world.claim('2022-10-30')).toEqual([]);
		expect(addresses(await world.claim('2022-11-01'))).toEqual(['one@example.org', 'two@example.org']);
	});

	test.each(['sent', 'unknown'] as const)('are not tried again where they were %s', async (outcome) => {
		for (const { id } of await world.claim('2022-10-30')) await world.end(id, outcome);
		expect(await world.claim('2022-10-30')).toEqual([]);
	});

	it('leave a return to be told where it was refused the whole day', async () => {
		await world.report('one', 'returned', '2022-10-20');
		for (const { id } of await world.claim('2022-10-20')) await world.end(id, 'failed');
		expect(await world.due('2022-10-21')).toEqual({ 'one@example.org': ['returned'] });
	});

	it('keep their first outcome', async () => {
		const [mail] = await world.claim('2022-10-30');
		await world.end(String(mail?.id), 'sent');
		await world.end(String(mail?.id), 'failed');
		const [row] = await world.database.sql.query('select outcome from reminder where id = $1', [mail?.id]);
		expect(row).toEqual({ outcome: 'sent' });
	});
});

describe('nobody but the server', () => {
	const calls = [
		`select * from public.due_mails('2022-10-30')`,
		`select public.claim_due_mails('2022-10-30')`,
		`select public.end_mail('00000000-0000-4000-8000-000000000000', 'sent')`,
		`select * from private.notices_of('{}', '2022-10-30')`,
		`select * from private.owed_reports_of('{}')`,
		`update public.reminder set outcome = null`,
		`insert into public.reminder (user_id, day, language, lines) values (auth.uid(), '2022-10-30', 'en', '[]')`,
	];
	it('may ask for, take or end mails, or look into other organisations', async () => {
		for (const statement of calls) {
			for (const role of ['anon', 'authenticated'] as const) {
				const attempt = world.database.inRole(role, undefined, (sql) => sql.query(statement));
				await expect(attempt, `${role}: ${statement}`).rejects.toThrow(/permission denied/);
			}
		}
	});
});
