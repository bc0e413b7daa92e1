import { currentBackend } from '#server/backend/current.ts';
import { openMailer } from '#server/mail.ts';
import type { Settings } from '#server/settings.ts';
import { dayOf, remind } from './remind.ts';

/** When reminders are looked for: first a minute after the start, then every hour, in milliseconds. */
const FIRST = 60_000;
const HOUR = 3_600_000;

// On globalThis, because a hot reload replaces this module while its timer runs on.
const slot = Symbol.for('waymark.reminders');
type Slot = { [slot]?: NodeJS.Timeout };

/** Sends reminders from this process from now on, where the settings name a mail server. Keeps no process alive. */
export function remindHourly({ mail, origin }: Pick<Settings, 'mail' | 'origin'>): void {
	const holder = globalThis as Slot;
	if (mail === undefined || holder[slot] !== undefined) return;
	const runThen = (delay: number) => {
		holder[slot] = setTimeout(() => void runOnce(mail, origin).finally(() => runThen(HOUR)), delay).unref();
	};
	runThen(FIRST);
}

async function runOnce(mail: NonNullable<Settings['mail']>, origin: string): Promise<void> {
	const mailer = openMailer(mail);
	try {
		const service = (await currentBackend()).serviceClient();
		const result = await remind(service, mailer, { origin, day: dayOf(new Date()) });
		if (!result.ok) return console.error(`Reminders wait: the mail server answers ${result.problem}.`);
		// Counts only: addresses have no place in a log.
		const failed = result.mails.filter(({ outcome }) => outcome !== 'sent').length;
		if (failed > 0) console.error(`Reminders: ${failed} of ${result.mails.length} mails were not accepted.`);
	} catch (error) {
		console.error('Reminders could not be sent.', error);
	} finally {
		mailer.close();
	}
}
