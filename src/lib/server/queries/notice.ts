import * as v from 'valibot';
import type { Notice, Notices } from '#domain/notice.ts';
import { NOTICE_KINDS } from '#domain/notice.ts';
import { type Asker, listOf, numeric, orNull, readPage } from './border.ts';
import { organisation, projectName } from './shapes.ts';

const text = v.string();

/** A notice as the database gives it, to pages and to mails alike. */
export const notice: v.GenericSchema<unknown, Notice> = v.object({
	kind: v.picklist(NOTICE_KINDS),
	reportId: text,
	programme: v.object({ code: text, name: text, demonstration: v.boolean() }),
	project: v.object(projectName),
	organisation,
	period: text,
	dueOn: orNull(text),
	returnedOn: orNull(text),
	missing: numeric,
});

const shape: v.GenericSchema<unknown, Notices> = v.object({ today: text, notices: listOf(notice) });

/**
 * What the reader's organisations have still to hand in: returned, overdue, or due within 14 days.
 * @throws DataError where the database refuses, or answers in another shape
 */
export function readNotices(asker: Asker): Promise<Notices> {
	return readPage(asker, 'notices', {}, shape);
}
