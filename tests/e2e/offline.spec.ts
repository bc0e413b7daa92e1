import { expect, type Page } from '@playwright/test';
import { scriptsRun } from '../support/pageChecks.ts';
import { test } from '../support/people.ts';
import { figures, keptOnDevice, openReport, seriesOf, stateOf } from '../support/reporting.ts';

test.describe('without a connection', () => {
	test.use({ person: 'unodc' });

	test('a report opens, takes figures, and each reaches the server once', async ({
		page,
		context,
		apiOf,
		complaints,
	}) => {
		const api = await apiOf('unodc');
		const address = await openReport(page, api, '2022-Q3');
		await page.goto(address);
		await scriptsRun(page);
		await keptOnDevice(page, address);

		const id = address.split('/').at(-1);
		const wordsIn = () => api.rows(`report_draft?select=progress,version&report_id=eq.${id}`);
		const [before] = (await wordsIn()).body as { version: number }[];
		const typed = new Map<string, number>();
		const type = async (on: Page, place: number, value: number) => {
			const field = figures(on).nth(place);
			typed.set(await seriesOf(field), value);
			await field.fill(String(value));
			await field.press('Tab');
		};
		await type(page, 0, 11);
		await expect(stateOf(page, 0)).toHaveAttribute('data-state', 'saved');

		await context.setOffline(true);
		await type(page, 0, 12);
		await type(page, 1, 13);
		await page.getByLabel('Progress').fill('Two workshops were held.');
		await expect(stateOf(page, 1)).toHaveAttribute('data-state', 'waiting');
		await page.close();

		const later = await context.newPage();
		await later.goto(address);
		await scriptsRun(later);
		await expect(figures(later).nth(0)).toHaveValue('12');
		await expect(figures(later).nth(1)).toHaveValue('13');
		await expect(later.getByLabel('Progress')).toHaveValue('Two workshops were held.');
		await type(later, 2, 14);
		await type(later, 1, 15);
		await expect(stateOf(later, 2)).toHaveAttribute('data-state', 'waiting');

		await context.setOffline(false);
		for (const place of [0, 1, 2]) await expect(stateOf(later, place)).toHaveAttribute('data-state', 'saved');

		await expect(later.locator('#narrative [data-state]')).toHaveAttribute('data-state', 'saved');
		const version = Number(before?.version) + 1;
		expect((await wordsIn()).body).toEqual([{ progress: 'Two workshops were held.', version }]);

		const list = [...typed.keys()].join();
		const cells = await api.rows(
			`draft_cell?select=series_id,answer&report_id=eq.${id}&series_id=in.(${list})`,
		);
		const held = (cells.body as { series_id: string; answer: { value: number } }[]).map(
			({ series_id, answer }) => [series_id, answer.value] as const,
		);
		expect(new Map(held)).toEqual(typed);
		const changes = await api.rows(
			`draft_change?select=new_answer,outcome&report_id=eq.${id}&series_id=in.(${list})`,
		);
		const written = (changes.body as { new_answer: { value: number }; outcome: string }[]).map(
			({ new_answer, outcome }) => `${new_answer.value} ${outcome}`,
		);
		// 13 was tried before 15 replaced it, or not, as the browser noticed that it had no connection.
		expect(written.filter((change) => change !== '13 saved').sort()).toEqual([
			'11 saved',
			'12 saved',
			'14 saved',
			'15 saved',
		]);
		expect(new Set(written).size).toBe(written.length);
		complaints.splice(0);
	});

	test('a page that is not kept says so, and names the reports that are', async ({
		page,
		context,
		apiOf,
		complaints,
	}) => {
		const address = await openReport(page, await apiOf('unodc'), '2022-Q2');
		await scriptsRun(page);
		await keptOnDevice(page, address);
		await context.setOffline(true);
		await page.goto('/countries?lang=en');
		await expect(page.getByRole('heading', { name: 'No connection', exact: true })).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Pas de connexion' })).toBeVisible();
		await expect(page.locator('[lang="ar"]')).toHaveAttribute('dir', 'rtl');
		await page.getByRole('link', { name: /Q\d/ }).first().click();
		await expect(page).toHaveURL(/\/reports\/[0-9a-f-]{36}$/);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		complaints.splice(0);
	});

	test('who signs out with unsent figures is asked, and finds those they kept', async ({
		page,
		context,
		apiOf,
		complaints,
	}) => {
		const address = await openReport(page, await apiOf('unodc'), '2022-Q1');
		await scriptsRun(page);
		await keptOnDevice(page, address);
		await page.goto(address);
		await scriptsRun(page);
		await context.route('**/cells', (route) => route.abort());
		const field = figures(page).nth(4);
		await field.fill('77');
		await field.press('Tab');
		await expect(stateOf(page, 4)).toHaveAttribute('data-state', 'waiting');

		await page.getByRole('button', { name: 'Sign out' }).first().click();
		const dialog = page.getByRole('dialog');
		await expect(dialog).toContainText('1 figure has not been sent yet');
		await dialog.getByRole('button', { name: 'Send now' }).click();
		await expect(dialog.getByRole('alert')).toContainText('no connection');
		await dialog.getByRole('button', { name: 'Keep it for me on this device' }).click();
		await expect(page).toHaveURL(/\/login/);
		expect(await page.evaluate(() => caches.keys())).not.toContainEqual(
			expect.stringContaining('waymark-pages'),
		);

		await page.getByRole('button', { name: /^General Federation/ }).click();
		await expect(page).toHaveURL('/');
		await page.goto('/reports?lang=en');
		await scriptsRun(page);
		await expect(page.getByText('77')).toHaveCount(0);
		await page.getByRole('button', { name: 'Sign out' }).first().click();
		await expect(page).toHaveURL(/\/login/);

		await context.unroute('**/cells');
		await page.getByRole('button', { name: /^UNODC/ }).click();
		await expect(page).toHaveURL('/');
		await page.goto(address);
		await scriptsRun(page);
		await expect(figures(page).nth(4)).toHaveValue('77');
		await expect(stateOf(page, 4)).toHaveAttribute('data-state', 'saved');
		complaints.splice(0);
	});
});

