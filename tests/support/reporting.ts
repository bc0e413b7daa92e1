// Reports in a browser, for the specs that fill them in.
import { expect, type Locator, type Page } from '@playwright/test';
import type { PersonsApi } from './people.ts';

/**
 * Opens an approved report of a past quarter for correction: each test has one that no other test writes to.
 * @returns its address
 */
export async function openReport(page: Page, api: PersonsApi, period: string): Promise<string> {
	const found = await api.rows(`report?select=id&period_code=eq.${period}`);
	const [report] = found.body as { id: string }[];
	const address = `/reports/${report?.id}`;
	await page.goto('/reports?lang=en');
	const { origin } = new URL(page.url());
	const headers = { origin };
	await page.request.post(`${address}?/correct`, { form: { reason: 'Trying' }, headers });
	await page.reload();
	return address;
}

/** Waits until the service worker rules the page and keeps its copy. */
export async function keptOnDevice(page: Page, path: string): Promise<void> {
	await expect
		.poll(
			() =>
				page.evaluate(
					async (asked) =>
						Boolean(navigator.serviceWorker.controller && (await caches.match(`${asked}/__data.json`))),
					path,
				),
			{ timeout: 30_000 },
		)
		.toBe(true);
}

export function figures(page: Page): Locator {
	return page.locator('.figures input[data-place]');
}

export function stateOf(page: Page, place: number): Locator {
	return page
		.locator('.cell', { has: page.locator('input[data-place]') })
		.nth(place)
		.locator('[data-state]');
}

export async function seriesOf(field: Locator): Promise<string> {
	return String((await field.getAttribute('id'))?.replace(/^[a-z]+-/, ''));
}
