import { loadReportMessages } from '#format/messages.ts';
import type { LayoutLoad } from './$types.js';

/** The words for reporting, which no reader of figures loads. */
export const load: LayoutLoad = async ({ parent }) => {
	const { lang } = await parent();
	return { reports: true as const, reportMessages: await loadReportMessages(lang) };
};
