import { formatsFor } from '#format/formats.ts';
import { loadReportMessages } from '#format/messages.ts';
import { type MailWords, reminderMail } from '#format/reminderMail.ts';
import type { WaymarkClient } from '#server/backend/backend.ts';
import { claimDueMails, type DueMail, endMail, findDueMails } from '#server/commands/reminder.ts';
import type { Mailer, MailOutcome } from '#server/mail.ts';

/** One reminder: to whom, about how many reports, and what became of it (`due`: nothing yet, it was a rehearsal). */
export type Reminded = {
	readonly email: string;
	readonly language: string;
	readonly subject: string;
	readonly reports: number;
	readonly outcome: MailOutcome['kind'] | 'due';
	readonly problem?: string;
};

/** What a run did. `unreachable`: the mail server did not answer, so nothing was taken and nothing sent. */
export type RemindResult =
	| { readonly ok: true; readonly mails: readonly Reminded[] }
	| { readonly ok: false; readonly problem: string };

type Place = { readonly origin: string; readonly day: string };

/**
 * Sends the reminders of a day. Safe to run at any time, several at once: the database hands each mail out once.
 * @param service a client past row security
 * @throws DataError where the database does not answer; what was claimed by then is not sent that day
 */
export async function remind(service: WaymarkClient, mailer: Mailer, place: Place): Promise<RemindResult> {
	// Asked first, so that a mail server that is down costs nobody an attempt.
	const reached = await mailer.check();
	if (!reached.ok) return reached;
	const mails: Reminded[] = [];
	for (let after: string | undefined; ;) {
		const claimed = await claimDueMails(service, place.day, after);
		if (claimed.length === 0) return { ok: true, mails };
		for (const mail of claimed) {
			const words = await wordsOf(mail, place);
			const outcome = await mailer.send({ id: mail.id, to: mail.email, language: mail.language, ...words });
			await endMail(service, mail.id, outcome);
			mails.push({ ...described(mail, words), outcome: outcome.kind, ...problemOf(outcome) });
		}
		after = claimed.at(-1)?.userId;
	}
}

/** The reminders that a run on that day would send now. Nothing is sent or written. */
export async function rehearse(service: WaymarkClient, place: Place): Promise<Reminded[]> {
	const mails = await findDueMails(service, place.day);
	return Promise.all(
		mails.map(async (mail) => ({
			...described(mail, await wordsOf(mail, place)),
			outcome: 'due' as const,
		})),
	);
}

/** The day in UTC, on which reminders go out. */
export function dayOf(instant: Date): string {
	return instant.toISOString().slice(0, 10);
}

async function wordsOf({ language, lines }: DueMail, { origin, day }: Place): Promise<MailWords> {
	return reminderMail(
		lines,
		{ origin, today: day },
		formatsFor(language, await loadReportMessages(language)),
	);
}

function described({ email, language, lines }: DueMail, { subject }: MailWords) {
	return { email, language, subject, reports: lines.length };
}

function problemOf(outcome: MailOutcome): { readonly problem?: string } {
	return outcome.kind === 'sent' ? {} : { problem: outcome.problem };
}
