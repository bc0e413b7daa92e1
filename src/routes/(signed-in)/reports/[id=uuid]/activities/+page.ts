import { loadReportMessages } from '#format/messages.ts';
import type { PageLoad } from './$types.js';

/** The words of reporting, in the page's language. */
export const load: PageLoad = async ({ data, parent }) => ({
	...data,
	messages: await loadReportMessages((await parent()).lang),
});
