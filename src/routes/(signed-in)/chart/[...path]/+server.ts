import { error } from '@sveltejs/kit';
import { chartPicture } from '#export/chartPicture.ts';
import { trustOf } from '#features/page/trust.ts';
import { formatsFor } from '#format/formats.ts';
import { loadMessages } from '#format/messages.ts';
import { chartsAt } from './charts.js';
import type { RequestHandler } from './$types.js';

/** A chart's picture: the page's path and query under /chart, `chart` naming one where the page has several. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const path = /^(.+)\.svg$/.exec(params.path)?.[1];
	if (path === undefined) error(404, 'No such picture');
	const formats = formatsFor(locals.lang, await loadMessages(locals.lang));
	const found = await chartsAt(path, url.searchParams, locals, formats);
	const name = url.searchParams.get('chart');
	const chart = found?.charts.find((one) => name === null || one.name === name);
	if (found === undefined || chart === undefined) error(404, 'No such chart');
	const trust = trustOf(found.page, formats);
	const address = new URL(path === 'overview' ? '/' : `/${path}`, url).href;
	return new Response(chartPicture({ ...chart, trust, address }, formats), {
		headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'private, no-cache' },
	});
};
