import type { Command } from 'commander';
import { dayOf, rehearse, remind, type Reminded } from '../../jobs/remind.ts';
import { isIsoDate } from '../../lib/domain/period.ts';
import type { Backend } from '../../lib/server/backend/backend.ts';
import { openMailer } from '../../lib/server/mail.ts';
import type { Settings } from '../../lib/server/settings.ts';
import { StartError } from '../../lib/server/startError.ts';
import { withBackend } from '../withBackend.ts';

type RemindOptions = { readonly day?: string; readonly dryRun?: boolean; readonly json?: boolean };

/** `waymark remind`: the mails of a day, as a running server sends them by itself every hour. */
export function registerRemind(program: Command): void {
	program
		.command('remind')
		.description(
			'send the reminders that are owed today: before reports are due, when overdue, when returned; at most one a day to a person',
		)
		.option('--day <date>', 'the day to send for, as 2022-10-20; without it, today')
		.option('--dry-run', 'only say who would be written to')
		.option('--json', 'print one JSON line per mail')
		.action(async ({ day = dayOf(new Date()), dryRun = false, json = false }: RemindOptions) => {
			if (!isIsoDate(day)) throw new StartError('--day should be a day as 2022-10-20.');
			const mails = await withBackend((backend, settings) => run(backend, settings, day, dryRun));
			for (const mail of mails) console.log(json ? JSON.stringify(mail) : inWords(mail));
			if (!json && mails.length === 0) console.log('Nobody is to be reminded.');
			if (mails.some(({ outcome }) => outcome !== 'sent' && outcome !== 'due')) process.exitCode = 1;
		});
}

async function run(
	backend: Backend,
	settings: Settings,
	day: string,
	dryRun: boolean,
): Promise<readonly Reminded[]> {
	const service = backend.serviceClient();
	const origin = settings.origin;
	if (dryRun) return rehearse(service, { origin, day });
	if (settings.mail === undefined) {
		throw new StartError('Without SMTP_URL and MAIL_FROM no mail can be sent; --dry-run says to whom.');
	}
	const mailer = openMailer(settings.mail);
	try {
		const result = await remind(service, mailer, { origin, day });
		if (!result.ok) throw new StartError(`The mail server of SMTP_URL answers ${result.problem}.`);
		return result.mails;
	} finally {
		mailer.close();
	}
}

function inWords({ email, language, subject, outcome, problem }: Reminded): string {
	return `${outcome}${problem === undefined ? '' : ` (${problem})`}  ${email} [${language}]  ${subject}`;
}
