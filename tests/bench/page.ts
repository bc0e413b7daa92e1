import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { browserFlags, findBrowser } from '../support/browser.ts';
import { reader } from './benchData.ts';
import type { Bench, Measure } from './measure.ts';
import { median } from './measure.ts';
import { changeFilter, follow, settle } from './pageProbes.ts';
import { serveWaymark } from './servedWaymark.ts';
import { slowPhone } from './slowPhone.ts';

const RUNS = 5;

/** What a reader on a slow phone waits for and pays for on the overview, signed in, with nothing in the cache. */
export const page: Bench = async (run) => {
	const { folder, programmes } = await run.data();
	const executablePath = findBrowser();
	const waymark = await serveWaymark(folder, true);
	const browser = await chromium.launch({
		args: browserFlags,
		...(executablePath !== undefined && { executablePath }),
	});
	try {
		const cookie = await waymark.signIn(reader.email, reader.password);
		const visit = { browser, cookie, origin: waymark.origin };
		const measures: Measure[] = [];
		for (const programme of programmes) {
			const address = `${waymark.origin}/?programme=${programme}`;
			for (let i = 0; i < 3; i += 1) await (await fetch(address, { headers: { cookie } })).text();

			const scripted = await repeat(() => visitWithScripts(visit, address));
			const scriptless = await repeat(() => visitWithoutScripts(visit, address));
			const of = (metric: string) => `${programme} ${metric}`;
			const kilobytes = (pick: (visited: (typeof scripted)[number]) => number) =>
				median(scripted.map(pick)) / 1000;
			measures.push(
				{ metric: of('charts drawn'), value: median(scripted.map((v) => v.drawn)), unit: 'ms', budget: 900 },
				{ metric: of('charts drawn, no JavaScript'), value: median(scriptless), unit: 'ms', budget: 900 },
				{
					metric: of('main thread blocked'),
					value: median(scripted.map((v) => v.blocked)),
					unit: 'ms',
					budget: 140,
				},
				{
					metric: of('HTML and CSS'),
					value: kilobytes((v) => v.bytes.html + v.bytes.css),
					unit: 'kB',
					budget: 60,
				},
				{ metric: of('fonts'), value: kilobytes((v) => v.bytes.font), unit: 'kB', budget: 60 },
				{
					metric: of('JavaScript before interaction'),
					value: kilobytes((v) => v.bytes.script),
					unit: 'kB',
					budget: 80,
				},
			);
			const changes = scripted.flatMap(({ filterChange }) => filterChange ?? []);
			if (changes.length === 0) run.note(`${programme}: the overview has no filter to change`);
			else measures.push({ metric: of('filter change'), value: median(changes), unit: 'ms', budget: 500 });
		}
		return measures;
	} finally {
		await browser.close();
		await waymark.stop();
	}
};

type Visit = { readonly browser: Browser; readonly cookie: string; readonly origin: string };

async function repeat<T>(work: () => Promise<T>): Promise<T[]> {
	const results: T[] = [];
	while (results.length < RUNS) results.push(await work());
	return results;
}

async function visitWithScripts({ browser, ...visitor }: Visit, address: string) {
	const phone = await slowPhone(browser, { ...visitor, scripts: true });
	await phone.page.addInitScript(follow);
	await phone.page.goto(address, { waitUntil: 'networkidle' });
	await phone.page.evaluate(settle);
	const followed = await phone.page.evaluate(() => ({
		drawn: window.waymarkDrawn,
		blocked: window.waymarkBlocked,
	}));
	const bytes = phone.bytes();
	const filterChange = await phone.page.evaluate(changeFilter);
	await phone.context.close();

	// All there ever was: a later moment counts if something came after hydration.
	const whole = Math.max(...followed.drawn.map(([amount]) => amount));
	const first = followed.drawn.find(([amount]) => amount === whole);
	if (first === undefined) throw new Error(`${address} shows no chart.`);
	return { drawn: first[1], blocked: followed.blocked, bytes, filterChange };
}

/**
 * Without scripts nothing in the page can look, so the browser itself is asked.
 * @returns milliseconds from the request until the page was both painted and parsed to its end, its charts with it
 */
async function visitWithoutScripts({ browser, ...visitor }: Visit, address: string): Promise<number> {
	const phone = await slowPhone(browser, { ...visitor, scripts: false });
	let asked: number | undefined;
	const moments = new Map<string, number>();
	phone.devtools.on('Network.requestWillBeSent', ({ request, timestamp }) => {
		if (request.url === address) asked ??= timestamp;
	});
	phone.devtools.on('Page.lifecycleEvent', ({ name, timestamp }) => moments.set(name, timestamp));
	await phone.devtools.send('Page.enable');
	await phone.devtools.send('Page.setLifecycleEventsEnabled', { enabled: true });
	await phone.page.goto(address, { waitUntil: 'networkidle' });
	const charts = await phone.page.locator('[data-chart] svg > *, [data-chart] [data-value]').count();
	await phone.context.close();

	const painted = moments.get('firstContentfulPaint');
	const parsed = moments.get('DOMContentLoaded');
	if (charts === 0 || asked === undefined || painted === undefined || parsed === undefined) {
		throw new Error(`${address} shows no chart without JavaScript.`);
	}
	return 1000 * (Math.max(painted, parsed) - asked);
}
