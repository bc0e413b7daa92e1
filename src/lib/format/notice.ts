import type { Notice } from '#domain/notice.ts';
import type { Formats } from '#format/formats.ts';
import { formatDaysFrom } from '#format/relative.ts';

/** A notice in words: what it is about, how it stands, and the project it belongs to. */
export interface NoticeWords {
	/** "UNODC · Q4 2022". */
	readonly subject: string;
	/** "due in 6 days (31 Jan 2023), 12 figures missing". */
	readonly standing: string;
	/** "T05-EUTF-NOA-REG-05-01, Dismantling smuggling networks". */
	readonly project: string;
}

/** From so many days on, a day is told by its date alone: nobody reckons with "1,394 days ago". */
const FAR = 60;
const DAY = 86_400_000;

/** Puts a notice into words, seen from a day. Nobody is blamed: what is missing is told, not who missed it. */
export function noticeWords(notice: Notice, today: string, formats: Formats): NoticeWords {
	const { t, period } = formats;
	const { organisation, project, missing } = notice;
	return {
		subject: t('reminder.subject', {
			organisation: organisation.shortName ?? organisation.name,
			period: period(notice.period),
		}),
		standing: t('reminder.standing', {
			when: whenWords(notice, today, formats),
			missing: missing === 0 ? t('reminder.nothingMissing') : t('reminder.missing', { count: missing }),
		}),
		project: t('reminder.project', { code: project.code, title: project.title }),
	};
}

function whenWords({ kind, dueOn, returnedOn }: Notice, today: string, { t, date, lang }: Formats): string {
	if (kind === 'returned') {
		return returnedOn === null
			? t('reminder.returned')
			: t('reminder.returnedOn', { date: date(returnedOn) });
	}
	// A report without a due day has no other notice.
	const day = dueOn ?? today;
	if (isFar(day, today)) return t('reminder.overdueSince', { date: date(day) });
	const values = { when: formatDaysFrom(today, day, lang), date: date(day) };
	return kind === 'overdue' ? t('reminder.overdue', values) : t('reminder.due', values);
}

function isFar(day: string, today: string): boolean {
	return Date.parse(today) - Date.parse(day) > FAR * DAY;
}
