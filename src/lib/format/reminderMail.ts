import type { Notice } from '#domain/notice.ts';
import type { Formats } from '#format/formats.ts';
import { formatList } from '#format/name.ts';
import { noticeWords } from '#format/notice.ts';

/** A mail ready to be sent, in one language. */
export interface MailWords {
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	/** Where its reader ends such mails. */
	readonly settingsAddress: string;
}

/**
 * Writes one person's reminder: names, periods, dates and how many figures are missing, never a figure.
 * @param origin where Waymark is, without a slash at the end
 * @param today the day that "in 6 days" counts from
 */
export function reminderMail(
	notices: readonly Notice[],
	{ origin, today }: { readonly origin: string; readonly today: string },
	formats: Formats,
): MailWords {
	const { t, date, lang, dir } = formats;
	const at = (path: string) => `${origin}${path}?lang=${lang}`;
	const items = notices.map((notice) => ({
		...noticeWords(notice, today, formats),
		address: at(`/reports/${notice.reportId}`),
	}));
	const organisations = [
		...new Set(notices.map(({ organisation }) => organisation.shortName ?? organisation.name)),
	];
	const [first] = items;
	const subject =
		items.length === 1 && first !== undefined
			? t('reminder.mail.subjectOne', { subject: first.subject, when: first.standing })
			: t('reminder.mail.subjectMany', { count: items.length });
	const intro = t('reminder.mail.intro', { date: date(today) });
	const why = t('reminder.mail.why', { organisations: formatList(organisations, lang) });
	const settingsAddress = at('/reports/reminders');
	const text = [
		`${t('reminder.mail.greeting')}\n${intro}`,
		...items.map((item) => `${item.subject}: ${item.standing}\n${item.project}\n${item.address}`),
		`${t('reminder.mail.all')}\n${at('/reports')}`,
		`${why}\n${t('reminder.mail.settings')}\n${settingsAddress}`,
	].join('\n\n');
	const html = [
		`<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
		`<body dir="${dir}" style="font-family:sans-serif;line-height:1.5">`,
		`<p>${escaped(t('reminder.mail.greeting'))}<br>${escaped(intro)}</p><ul>`,
		...items.map(
			(item) =>
				`<li><p><strong><bdi>${escaped(item.subject)}</bdi></strong>: ${escaped(item.standing)}<br>` +
				`<bdi>${escaped(item.project)}</bdi><br>${link(item.address, t('reminder.mail.open'))}</p></li>`,
		),
		`</ul><p>${link(at('/reports'), t('reminder.mail.all'))}</p>`,
		`<p>${escaped(why)}<br>${link(settingsAddress, t('reminder.mail.settings'))}</p></body></html>`,
	].join('\n');
	return { subject, text: `${text}\n`, html, settingsAddress };
}

function link(address: string, words: string): string {
	return `<a href="${escaped(address)}">${escaped(words)}</a>`;
}

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
