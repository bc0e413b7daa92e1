import type { ProjectNode } from '#domain/page.ts';
import type { Formats } from '#format/formats.ts';
import type { MessageKey } from '#format/messages.ts';

/** When a project runs: both days, the one that is known, or nothing. */
export function datesOf(
	{ startsOn, endsOn }: Pick<ProjectNode, 'startsOn' | 'endsOn'>,
	{ t, date }: Formats,
): string {
	if (startsOn === null) return endsOn === null ? '' : t('project.until', { date: date(endsOn) });
	if (endsOn === null) return t('project.from', { date: date(startsOn) });
	return t('project.dates', { from: date(startsOn), to: date(endsOn) });
}

/** A level of the tree in the reader's words. */
export function levelOf(level: string, { t }: Formats): string {
	const key = `level.${level}`;
	const said = t(key as MessageKey);
	return said === key ? level : said;
}
