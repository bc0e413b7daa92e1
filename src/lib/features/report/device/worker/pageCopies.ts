/**
 * Copies of the pages of reporting, for the person they were made for and nobody else. Who that is, the page says; whoever
 * signs in or out ends it, so that no copy is shown before the next page has said who is there.
 */
import { dataOfPage, isOfOnePress, isReportPath } from './requests.ts';

const PREFIX = 'waymark-pages-';
const WHO = { cache: 'waymark-who', address: '/who' } as const;
/** Milliseconds for which a copy is fresh enough not to be fetched again only to be kept. */
const FRESH = 10 * 60 * 1000;

/** Whose copies may be shown now; null: nobody's. */
export async function who(): Promise<string | null> {
	const said = await caches.match(WHO.address, { cacheName: WHO.cache });
	return said ? said.text() : null;
}

/** The page says who is signed in: copies of anybody else's pages go. */
export async function arrive(person: string): Promise<void> {
	await Promise.all((await others(person)).map((name) => caches.delete(name)));
	const cache = await caches.open(WHO.cache);
	await cache.put(WHO.address, new Response(person));
}

/** Nobody is known to be here. Signing out takes the copies away too. */
export async function leave({ isSignOut }: { readonly isSignOut: boolean }): Promise<void> {
	await caches.delete(WHO.cache);
	if (isSignOut) await Promise.all((await others(null)).map((name) => caches.delete(name)));
}

/** The copy of an address, whatever its query. */
export async function copyOf(path: string): Promise<Response | undefined> {
	const person = await who();
	return person === null ? undefined : caches.match(path, { cacheName: PREFIX + person, ignoreVary: true });
}

/** Keeps an answer, where it is one of this person's pages. */
export async function keepCopy(path: string, response: Response, person: string): Promise<void> {
	if (!response.ok || response.redirected || person !== (await who())) return;
	const cache = await caches.open(PREFIX + person);
	await cache.put(path, response);
}

/** Fetches pages, whole and their data, so that they open without a connection. */
export async function keepPages(paths: readonly string[]): Promise<void> {
	const person = await who();
	if (person === null) return;
	for (const path of paths.filter(isReportPath)) {
		if (await isFresh(path)) continue;
		await keepCopy(path, await fetch(path), person);
		const data = await fetch(dataOfPage(path));
		// A session that has ended answers with a redirection, as data.
		if ((await data.clone().text()).startsWith('{"type":"data"'))
			await keepCopy(dataOfPage(path), data, person);
	}
}

/** The pages that are kept for whoever is here, with their titles as HTML. */
export async function keptPages(): Promise<readonly { readonly path: string; readonly title: string }[]> {
	const person = await who();
	if (person === null) return [];
	const cache = await caches.open(PREFIX + person);
	const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname).filter(isReportPath);
	return Promise.all(
		// The list first; a check page is reached from its report.
		paths
			.filter((path) => !isOfOnePress(path))
			.sort()
			.map(async (path) => {
				const html = (await (await cache.match(path))?.text()) ?? '';
				return { path, title: /<title>([^<]*)<\/title>/.exec(html)?.[1]?.replace(/ · Waymark$/, '') ?? path };
			}),
	);
}

async function isFresh(path: string): Promise<boolean> {
	// Its data, not the page itself: a visit keeps the page anew and leaves the data as it was.
	const data = await copyOf(dataOfPage(path));
	return Date.now() - Date.parse(data?.headers.get('date') ?? '') < FRESH;
}

async function others(person: string | null): Promise<string[]> {
	return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + person);
}
