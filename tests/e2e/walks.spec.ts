import { expect, type Page } from '@playwright/test';
import { formatsFor } from '../../src/lib/format/formats.ts';
import { directionOf, type Language, languages } from '../../src/lib/format/language.ts';
import { loadMessages, type MessageKey } from '../../src/lib/format/messages.ts';
import { expectAccessible, expectNoOverflow, scriptsRun } from '../support/pageChecks.ts';
import { test, type Person } from '../support/people.ts';

const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

/**
 * Each role walks once; together they see every page in each language, on both widths and in both colours. The first
 * three have axe look at every page: it takes longer than all else, and sees the same page again in the others.
 */
const walkers: readonly {
	readonly axe: boolean;
	readonly person: Person;
	readonly lang: Language;
	readonly colorScheme: 'light' | 'dark';
	readonly viewport: { readonly width: number; readonly height: number };
	readonly programme: string;
}[] = [
	{ axe: true, person: 'donor', lang: 'en', colorScheme: 'light', viewport: desk, programme: 'RDPP-NA' },
	{ axe: true, person: 'staff', lang: 'fr', colorScheme: 'dark', viewport: desk, programme: 'EUTF-NOA-DEMO' },
	{ axe: true, person: 'manager', lang: 'ar', colorScheme: 'light', viewport: phone, programme: 'RDPP-NA' },
	{
		axe: false,
		person: 'admin',
		lang: 'en',
		colorScheme: 'dark',
		viewport: phone,
		programme: 'EUTF-NOA-DEMO',
	},
	{
		axe: false,
		person: 'unodc',
		lang: 'ar',
		colorScheme: 'dark',
		viewport: desk,
		programme: 'EUTF-NOA-DEMO',
	},
	{ axe: false, person: 'gfngo', lang: 'fr', colorScheme: 'light', viewport: phone, programme: 'RDPP-NA' },
];

/** The pages with a list; each leads to one of what it lists. */
const lists: readonly (readonly [path: string, title: MessageKey])[] = [
	['/indicators', 'nav.indicators'],
	['/countries', 'country.title'],
	['/partners', 'partner.title'],
	['/projects', 'project.title'],
];

const thousands: Readonly<Record<Language, RegExp>> = {
	en: /\d,\d{3}/,
	fr: /\d\u202f\d{3}/,
	ar: /\d,\d{3}/,
};

for (const { axe, person, lang, colorScheme, viewport, programme } of walkers) {
	const query = new URLSearchParams({ programme, lang });
	const how = `${lang}, ${colorScheme}, ${viewport.width} px`;

	test.describe(`${person} (${how})`, () => {
		test.use({ person, colorScheme, viewport });

		test('reads where the programme stands', async ({ page }) => {
			const { t, number } = await inWords(lang);
			await page.goto(`/?${query}`);
			await expectGoodPage(page, lang, axe);
			await expect(page.getByRole('heading', { name: t('overview.matrix') })).toBeVisible();

			const large: string[] = [];
			for (const figure of await page.locator('td.total :is(.value, .muted)[data-value]').all()) {
				const [text, value] = [await figure.innerText(), Number(await figure.getAttribute('data-value'))];
				expect(text).toContain(number(value));
				if (value >= 1000) large.push(text);
			}
			expect(large.filter((text) => !thousands[lang].test(text))).toEqual([]);
			expect(large.length > 0 || person === 'gfngo', 'some figure is large').toBe(true);
		});

		test('finds an indicator, a country, a partner and a project in their lists', async ({ page }) => {
			// Eight pages, on a machine that may have other work.
			test.slow();
			const { t } = await inWords(lang);
			for (const [path, title] of lists) {
				await page.goto(`${path}?${query}`);
				await expect(page).toHaveTitle(t('app.title', { page: t(title) }));
				await expectGoodPage(page, lang, axe);

				await page.locator(`main a[href^="${path}/"]`).first().click();
				await page.waitForURL(({ pathname }) => pathname.startsWith(`${path}/`));
				expect(new URL(page.url()).searchParams.get('programme')).toBe(programme);
				await expect(page).not.toHaveTitle(t('app.title', { page: t(title) }));
				await expectGoodPage(page, lang, axe);
			}
		});

		test('sees what was done, and the legal notice', async ({ page }) => {
			const { t } = await inWords(lang);
			await page.goto(`/activities?${query}`);
			await expectGoodPage(page, lang, axe);
			await expect(page).toHaveTitle(t('app.title', { page: t('activities.title') }));

			await page.getByRole('link', { name: t('nav.legal') }).click();
			await expect(page).toHaveTitle(t('app.title', { page: t('legal.title') }));
			await expectGoodPage(page, lang, axe);
		});
	});
}

test.describe('a visitor (dark, 360 px)', () => {
	test.use({ colorScheme: 'dark', viewport: phone });

	test('signs in on a good page in each language', async ({ page }) => {
		for (const lang of languages) {
			const { t } = await inWords(lang);
			await page.goto(`/login?lang=${lang}`);
			await expect(page).toHaveTitle(t('app.title', { page: t('login.title') }));
			await expectGoodPage(page, lang, true);
		}
	});
});

async function inWords(lang: Language) {
	return formatsFor(lang, await loadMessages(lang));
}

/** What holds for every page. */
async function expectGoodPage(page: Page, lang: Language, axe: boolean): Promise<void> {
	await scriptsRun(page);
	await expect(page.locator('html')).toHaveAttribute('lang', lang);
	await expect(page.locator('html')).toHaveAttribute('dir', directionOf(lang));
	const heading = page.getByRole('heading', { level: 1 });
	await expect(heading).toHaveCount(1);
	expect(await page.title()).toContain((await heading.innerText()).trim() || '?');
	// A key that shows is a message that is missing; Arabic-Indic digits would be a second way of writing numbers.
	const text = await page.locator('body').innerText();
	expect(text).not.toMatch(
		/\b(nav|common|overview|indicator|chart|trust|status)\.[a-z]+[A-Za-z.]*\b|[\u0660-\u0669]/,
	);
	await expectNoOverflow(page);
	if (axe) await expectAccessible(page);
}
