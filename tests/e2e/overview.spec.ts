import { expect, type Page, type Response } from '@playwright/test';
import { scriptsRun } from '../support/pageChecks.ts';
import { test } from '../support/people.ts';

type Standing = { readonly actual: number | null };
type Row = {
	readonly code: string;
	readonly total: Standing | null;
	readonly countries: Readonly<Record<string, Standing>>;
};
type Answer = { readonly indicators: readonly Row[]; readonly counts: Readonly<Record<string, number>> };

/** What the chart engine's own script says of itself. */
const ENGINE = '[ECharts]';

test.describe('the overview', () => {
	test.use({ person: 'staff', locale: 'en-GB' });

	for (const query of [
		'programme=RDPP-NA',
		'programme=EUTF-NOA-DEMO&period=2021-Q3',
		'programme=RDPP-NA&partner=iom-egypt',
	]) {
		test(`shows the database's own figures (${query})`, async ({ page, apiOf }) => {
			const asked = [...new URLSearchParams(query)].map(([name, value]) => [`p_${name}`, value] as const);
			const { body } = await (await apiOf('staff')).ask('overview', Object.fromEntries(asked));
			const { indicators, counts } = body as Answer;
			expect(indicators.length).toBeGreaterThan(5);

			await page.goto(`/?${query}&lang=en&sort=code`);
			const shown = await matrixOf(page);
			const expected = indicators.map(({ code, total, countries }) => ({
				code,
				// A total without a figure may be a list, a word or a reason: empty in any case.
				figures: [total, ...Object.values(countries)].map((figure) => String(figure?.actual ?? '')).sort(),
			}));
			expect(shown.toSorted(byCode)).toEqual(expected.toSorted(byCode));

			const marks = page.locator('.counts strong[data-value]');
			const shownCounts = await marks.evaluateAll((all) => all.map((one) => Number(one.dataset['value'])));
			const { none, ...judged } = counts;
			expect(shownCounts.toSorted()).toEqual(Object.values(judged).toSorted());
			if (none !== undefined) await expect(page.locator(`p[data-value="${none}"]`)).toBeVisible();
		});
	}

	test('keeps its filters in the address, over links and over languages', async ({ page }) => {
		await page.goto('/?programme=RDPP-NA&lang=en');
		await scriptsRun(page);
		await page.getByRole('combobox', { name: 'Country' }).selectOption({ label: 'Egypt' });
		await expect(page).toHaveURL(/country=EG/);
		await page.getByRole('combobox', { name: 'Period' }).selectOption({ label: 'Q3 2022' });
		await expect(page).toHaveURL(/period=2022-Q3/);
		const chosen = 'country=EG&lang=en&period=2022-Q3&programme=RDPP-NA';
		expect(sortedQuery(page)).toBe(chosen);

		await page.reload();
		await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('EG');
		await expect(page.getByRole('combobox', { name: 'Period' })).toHaveValue('2022-Q3');

		await page.locator('th[scope=row] a').first().click();
		await expect(page).toHaveURL(/\/indicators\//);
		expect(sortedQuery(page)).toBe(chosen);
		await page.getByRole('link', { name: 'Français' }).click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
		expect(sortedQuery(page)).toBe(chosen.replace('lang=en', 'lang=fr'));

		await page.getByRole('link', { name: 'Vue d’ensemble' }).click();
		await expect(page).toHaveURL(({ pathname }) => pathname === '/');
		await page.getByRole('link', { name: 'Effacer les filtres' }).click();
		await expect(page).not.toHaveURL(/country|period/);
	});

	test('keeps the chosen colours on the next page', async ({ page }) => {
		await page.goto('/legal');
		await scriptsRun(page);
		const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		const light = await paper();
		await page.getByRole('combobox', { name: 'Colours' }).selectOption({ label: 'Dark' });
		const dark = await paper();
		expect(dark).not.toBe(light);
		await page.getByRole('link', { name: 'Countries' }).click();
		await page.reload();
		expect(await paper()).toBe(dark);
	});

	test('loads the chart engine when a chart is touched, and not before', async ({ page }) => {
		const scripts: Response[] = [];
		page.on('response', (answer) => {
			if (/\.js(\?|$)/.test(answer.url())) scripts.push(answer);
		});
		const withEngine = async () => {
			const texts = await Promise.all(scripts.map((answer) => answer.text()));
			return texts.filter((text) => text.includes(ENGINE)).length;
		};
		await page.goto('/?programme=RDPP-NA&lang=en');
		await scriptsRun(page);
		const chart = page.locator('figure[data-chart="countries"]');
		await expect(chart).toHaveAttribute('data-chart-ready', '');
		expect(scripts.length).toBeGreaterThan(0);
		expect(await withEngine()).toBe(0);

		await chart.locator('.picture').hover();
		await expect(chart.locator('.alive :is(svg, canvas)')).toBeVisible();
		await expect(chart).toHaveAttribute('data-chart-ready', '');
		await expect(chart.getByRole('button', { name: 'Explore' })).toHaveCount(0);
		expect(await withEngine()).toBeGreaterThan(0);
	});
});

test.describe('the overview without scripts', () => {
	test.use({ person: 'donor', javaScriptEnabled: false, locale: 'en-GB' });

	test('shows its chart, its matrix and the table behind the chart', async ({ page }) => {
		await page.goto('/?programme=RDPP-NA');
		const chart = page.locator('figure[data-chart="countries"]');
		await expect(chart).toHaveAttribute('data-chart-ready', '');
		const picture = chart.locator('.still.wide svg').first();
		await expect(picture).toBeVisible();
		await expect(picture).toContainText('Egypt');
		const size = await picture.boundingBox();
		expect(size?.width).toBeGreaterThan(300);
		expect(size?.height).toBeGreaterThan(80);
		await expect(page.locator('[data-chart="matrix"] td.total .value').first()).toBeVisible();

		await chart.getByText('Show the table').click();
		await expect(chart.getByRole('table')).toBeVisible();
		await expect(chart.getByRole('table')).toContainText('Egypt');
	});

	test('filters by a plain form', async ({ page }) => {
		await page.goto('/?programme=RDPP-NA');
		await page.getByRole('combobox', { name: 'Country' }).selectOption({ label: 'Tunisia' });
		await page.getByRole('button', { name: 'Show', exact: true }).click();
		await expect(page).toHaveURL(/country=TN/);
		await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('TN');
	});
});

/** The matrix as it stands on the page: of each indicator the figures of its row, the total among them. */
async function matrixOf(page: Page) {
	return page.locator('[data-chart="matrix"] tbody tr:not(.group)').evaluateAll((rows) =>
		rows.map((row) => ({
			code: row.querySelector('th b')?.textContent ?? '',
			figures: [...row.querySelectorAll('td')]
				.filter((cell) => !cell.classList.contains('none'))
				.map((cell) => cell.querySelector<HTMLElement>('[data-value]')?.dataset['value'] ?? '')
				.sort(),
		})),
	);
}

function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
	return a.code < b.code ? -1 : 1;
}

function sortedQuery(page: Page): string {
	const query = new URL(page.url()).searchParams;
	query.sort();
	return query.toString();
}
