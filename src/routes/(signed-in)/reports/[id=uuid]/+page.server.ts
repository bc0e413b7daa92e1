import { error, fail, redirect } from '@sveltejs/kit';
import { plainChanges, plainNarrative } from '#features/report/plainForm.ts';
import {
	beginCorrection,
	endCorrection,
	saveCells,
	saveNarrative,
	withdrawReport,
} from '#server/commands/report.ts';
import { readReportClaims } from '#server/queries/activityEntry.ts';
import { readEntryReport } from '#server/queries/report.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** One report to fill in, or to read where it is not open. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const [report, claims] = await Promise.all([
		readEntryReport(locals, params.id),
		readReportClaims(locals, params.id),
	]);
	if (report === null) error(404, 'No such report');
	return { report, claims, today: new Date().toISOString().slice(0, 10) };
};

export const actions: Actions = {
	/** The whole form at once, for browsers without scripts. */
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const report = await readEntryReport(locals, params.id);
		if (report === null) error(404, 'No such report');
		const changes = plainChanges(report, form, locals.lang, () => crypto.randomUUID());
		const outcomes = await saveCells(locals.supabase, changes, { together: false });
		const narrative = plainNarrative(report, form);
		const words = narrative && (await saveNarrative(locals.supabase, report.id, narrative));
		const ends = [...outcomes.map(({ state }) => state), ...(words ? [words.state] : [])];
		return {
			saved: ends.filter((state) => state === 'saved').length,
			conflicts: ends.filter((state) => state === 'conflict').length,
			refused: ends.filter((state) => state === 'refused').length,
		};
	},

	withdraw: async ({ locals, params }) => {
		const outcome = await withdrawReport(locals.supabase, params.id);
		if (outcome.state === 'refused') return fail(409, { reason: outcome.reason });
		redirect(303, `/reports/${params.id}`);
	},

	correct: async ({ locals, params, request }) => {
		const reason = (await request.formData()).get('reason');
		const outcome = await beginCorrection(
			locals.supabase,
			params.id,
			typeof reason === 'string' ? reason : '',
		);
		if (outcome.state === 'refused') return fail(409, { reason: outcome.reason });
		redirect(303, `/reports/${params.id}`);
	},

	endCorrection: async ({ locals, params }) => {
		const outcome = await endCorrection(locals.supabase, params.id);
		if (outcome.state === 'refused') return fail(409, { reason: outcome.reason });
		redirect(303, `/reports/${params.id}`);
	},
};
