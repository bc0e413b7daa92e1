// A reader on a slow phone: processor 4 times slower, 1.6 Mbit/s down, 150 ms round trip, nothing kept from before.
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';

export type SlowPhone = {
	readonly context: BrowserContext;
	readonly page: Page;
	readonly devtools: CDPSession;
	/** Bytes that came over the network so far, headers included, by what they were. */
	bytes(): Readonly<Record<'html' | 'css' | 'font' | 'script' | 'other', number>>;
};

type Options = { readonly cookie: string; readonly origin: string; readonly scripts: boolean };

/** A fresh phone, signed in. */
export async function slowPhone(browser: Browser, { cookie, origin, scripts }: Options): Promise<SlowPhone> {
	const context = await browser.newContext({
		javaScriptEnabled: scripts,
		viewport: { width: 390, height: 844 },
		deviceScaleFactor: 2,
		isMobile: true,
		hasTouch: true,
		locale: 'en',
	});
	await context.addCookies(
		cookie.split('; ').map((pair) => {
			const [name = '', ...value] = pair.split('=');
			return { name, value: value.join('='), url: origin };
		}),
	);
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	await devtools.send('Network.enable');
	await devtools.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 150,
		downloadThroughput: 1_600_000 / 8,
		uploadThroughput: 750_000 / 8,
	});
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	const bytes = { html: 0, css: 0, font: 0, script: 0, other: 0 };
	const kinds = new Map<string, keyof typeof bytes>();
	devtools.on('Network.responseReceived', ({ requestId, response }) =>
		kinds.set(requestId, kindOf(response.mimeType)),
	);
	devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		bytes[kinds.get(requestId) ?? 'other'] += encodedDataLength;
	});
	return { context, page, devtools, bytes: () => ({ ...bytes }) };
}

function kindOf(mimeType: string): 'html' | 'css' | 'font' | 'script' | 'other' {
	if (mimeType === 'text/html') return 'html';
	if (mimeType === 'text/css') return 'css';
	if (mimeType.includes('font')) return 'font';
	return mimeType.includes('javascript') ? 'script' : 'other';
}
