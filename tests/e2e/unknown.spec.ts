import { expect } from '@playwright/test';
import { expectAccessible } from '../support/pageChecks.ts';
import { test } from '../support/people.ts';

test.use({ person: 'donor', locale: 'en-GB' });

test('what does not exist is not found, and says so', async ({ page, complaints }) => {
	for (const address of [
		'/indicators/RDPP-NA/NONE?programme=RDPP-NA',
		'/indicators/NONE/C1',
		'/countries/nowhere',
		'/partners/nobody',
		'/projects/00000000-0000-4000-8000-000000000000',
		'/projects/not-an-id',
		'/nothing/here',
	]) {
		const answer = await page.goto(address);
		expect(answer?.status(), address).toBe(404);
		await expect(page.getByRole('heading', { level: 1 }), address).toHaveText('Page not found');
		await expect(page.getByText('does not exist, or you may not see it')).toBeVisible();
	}
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Go to the overview' }).click();
	await expect(page).toHaveURL('/');
	expect(complaints.splice(0).filter((complaint) => !complaint.includes('404'))).toEqual([]);
});

test('a filter that names nothing shows no figure, and says why', async ({ page }) => {
	for (const [address, words] of [
		['/?period=1999-Q1', 'This programme has no period “1999-Q1”.'],
		['/?programme=NONE', 'There is no programme “NONE” that you can read.'],
		['/programmes/NONE', 'There is no programme “NONE” that you can read.'],
		['/?programme=RDPP-NA&country=ZZ', 'There is nothing for “ZZ” in this programme and period.'],
		['/activities?programme=RDPP-NA&partner=nobody', 'There is nothing from “nobody” in this programme'],
		['/indicators/RDPP-NA/C1?programme=RDPP-NA&period=soon', 'This programme has no period “soon”.'],
		['/countries/XQ?programme=RDPP-NA', 'Nothing is reported for XQ yet.'],
	] as const) {
		const answer = await page.goto(address);
		expect(answer?.status(), address).toBe(200);
		await expect(page.getByText(words), address).toBeVisible();
		await expect(page.locator('main [data-chart], main [data-status]'), address).toHaveCount(0);
	}
	await expectAccessible(page);
	await page.goto('/?programme=RDPP-NA&country=ZZ');
	await page.getByRole('link', { name: 'Show everything instead' }).click();
	await expect(page.locator('[data-chart="matrix"]')).toBeVisible();
});
