import type { Notice, Notices } from '#domain/notice.ts';
import type { Formats } from '#format/formats.ts';
import { relativeDay } from '#format/relativeDay.ts';

/** A notice in words: what it is about, how it stands, and the project it belongs to. */
export interface NoticeWords {
	/** "UNODC · Q4 2022". */
	readonly subject: string;
	/** "due in 6 days (31 Jan 2023), 12 figures missing". */
	readonly standing: string;
	/** "T05-EUTF-NOA-REG-05-01 · Dismantling smuggling networks". */
	readonly project: string;
}

/** Notices as a list on a page. */
export interface NoticeList {
	readonly title: string;
	readonly notices: readonly (NoticeWords & Pick<Notice, 'kind' | 'reportId'>)[];
	/** The way to the others, where not all are listed. */
	readonly more: string | null;
}

/** As many as are taken in at a glance. */
const FEW = 3;

/** Puts the first few notices into words. */
export function noticeList({ today, notices }: Notices, formats: Formats): NoticeList {
	const listed = notices.slice(0, FEW);
	const rest = notices.length - listed.length;
	return {
		title: formats.t('reminder.title'),
		notices: listed.map((notice) => ({
			...noticeWords(notice, today, formats),
			kind: notice.kind,
			reportId: notice.reportId,
		})),
		more: rest === 0 ? null : formats.t('reminder.more', { count: rest }),
	};
}

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
	const values = { when: relativeDay(day, today, lang), date: date(day) };
	return kind === 'overdue' ? t('reminder.overdue', values) : t('reminder.due', values);
}
