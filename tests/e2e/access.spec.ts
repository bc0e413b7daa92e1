import { expect } from '@playwright/test';
import { scriptsRun } from '../support/pageChecks.ts';
import { test } from '../support/people.ts';

/** The RDPP's two indicators of victims of trafficking. */
const SENSITIVE = ['P1', 'P2'];
const RDPP = 'programme=RDPP-NA&lang=en';

test.describe('a donor', () => {
	test.use({ person: 'donor' });

	test('sees that a sensitive indicator is followed, and no figure of it', async ({ page }) => {
		await page.goto(`/?${RDPP}`);
		for (const code of SENSITIVE) {
			const row = page.locator('[data-chart="matrix"] tr', { has: page.locator('th b', { hasText: code }) });
			await expect(row.locator('[data-suppressed]').first()).toHaveText('hidden');
			await expect(row.locator('[data-value]:not([data-value=""])')).toHaveCount(0);
			await expect(row.locator('.bar')).toHaveCount(0);
		}
		await page.goto(`/indicators/RDPP-NA/P1?${RDPP}`);
		await expect(page.locator('main [data-suppressed]')).toBeVisible();
		await expect(page.locator('main [data-value]:not([data-value=""])')).toHaveCount(0);
		await expect(page.locator('main [data-chart]')).toHaveCount(0);
	});

	test('gets no figure of it from the API either', async ({ apiOf }) => {
		const [donor, staff] = [await apiOf('donor'), await apiOf('staff')];
		const ids = await staff.rows('indicator?select=id&sensitive=is.true');
		const list = (ids.body as { id: string }[]).map(({ id }) => id).join();
		for (const address of [
			`series?select=id&indicator_id=in.(${list})`,
			`target_schedule?select=id,series!inner(id)&series.indicator_id=in.(${list})`,
			`observation?select=id,series!inner(id)&series.indicator_id=in.(${list})`,
		]) {
			expect((await donor.rows(address)).body, address).toEqual([]);
			const staffs = await staff.rows(address);
			expect(staffs.status, address).toBe(200);
			expect(staffs.body, address).not.toEqual([]);
		}

		const pages: readonly (readonly [name: string, args: Record<string, string>])[] = [
			['overview', {}],
			['indicator_page', { p_framework: 'RDPP-NA', p_code: 'P1' }],
			['indicator_page', { p_framework: 'RDPP-NA', p_code: 'P2' }],
			['country_page', { p_country: 'EG' }],
			['partner_page', { p_partner: 'gfngo' }],
		];
		for (const [name, args] of pages) {
			const asked = { ...args, p_programme: 'RDPP-NA' };
			const seen = await donor.ask(name, asked);
			expect(seen.status).toBe(200);
			expect(figuresOf(seen.body), `${name} ${JSON.stringify(args)}`).toEqual([]);
			expect(figuresOf((await staff.ask(name, asked)).body), name).not.toEqual([]);
		}
	});
});

test.describe('a partner', () => {
	test.use({ person: 'gfngo' });

	test('sees its own organisation, and says so', async ({ page, apiOf }) => {
		await page.goto(`/?${RDPP}`);
		await expect(page.getByText('Your organisation GFNGO')).toBeVisible();
		const partners = page.locator('main a[href^="/partners/"]');
		expect(new Set(await partners.allInnerTexts())).toEqual(new Set(['GFNGO']));

		const series = await (await apiOf('gfngo')).rows('series?select=organisation(slug)');
		const slugs = (series.body as { organisation: { slug: string } }[]).map((row) => row.organisation.slug);
		expect(new Set(slugs)).toEqual(new Set(['gfngo']));
	});

	test('finds no figure on the page of another partner or another programme', async ({ page }) => {
		for (const address of [`/partners/iom-egypt?${RDPP}`, '/?programme=EUTF-NOA-DEMO&lang=en']) {
			await page.goto(address);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expect(page.locator('main [data-value]:not([data-value=""])')).toHaveCount(0);
		}
	});

	test('counts the workshop itself, since nobody else’s claim is there', async ({ page }) => {
		await page.goto(`/indicators/RDPP-NA/C1?${RDPP}&period=2022-Q3`);
		await expect(page.getByRole('heading', { name: 'Where the figure comes from' })).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Counted once although several claim them' })).toHaveCount(
			0,
		);
	});
});

for (const person of ['donor', 'staff'] as const) {
	test.describe(`${person}, on the workshop that two organisations claim`, () => {
		test.use({ person });

		test('reads how its 21 participants were counted once', async ({ page }) => {
			await page.goto(`/indicators/RDPP-NA/C1?${RDPP}&period=2022-Q3`);
			const explained = page.locator('#explain');
			const heading = explained.getByRole('heading', { name: 'Counted once although several claim them' });
			await expect(heading).toBeVisible();
			await expect(explained).toContainText('Essential role of CSOs in Anti-Trafficking Responses');
			await expect(explained).toContainText('so 21 are taken off');

			const value = async (of: string) =>
				Number(await explained.locator(of).first().getAttribute('data-value'));
			const total = await value('strong[data-value]');
			const counted = explained.locator('ul.terms').first().locator('.line .value');
			const parts = await counted.evaluateAll((all) => all.map((one) => Number(one.dataset['value'])));
			expect(total).toBe(parts.reduce((sum, part) => sum + part, 0) - 21);
		});
	});
}

