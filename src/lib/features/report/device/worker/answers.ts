import { offlinePage, type OfflineWords } from './offlinePage.ts';
import { isOfOnePress } from './requests.ts';
import { copyOf, keepCopy, keptPages, leave, who } from './pageCopies.ts';

/** Milliseconds after which a kept page is shown although the network may still answer. */
const PATIENCE = 4000;

/**
 * A page of reporting: from the network, else as it was kept. What the network answers is kept for the next time.
 * @param goOn lets the worker finish what the page need not wait for
 */
export async function reportPage(
	request: Request,
	goOn: (work: Promise<void>) => void,
	words: readonly OfflineWords[],
): Promise<Response> {
	const { pathname } = new URL(request.url);
	const person = await who();
	const answer = fetch(request).then((response) => {
		if (person !== null) goOn(keepCopy(pathname, response.clone(), person));
		return response;
	});
	return networkFirst(pathname, answer, (error) => noConnection(error, words));
}

/** A page's data. Not kept: it leaves out what the page that asked has already. */
export function reportData(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url);
	return networkFirst(pathname, fetch(request), () => Promise.resolve(Response.error()));
}

/** Any other page. */
export async function otherPage(request: Request, words: readonly OfflineWords[]): Promise<Response> {
	try {
		return await fetch(request);
	} catch (error) {
		return noConnection(error, words);
	}
}

/** Whoever signs in or out: before the answer, no copy belongs to anybody. */
export async function signing(request: Request): Promise<Response> {
	await leave({ isSignOut: new URL(request.url).pathname === '/logout' });
	return fetch(request);
}

async function networkFirst(
	path: string,
	answer: Promise<Response>,
	otherwise: (error: unknown) => Promise<Response>,
): Promise<Response> {
	const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
	try {
		if (isOfOnePress(path)) return await answer;
		return (await Promise.race([answer, late])) ?? (await copyOf(path)) ?? (await answer);
	} catch (error) {
		return (await copyOf(path)) ?? otherwise(error);
	}
}

async function noConnection(error: unknown, words: readonly OfflineWords[]): Promise<Response> {
	console.warn('No connection.', error);
	return new Response(offlinePage(await keptPages(), words), {
		status: 503,
		headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
	});
}
