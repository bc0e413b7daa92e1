/** The application's own files, by version. The version before stays: copies of pages that name its files may be kept. */
const PREFIX = 'waymark-app-';
/** Bytes (compressed) above which a file is not fetched ahead: the chart engine, which no form needs. */
const LARGE = 100_000;

/** Fetches what this version needs and no earlier one has. A failure leaves what is there for the next attempt. */
export async function keepFiles(version: string, paths: readonly string[]): Promise<void> {
	const cache = await caches.open(PREFIX + version);
	for (const path of paths) {
		const isNamedByContent = path.startsWith('/_app/immutable/');
		const known = isNamedByContent ? await caches.match(path) : await cache.match(path);
		const response = known ?? (await fetched(path));
		if (response !== undefined) await cache.put(path, response);
	}
}

async function fetched(path: string): Promise<Response | undefined> {
	const response = await fetch(path);
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	if (Number(response.headers.get('content-length')) <= LARGE) return response;
	await response.body?.cancel();
	return undefined;
}

/** Drops the files of all versions but this and the one before. */
export async function dropOldFiles(version: string): Promise<void> {
	const versions = (await caches.keys()).filter(
		(name) => name.startsWith(PREFIX) && name !== PREFIX + version,
	);
	const old = versions.sort(byTime).slice(0, -1);
	await Promise.all(old.map((name) => caches.delete(name)));
}

/** A file of the application: kept, else from the network. */
export async function appFile(request: Request): Promise<Response> {
	return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** A version's name is the time it was built at. */
function byTime(one: string, other: string): number {
	return one.localeCompare(other, 'en', { numeric: true });
}