test.describe('a visitor who is not signed in', () => {
	test('is asked to sign in, then arrives at the page asked for', async ({ page }) => {
		const wanted = '/countries/EG?programme=RDPP-NA&period=2022-Q2&lang=en';
		await page.goto(wanted);
		await expect(page).toHaveURL(/\/login\?/);
		await page.getByRole('button', { name: /^EU Delegation/ }).click();
		await expect(page).toHaveURL(wanted);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Egypt');
	});

	test('reads no page but the sign-in and the legal notice', async ({ page }) => {
		for (const path of ['/', '/indicators/RDPP-NA/C1', '/partners/gfngo', '/projects', '/activities']) {
			await page.goto(path);
			await expect(page, path).toHaveURL(/\/login/);
			await expect(page.locator('[data-value]')).toHaveCount(0);
		}
		await page.goto('/legal?lang=en');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Legal notice and data protection');
	});

	test('is told that the password is wrong, and keeps the address typed', async ({ page, complaints }) => {
		await page.goto('/login?lang=en');
		await page.getByLabel('E-mail address').fill('donor@example.org');
		await page.getByLabel('Password').fill('not the password');
		await page.getByRole('button', { name: 'Sign in', exact: true }).click();
		await expect(page.getByRole('alert')).toContainText('do not go together');
		await expect(page.getByLabel('E-mail address')).toHaveValue('donor@example.org');
		expect(complaints.splice(0).every((complaint) => complaint.includes('422'))).toBe(true);
	});
});

test('what is typed before the scripts arrive stays', async ({ page }) => {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto('/login?lang=en', { waitUntil: 'commit' });
	await page.getByLabel('E-mail address').fill('early@example.org');
	release();
	await scriptsRun(page);
	await expect(page.getByLabel('E-mail address')).toHaveValue('early@example.org');
});

test('a signed-in stranger is told whom to ask, and sees no figure', async ({ page, keyed }) => {
	const account = { email: 'stranger@example.org', password: 'waymarkwaymark' };
	const joined = await keyed.post('/auth/v1/signup', { data: account });
	expect(joined.status()).toBe(200);
	await page.goto('/login?lang=en');
	await page.getByLabel('E-mail address').fill(account.email);
	await page.getByLabel('Password').fill(account.password);
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
	await expect(page.getByText('You are signed in, and belong to no programme yet')).toBeVisible();
	for (const path of [
		'/indicators',
		'/countries',
		'/partners',
		'/projects',
		'/activities',
		'/countries/EG',
	]) {
		await page.goto(`${path}?lang=en`);
		await expect(page.getByText('belong to no programme yet'), path).toBeVisible();
		await expect(page.locator('[data-value]')).toHaveCount(0);
	}
});

test('who signs out is out', async ({ page, context }) => {
	await page.goto('/login?lang=en');
	await page.getByRole('button', { name: /^IOM monitoring/ }).click();
	await expect(page).toHaveURL('/');
	await scriptsRun(page);
	const session = await context.cookies();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page).toHaveURL(/\/login/);
	await page.goto('/projects');
	await expect(page).toHaveURL(/\/login/);
	expect((await context.cookies()).filter(({ name }) => name.startsWith('waymark-session'))).toEqual([]);
	expect(session.some(({ name, httpOnly }) => name.startsWith('waymark-session') && httpOnly)).toBe(true);
});

/** Every number in an answer that belongs to a sensitive indicator: where its code is named, or on its own page. */
function figuresOf(body: unknown): string[] {
	const page = body as { indicator?: { code: string } };
	const own = [
		'total',
		'family',
		'time',
		'countries',
		'partners',
		'series',
		'breakdowns',
		'target_history',
		'explain',
	];
	const parts =
		page.indicator && SENSITIVE.includes(page.indicator.code)
			? own.map((part) => (body as Record<string, unknown>)[part])
			: rowsAbout(body);
	return parts.flatMap((part) => numbersIn(part));
}

function rowsAbout(value: unknown): unknown[] {
	if (typeof value !== 'object' || value === null) return [];
	const isAbout = 'code' in value && SENSITIVE.includes(String(value.code));
	return isAbout ? [value] : Object.values(value).flatMap((inner) => rowsAbout(inner));
}

function numbersIn(value: unknown): string[] {
	if (typeof value === 'number') return [String(value)];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		numbersIn(inner).map((number) => `${key} ${number}`),
	);
}
