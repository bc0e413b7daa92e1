import { reader } from './benchData.ts';
import type { Bench, Measure } from './measure.ts';
import { percentile, timed } from './measure.ts';
import { serveWaymark } from './servedWaymark.ts';

const WARM_UP = 20;
const REQUESTS = 200;
const REQUESTS_OF_OTHERS = 40;

/** Pages beside the overview: their addresses, or the first link of that kind on the overview. */
const lists = ['/indicators', '/countries', '/partners', '/projects', '/activities', '/countries/EG'];
const linked = ['indicators/[^/"?]+/[^"?]+', 'partners/[^"?]+', 'projects/[^"?]+'];

/** Server time of a page as its reader: from the request to its last byte on the loopback, compressed as for a browser. */
export const server: Bench = async (run) => {
	const { folder, programmes } = await run.data();
	const waymark = await serveWaymark(folder, true);
	try {
		const headers = {
			cookie: await waymark.signIn(reader.email, reader.password),
			'accept-encoding': 'br',
			accept: 'text/html',
		};
		const get = async (path: string) => {
			const answer = await fetch(waymark.origin + path, { headers, redirect: 'manual' });
			const html = await answer.text();
			return { found: answer.status === 200, html };
		};
		const measures: Measure[] = [];
		for (const programme of programmes) {
			const query = `?programme=${programme}`;
			const first = await timed(() => get(`/${query}`));
			const overview = await get(`/${query}`);
			if (!overview.html.includes('data-chart='))
				throw new Error(`The overview of ${programme} shows no chart.`);
			const times = await timesOf(() => get(`/${query}`), WARM_UP, REQUESTS);
			const of = `overview ${programme}`;
			measures.push(
				{ metric: `${of} first`, value: first, unit: 'ms', budget: null },
				{ metric: `${of} p50`, value: percentile(times, 0.5), unit: 'ms', budget: 60 },
				{ metric: `${of} p95`, value: percentile(times, 0.95), unit: 'ms', budget: null },
			);
			for (const path of [...lists, ...linksOf(overview.html)]) {
				const address = path + query;
				if (!(await get(address)).found) {
					run.note(`${address} is not there: left out`);
					continue;
				}
				const others = await timesOf(() => get(address), 3, REQUESTS_OF_OTHERS);
				const metric = `${address} p50`;
				measures.push({ metric, value: percentile(others, 0.5), unit: 'ms', budget: null });
			}
		}
		return measures;
	} finally {
		await waymark.stop();
	}
};

async function timesOf(work: () => Promise<unknown>, warmUp: number, times: number): Promise<number[]> {
	for (let i = 0; i < warmUp; i += 1) await work();
	const taken: number[] = [];
	while (taken.length < times) taken.push(await timed(work));
	return taken;
}

function linksOf(html: string): string[] {
	return linked.flatMap((path) => {
		const [, href] = new RegExp(`href="(/${path})[?"]`).exec(html) ?? [];
		return href === undefined ? [] : [href];
	});
}
