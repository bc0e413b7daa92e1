import { offlinePage } from './offlinePage.ts';
import { copyOf, keepCopy, keptPages, leave, who } from './pageCopies.ts';

/** Milliseconds after which a kept page is shown although the network may still answer. */
const PATIENCE = 4000;

/** A page of reporting: from the network, else as it was kept. What the network answers is kept for the next time. */
export async function reportPage(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url);
	const person = await who();
	const answer = fetch(request).then(async (response) => {
		if (person !== null) await keepCopy(pathname, response.clone(), person);
		return response;
	});
	return networkFirst(answer, () => copyOf(pathname), noConnection);
}

/** A page's data. Not kept: it leaves out what the page that asked has already. */
export function reportData(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url);
	return networkFirst(
		fetch(request),
		() => copyOf(pathname),
		() => Promise.resolve(Response.error()),
	);
}

/** Any other page. */
export async function otherPage(request: Request): Promise<Response> {
	try {
		return await fetch(request);
	} catch (error) {
		return noConnection(error);
	}
}

/** Whoever signs in or out: before the answer, no copy belongs to anybody. */
export async function signing(request: Request): Promise<Response> {
	await leave({ isSignOut: new URL(request.url).pathname === '/logout' });
	return fetch(request);
}

async function networkFirst(
	answer: Promise<Response>,
	kept: () => Promise<Response | undefined>,
	otherwise: (error: unknown) => Promise<Response>,
): Promise<Response> {
	const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
	try {
		return (await Promise.race([answer, late])) ?? (await kept()) ?? (await answer);
	} catch (error) {
		return (await kept()) ?? otherwise(error);
	}
}

async function noConnection(error: unknown): Promise<Response> {
	console.warn('No connection.', error);
	return new Response(offlinePage(await keptPages()), {
		status: 503,
		headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
	});
}
