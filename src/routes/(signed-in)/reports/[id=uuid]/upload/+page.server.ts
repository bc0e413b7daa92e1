import { error, fail } from '@sveltejs/kit';
import type { CellChange } from '#domain/entry.ts';
import { LARGEST_WORKBOOK, type WorkbookOwner, type WorkbookRefusal } from '#domain/workbook.ts';
import { previewPage, seriesNames } from '#features/workbook/preview.ts';
import { previewWorkbook } from '#import/workbook/previewWorkbook.ts';
import { saveCells } from '#server/commands/report.ts';
import { readEntryReport } from '#server/queries/report.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { changesIn, outcomeOf } from './changes.ts';

/** A filled-in workbook handed back to its report. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const report = await readEntryReport(locals, params.id);
	if (report === null) error(404, 'No such report');
	const { id, project, period, lock } = report;
	return { report: { id, project, period, lock }, series: seriesNames(report) };
};

/** What a form is around its file. */
const FORM = 16 * 1024;

export const actions: Actions = {
	/** Compares the file with the report. Writes nothing. */
	preview: async ({ locals, params, request }) => {
		if (Number(request.headers.get('content-length')) > LARGEST_WORKBOOK + FORM) return refused('too-large');
		const report = await readEntryReport(locals, params.id);
		if (report === null) error(404, 'No such report');
		const file = (await request.formData()).get('file');
		if (!(file instanceof File)) return refused('empty');
		if (file.size > LARGEST_WORKBOOK) return refused('too-large');
		const bytes = new Uint8Array(await file.arrayBuffer());
		const preview = await previewWorkbook({ bytes, report, hints: { lang: locals.lang } });
		if (preview.kind === 'refused') return refused(preview.why, preview.owner);
		const changes = preview.changes.map((change): CellChange => ({
			...change,
			key: crypto.randomUUID(),
			reportId: report.id,
			origin: 'workbook',
		}));
		return { file: file.name, preview: previewPage(preview), changes: JSON.stringify(changes) };
	},

	/** Writes what the page before showed, all of it or nothing; pressed twice it takes effect once. */
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const changes = changesIn(form.get('changes'), params.id);
		if (changes === undefined) return fail(400, { problem: 'unreadable' as const });
		if (form.has('refused') && !form.has('leaveOut')) return fail(422, { problem: 'mustLeaveOut' as const });
		const outcomes = await saveCells(locals.supabase, changes, { together: true });
		const outcome = outcomeOf(outcomes, changes, Number(form.get('taken')));
		return outcome.saved === null ? fail(409, { outcome }) : { outcome };
	},
};

function refused(why: WorkbookRefusal, owner: WorkbookOwner | null = null) {
	return fail(why === 'too-large' ? 413 : 422, { refused: why, owner });
}
