import { filtersOf } from '#domain/filters.ts';
import { overviewCharts } from '#features/overview/charts.ts';
import { drawnFor } from '#features/page/drawn.ts';
import { formatsFor } from '#format/formats.ts';
import { loadReportMessages } from '#format/messages.ts';
import { type NoticeList, noticeList } from '#format/notice.ts';
import { readNotices } from '#server/queries/notice.ts';
import { readOverview } from '#server/queries/overview.ts';
import type { PageServerLoad } from './$types.js';

/** Where a programme stands. */
export const load: PageServerLoad = async ({ locals, url, isDataRequest }) => {
	const page = await readOverview(locals, filtersOf(url.searchParams));
	return {
		page,
		notices: page.context.reader.roles.includes('partner') ? await noticesFor(locals) : null,
		drawn: await drawnFor({ isDataRequest, lang: locals.lang }, (formats) => overviewCharts(page, formats)),
	};
};

/** What a partner can still hand in, in words; null where nothing is open. */
async function noticesFor(locals: App.Locals): Promise<NoticeList | null> {
	const notices = await readNotices(locals);
	if (notices.notices.length === 0) return null;
	return noticeList(notices, formatsFor(locals.lang, await loadReportMessages(locals.lang)));
}
