import * as v from 'valibot';
import { languages, type Language } from '#domain/language.ts';
import type { Notice } from '#domain/notice.ts';
import type { WaymarkClient } from '../backend/backend.ts';
import { DataError, unwrap } from '../dataError.ts';
import type { MailOutcome } from '../mail.ts';
import { fromRow } from '../queries/border.ts';
import { notice } from '../queries/notice.ts';

/** A reminder somebody is owed. */
export type DueMail = {
	readonly userId: string;
	readonly email: string;
	readonly language: Language;
	readonly lines: readonly Notice[];
};
/** One that is ours to send, and nobody else's. */
export type ClaimedMail = DueMail & { readonly id: string };

const due = v.object({
	userId: v.string(),
	email: v.string(),
	language: v.picklist(languages),
	lines: v.array(notice),
});
const claimed = v.object({ ...due.entries, id: v.string() });

/**
 * Who is owed a reminder on a day (ISO), without claiming it.
 * @param service a client past row security
 * @throws DataError where the database refuses, or answers in another shape
 */
export async function findDueMails(service: WaymarkClient, day: string): Promise<DueMail[]> {
	return parsed(unwrap<unknown>(await service.rpc('due_mails', { p_day: day }), 'due mails'), due);
}

/** How many are taken at a time: so many go unsent that day where the process is killed in between. */
const BATCH = 5;

/**
 * Takes the next few reminders of a day that nobody has taken yet; none when all are taken. Each has to be ended by
 * `endMail`.
 * @param after the person whose reminder was taken last, so that one that failed is not tried again at once
 * @param service a client past row security
 * @throws DataError where the database refuses, or answers in another shape
 */
export async function claimDueMails(
	service: WaymarkClient,
	day: string,
	after: string | undefined,
): Promise<ClaimedMail[]> {
	const answer = await service.rpc('claim_due_mails', {
		p_day: day,
		p_most: BATCH,
		...(after !== undefined && { p_after: after }),
	});
	return parsed(unwrap<unknown>(answer, 'due mails'), claimed);
}

/** Records what became of a claimed reminder; one that failed can be claimed again the same day. */
export async function endMail(service: WaymarkClient, id: string, outcome: MailOutcome): Promise<void> {
	const { error } = await service.rpc('end_mail', {
		p_reminder: id,
		p_outcome: outcome.kind,
		...(outcome.kind !== 'sent' && { p_problem: outcome.problem }),
	});
	if (error) throw new DataError('the end of a mail', error);
}

function parsed<T>(answer: unknown, schema: v.GenericSchema<unknown, T>): T[] {
	// The wording of notices has no language: 'en' only says which title an indicator would have.
	const result = v.safeParse(v.array(schema), fromRow(answer, 'en'));
	if (result.success) return result.output;
	const issue = result.issues[0];
	throw new DataError('due mails', {
		code: 'SHAPE',
		message: `${v.getDotPath(issue) ?? ''} ${issue.message}`,
	});
}
