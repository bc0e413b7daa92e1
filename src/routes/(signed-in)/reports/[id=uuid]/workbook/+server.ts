import { error } from '@sveltejs/kit';
import { reportWorkbook } from '#export/workbook/reportWorkbook.ts';
import { workbookName } from '#export/workbook/workbookName.ts';
import { formatsFor } from '#format/formats.ts';
import { loadReportMessages } from '#format/messages.ts';
import { readEntryReport } from '#server/queries/report.ts';
import type { RequestHandler } from './$types.js';

/** The report as an Excel file in the reader's language, with what its draft holds now. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const report = await readEntryReport(locals, params.id);
	if (report === null) error(404, 'No such report');
	const formats = formatsFor(locals.lang, await loadReportMessages(locals.lang));
	const name = workbookName(report);
	return new Response(await reportWorkbook(report, formats), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="${name.ascii}"; filename*=UTF-8''${encodeURIComponent(name.full)}`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
		},
	});
};
