import { error, fail, redirect } from '@sveltejs/kit';
import { isUnanswered } from '#domain/entry.ts';
import { submitReport } from '#server/commands/report.ts';
import { readEntryReport } from '#server/queries/report.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** A report before it is handed in, with the key of the press that does it. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const report = await readEntryReport(locals, params.id);
	if (report === null) error(404, 'No such report');
	// Handed in by a first press, or closed meanwhile: the report itself says so.
	if (report.lock.kind !== 'open' && report.lock.kind !== 'reopened') redirect(303, `/reports/${report.id}`);
	return { report, submissionKey: crypto.randomUUID() };
};

export const actions: Actions = {
	submit: async ({ locals, params, request }) => {
		const form = await request.formData();
		const key = form.get('key');
		if (typeof key !== 'string' || !UUID.test(key)) return fail(400, { problem: 'blocked' as const });
		if (form.get('confirmed') !== 'missing') {
			const report = await readEntryReport(locals, params.id);
			const isOpen = report?.lock.kind === 'open' || report?.lock.kind === 'reopened';
			if (isOpen && report.lines.some(({ cell }) => isUnanswered(cell.answer)))
				return fail(422, { problem: 'notConfirmed' as const });
		}
		const outcome = await submitReport(locals.supabase, params.id, key);
		if (outcome.state === 'blocked') return fail(422, { problem: 'blocked' as const });
		if (outcome.state === 'refused') return fail(409, { reason: outcome.reason });
		redirect(303, `/reports/${params.id}`);
	},
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
