import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Waits until the page's scripts have taken over: the colours' switch, hidden without them, is there. */
export async function scriptsRun(page: Page): Promise<void> {
	await expect(page.locator('label[hidden]')).toHaveCount(0);
}

/** Nothing that axe calls serious or critical: names, roles, contrast, order, language. */
export async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page })
		.setLegacyMode()
		.options({ resultTypes: ['violations'] })
		.analyze();
	const grave = violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
	expect(grave, `axe on ${page.url()}`).toEqual([]);
}

/** The page itself never scrolls sideways; a wide table scrolls in its own region. */
export async function expectNoOverflow(page: Page): Promise<void> {
	const width = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(await width(), `pixels beyond the edge of ${page.url()}`).toBeLessThanOrEqual(0);
}