test.describe('a sign-in that has expired', () => {
	test.use({ person: 'unodc' });

	test('keeps what is typed until the same person is back', async ({ page, context, apiOf, complaints }) => {
		const address = await openReport(page, await apiOf('unodc'), '2021-Q3');
		await page.goto(address);
		await scriptsRun(page);
		await context.clearCookies({ name: /^waymark-session/ });
		const field = figures(page).nth(6);
		await field.fill('88');
		await field.press('Tab');
		await expect(stateOf(page, 6)).toHaveAttribute('data-state', 'waiting');

		await page.goto(address);
		await expect(page).toHaveURL(/\/login/);
		await page.getByRole('button', { name: /^UNODC/ }).click();
		await expect(page).toHaveURL(new RegExp(address));
		await expect(figures(page).nth(6)).toHaveValue('88');
		await expect(stateOf(page, 6)).toHaveAttribute('data-state', 'saved');
		complaints.splice(0);
	});
});

test.describe('the endpoint of figures', () => {
	test.use({ person: 'unodc' });
	const cells = '/reports/5f0c8a52-7d11-4c3e-9a70-1c2f6f6f0a11/cells';
	const key = '0d9f4c2e-6a55-4a0b-8a1e-2f6f1a0c9b77';

	test('refuses what is no change, by itself', async ({ page, baseURL }) => {
		const headers = { origin: String(baseURL) };
		const data = { changes: [{ key, seriesId: 'none', answer: { value: 'many' } }] };
		const answer = await page.request.post(cells, { data, headers });
		expect(await answer.json()).toEqual({ outcomes: [{ key, state: 'refused', reason: 'invalid' }] });
		expect((await page.request.post(cells, { data: { figures: [] }, headers })).status()).toBe(400);
	});

	test('refuses another site, and tells who is not signed in', async ({ page, playwright, baseURL }) => {
		const data = { changes: [] };
		const foreign = await page.request.post(cells, {
			data,
			headers: { origin: 'https://elsewhere.example' },
		});
		expect(foreign.status()).toBe(403);
		expect((await page.request.post(cells, { data })).status()).toBe(403);
		const headers = { origin: String(baseURL), accept: 'application/json' };
		const stranger = await playwright.request.newContext({
			baseURL: String(baseURL),
			storageState: { cookies: [], origins: [] },
		});
		const answer = await stranger.post(cells, { data, headers, maxRedirects: 0 });
		expect(answer.status()).toBe(401);
		await stranger.dispose();
	});
});
