import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbedded } from '../../src/lib/server/backend/embedded.ts';
import { readSettings } from '../../src/lib/server/settings.ts';
import { testDatabaseOn } from '../support/database.ts';
import { openSmtpServer, type SmtpServer } from '../support/smtpServer.ts';
import { runCli } from '../support/waymarkProcess.ts';
import { reminderWorldIn } from './reminder/reporting.ts';

let folder: string;
let smtp: SmtpServer;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'waymark-remind-'));
	smtp = await openSmtpServer();
	const backend = await openEmbedded(readSettings({ WAYMARK_DATA: folder }), false);
	const world = await reminderWorldIn(testDatabaseOn(backend));
	await world.addPartner('ar@example.org', ['one'], { language: 'ar' });
	await backend.close();
});
afterAll(async () => {
	await smtp.close();
	await rm(folder, { recursive: true });
});

test('waymark remind rehearses, says what it needs, sends once and reports in JSON', async () => {
	const mail = { SMTP_URL: smtp.url, MAIL_FROM: 'waymark@example.org' };
	const remind = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
		runCli('waymark.ts', ['remind', ...args], {
			WAYMARK_DATA: folder,
			ORIGIN: 'https://waymark.example',
			...env,
		});

	const rehearsed = await remind(['--day', '2022-10-30', '--dry-run']);
	expect(rehearsed).toMatchObject({
		code: 0,
		stdout: expect.stringMatching(/^due {2}ar@example\.org \[ar\]/),
	});
	expect(await remind(['--day', '30/10/2022'])).toMatchObject({
		code: 1,
		stderr: expect.stringMatching(/--day/),
	});
	expect(await remind(['--day', '2022-10-30'])).toMatchObject({
		code: 1,
		stderr: expect.stringMatching(/SMTP_URL/),
	});
	expect(smtp.mails).toEqual([]);

	const sent = await remind(['--day', '2022-10-30', '--json'], mail);
	expect(sent, sent.stderr).toMatchObject({ code: 0, stderr: '' });
	expect(JSON.parse(sent.stdout)).toMatchObject({ email: 'ar@example.org', reports: 1, outcome: 'sent' });
	expect(await remind(['--day', '2022-10-30'], mail)).toMatchObject({
		code: 0,
		stdout: expect.stringMatching(/Nobody/),
	});
	expect(smtp.mails.map(({ to }) => to)).toEqual([['ar@example.org']]);
	expect(smtp.mails[0]?.parts['text/plain']).toContain('https://waymark.example/reports?lang=ar');
}, 120_000);

test('mails about accounts go the same way, to a mail server that asks for no password', async () => {
	const backend = await openEmbedded(
		readSettings({ WAYMARK_DATA: folder, SMTP_URL: smtp.url, MAIL_FROM: 'waymark@example.org' }),
		false,
	);
	const person = { email: 'new@example.org', password: 'long enough a password' };
	expect((await backend.client().auth.signUp(person)).error).toBeNull();
	await backend.close();
	expect(smtp.mails.at(-1)?.to).toEqual(['new@example.org']);
});
