import { expect, test } from '@playwright/test';

test('the server says that it is alive and that its database answers', async ({ request }) => {
	expect((await request.get('/healthz')).status()).toBe(200);
	expect((await request.get('/readyz')).status()).toBe(200);
});

test('the API on the same address needs a key', async ({ request }) => {
	for (const path of ['/rest/v1/programme', '/auth/v1/settings', '/rest/v1/']) {
		expect((await request.get(path)).status(), path).toBe(401);
	}
});

test('a form sent from another site is refused', async ({ request }) => {
	const form = { email: 'donor@example.org', password: 'guess' };
	const foreign = await request.post('/login', { form, headers: { origin: 'https://elsewhere.example' } });
	expect(foreign.status()).toBe(403);
});

test('pages cannot be framed and are not sniffed', async ({ request }) => {
	const headers = (await request.get('/login')).headers();
	expect(headers['content-security-policy']).toContain(`frame-ancestors 'none'`);
	expect(headers['x-content-type-options']).toBe('nosniff');
	expect(headers['referrer-policy']).toBe('same-origin');
});

test('the language follows the address, then the browser', async ({ request }) => {
	const asked = await request.get('/login?lang=ar', { headers: { 'accept-language': 'fr' } });
	expect(await asked.text()).toContain('<html lang="ar" dir="rtl"');
	const preferred = await request.get('/login', { headers: { 'accept-language': 'de, fr;q=0.8' } });
	expect(await preferred.text()).toContain('<html lang="fr" dir="ltr"');
});
