import type { Language } from '#domain/language.ts';
import type { Settings } from './settings.ts';
import { openTransport } from './smtp.ts';

/** A mail to one person. */
export type Mail = {
	/** Kept in its Message-ID, so that a mail server knows it again. */
	readonly id: string;
	readonly to: string;
	readonly language: Language;
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	/** Where its reader ends such mails. */
	readonly settingsAddress: string;
};

/**
 * What became of a mail. `failed`: the mail server refused it, so nobody got it. `unknown`: the connection broke, and it
 * may have been on its way already. `problem` is the server's code alone, since its words may hold addresses.
 */
export type MailOutcome =
	{ readonly kind: 'sent' } | { readonly kind: 'failed' | 'unknown'; readonly problem: string };

/** A way to send mail. */
export type Mailer = {
	/** Whether the mail server can be reached and takes our sign-in; the problem's code where not. */
	check(): Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: string }>;
	send(mail: Mail): Promise<MailOutcome>;
	close(): void;
};

/** Errors after which nothing can have been delivered, beside those that carry the server's own answer. */
const CERTAIN = new Set(['EAUTH', 'EDNS', 'EENVELOPE', 'ECONNREFUSED']);

/** A mailer on the settings' mail server. */
export function openMailer(mail: NonNullable<Settings['mail']>): Mailer {
	const transport = openTransport(mail);
	const host = mail.from.slice(mail.from.lastIndexOf('@') + 1);
	return {
		check: async () => {
			try {
				await transport.verify();
				return { ok: true };
			} catch (error) {
				return { ok: false, problem: codeOf(error) };
			}
		},
		send: async (mail) => {
			try {
				await transport.sendMail({
					to: { name: '', address: mail.to },
					subject: mail.subject,
					text: mail.text,
					html: mail.html,
					messageId: `<${mail.id}@${host}>`,
					headers: {
						'Auto-Submitted': 'auto-generated',
						'Content-Language': mail.language,
						'List-Unsubscribe': `<${mail.settingsAddress}>`,
					},
					disableFileAccess: true,
					disableUrlAccess: true,
				});
				return { kind: 'sent' };
			} catch (error) {
				return { kind: isCertain(error) ? 'failed' : 'unknown', problem: codeOf(error) };
			}
		},
		close: () => transport.close(),
	};
}

function isCertain(error: unknown): boolean {
	const { responseCode, code, originalCode } = fieldsOf(error);
	return responseCode !== undefined || CERTAIN.has(String(code)) || CERTAIN.has(String(originalCode));
}

function codeOf(error: unknown): string {
	const { responseCode, code, originalCode } = fieldsOf(error);
	return String(responseCode ?? originalCode ?? code ?? 'unknown');
}

function fieldsOf(error: unknown): {
	readonly responseCode?: unknown;
	readonly code?: unknown;
	readonly originalCode?: unknown;
} {
	return typeof error === 'object' && error !== null ? error : {};
}
