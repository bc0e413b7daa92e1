import { loadMessages } from '#format/messages.ts';
import type { LayoutLoad } from './$types.js';

/** The words of the page's language, and of no other. */
export const load: LayoutLoad = async ({ data }) => ({ ...data, messages: await loadMessages(data.lang) });
