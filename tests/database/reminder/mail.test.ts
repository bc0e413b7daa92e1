import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rehearse, remind } from '../../../src/jobs/remind.ts';
import { type Mailer, openMailer } from '../../../src/lib/server/mail.ts';
import { openSmtpServer, type SmtpServer } from '../../support/smtpServer.ts';
import { openReminderWorld, type ReminderWorld } from './reporting.ts';

let world: ReminderWorld;
let smtp: SmtpServer;
let mailer: Mailer;

beforeEach(async () => {
	world = await openReminderWorld();
	smtp = await openSmtpServer();
	mailer = openMailer({ url: smtp.url, from: 'waymark@example.org' });
});
afterEach(async () => {
	mailer.close();
	await smtp.close();
	await world.database.close();
});

const run = (day: string) => remind(world.service, mailer, { origin: 'https://waymark.example', day });
const arrived = () => smtp.mails.map(({ to }) => to.join()).sort();

describe('a run', () => {
	it('sends each person one mail, in their language', async () => {
		await world.addPartner('ar@example.org', ['one'], { language: 'ar' });
		await world.addPartner('fr@example.org', ['two'], { language: 'fr' });
		await world.addPartner('show@example.org', ['show']);
		expect(await run('2022-10-30')).toMatchObject({
			ok: true,
			mails: [{ outcome: 'sent' }, { outcome: 'sent' }],
		});
		expect(arrived()).toEqual(['ar@example.org', 'fr@example.org']);

		const arabic = smtp.mails.find(({ to }) => to.includes('ar@example.org'));
		expect(arabic?.headers).toMatchObject({
			from: 'Waymark <waymark@example.org>',
			to: 'ar@example.org',
			subject: 'Waymark: ONE · الربع الثالث 2022، موعد التسليم غدًا (31 أكتوبر 2022)، ينقص رقمان',
			'auto-submitted': 'auto-generated',
			'content-language': 'ar',
			'list-unsubscribe': '<https://waymark.example/reports/reminders?lang=ar>',
		});
		expect(arabic?.headers['message-id']).toMatch(/^<[0-9a-f-]{36}@example\.org>$/);
		expect(arabic?.parts['text/html']).toContain('dir="rtl"');
		expect(arabic?.parts['text/html']).toContain('Safe &#60;journeys&#62;');
		expect(arabic?.parts['text/plain']).toContain('one-1 · Safe <journeys>');

		const french = smtp.mails.find(({ to }) => to.includes('fr@example.org'));
		expect(french?.headers['subject']).toBe(
			'Waymark : Organisation Two · T3 2022, à remettre demain (31 oct. 2022), 2 chiffres manquent',
		);
		expect(french?.parts['text/plain']).toContain('https://waymark.example/reports?lang=fr');
	});

	it('twice at once, and again, sends nobody a second', async () => {
		for (let n = 1; n <= 12; n += 1) await world.addPartner(`p${n}@example.org`, ['one', 'two']);
		await Promise.all([run('2022-10-30'), run('2022-10-30'), run('2022-10-30')]);
		await run('2022-10-30');
		expect(arrived()).toEqual(Array.from({ length: 12 }, (_, n) => `p${n + 1}@example.org`).sort());
	});

	it('tries again the same day what was refused, once it is taken', async () => {
		await world.addPartner('one@example.org', ['one']);
		smtp.mood = 'refuses';
		expect(await run('2022-10-30')).toMatchObject({ mails: [{ outcome: 'failed', problem: '451' }] });
		smtp.mood = 'takes';
		expect(await run('2022-10-30')).toMatchObject({ mails: [{ outcome: 'sent' }] });
		expect(await run('2022-10-30')).toEqual({ ok: true, mails: [] });
		expect(arrived()).toEqual(['one@example.org']);
	});

	it('does not send again what may have arrived when the connection broke', async () => {
		await world.addPartner('one@example.org', ['one']);
		smtp.mood = 'hangs up';
		expect(await run('2022-10-30')).toMatchObject({ mails: [{ outcome: 'unknown' }] });
		smtp.mood = 'takes';
		expect(await run('2022-10-30')).toEqual({ ok: true, mails: [] });
	});

	it('takes nothing while the mail server is down', async () => {
		await world.addPartner('one@example.org', ['one']);
		await smtp.close();
		expect(await run('2022-10-30')).toEqual({ ok: false, problem: 'ECONNREFUSED' });
		expect(await world.database.sql.query('select id from reminder')).toEqual([]);
		smtp = await openSmtpServer();
		mailer = openMailer({ url: smtp.url, from: 'waymark@example.org' });
		await run('2022-10-30');
		expect(arrived()).toEqual(['one@example.org']);
	});

	it('keeps no address and no words of the mail server', async () => {
		await world.addPartner('one@example.org', ['one']);
		smtp.mood = 'refuses';
		await run('2022-10-30');
		const rows = await world.database.sql.query<{ row: string }>(
			'select to_jsonb(r)::text as row from reminder r',
		);
		expect(rows).toHaveLength(1);
		expect(rows[0]?.row).not.toMatch(/example\.org|not now/);
	});
});

it('a rehearsal says who would be written to, and writes nothing', async () => {
	await world.addPartner('one@example.org', ['one'], { language: 'fr' });
	const place = { origin: 'https://waymark.example', day: '2022-10-30' };
	expect(await rehearse(world.service, place)).toEqual([
		{
			email: 'one@example.org',
			language: 'fr',
			subject: 'Waymark : ONE · T3 2022, à remettre demain (31 oct. 2022), 2 chiffres manquent',
			reports: 1,
			outcome: 'due',
		},
	]);
	expect(await world.database.sql.query('select id from reminder')).toEqual([]);
	expect(smtp.mails).toEqual([]);
});
