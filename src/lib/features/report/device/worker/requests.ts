/** What the service worker does with a request, told from its address alone. */
export type RequestKind =
	/** A file of the application. */
	| 'app'
	/** Somebody signs in or out: what was known of who is here ends. */
	| 'sign'
	/** A page of reporting, or its data, which the device keeps. */
	| 'report-page'
	| 'report-data'
	/** Any other page: from the network, else a word on why not. */
	| 'page'
	/** Nothing of the worker's business. */
	| 'other';

const REPORT = /^\/reports(\/[0-9a-f-]{36}(\/check)?)?$/;
const DATA = '/__data.json';
const SIGN = /^\/(login|logout|invitation)(\/|$)/;

/** May the device keep a copy of this page? */
export function isReportPath(path: string): boolean {
	return REPORT.test(path);
}

/** Is what the page offers used up by its first press? Then a copy is no good while the network may still answer. */
export function isOfOnePress(path: string): boolean {
	return path.includes('/check');
}

/** The page that an address of data belongs to. */
export function pageOfData(path: string): string {
	return path.slice(0, -DATA.length);
}

/** Where a page's data is asked for. */
export function dataOfPage(path: string): string {
	return path + DATA;
}

/** Tells what kind of request it is. `app`: the addresses of the application's own files. */
export function kindOf(
	{ method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>,
	origin: string,
	app: ReadonlySet<string>,
): RequestKind {
	const { pathname, origin: asked } = new URL(url);
	if (asked !== origin) return 'other';
	if (method === 'POST' && SIGN.test(pathname)) return 'sign';
	if (method !== 'GET') return 'other';
	if (app.has(pathname)) return 'app';
	if (pathname.endsWith(DATA) && isReportPath(pageOfData(pathname))) return 'report-data';
	if (mode !== 'navigate') return 'other';
	return isReportPath(pathname) ? 'report-page' : 'page';
}
