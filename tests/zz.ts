import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
const origin = 'http://127.0.0.1:4111';
const id = readFileSync('/tmp/wt/report', 'utf8');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
for (const [lang, width, js] of [['en', 1440, true], ['ar', 1440, true], ['fr', 360, false], ['ar', 360, true]] as const) {
	const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: js });
	const page = await context.newPage();
	page.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text()); });
	page.on('pageerror', (e) => console.log('pageerror', e.message));
	await page.goto(origin + '/login');
	await page.fill('input[name=email]', 'iom-egypt@example.org'); await page.fill('input[name=password]', 'waymark-demo');
	await page.click('form button:has-text("Sign in")').catch(async () => page.press('input[name=password]', 'Enter'));
	await page.waitForURL(origin + '/');
	await page.goto(`${origin}/reports/${id}/upload?lang=${lang}`);
	await page.waitForTimeout(1500);
	await page.setInputFiles('input[type=file]', '/tmp/wt/filled.xlsx');
	await page.click('main form[enctype] button');
	await page.waitForSelector('[data-difference]');
	await page.screenshot({ path: `/tmp/wt/pdf/preview-${lang}-${width}.png`, fullPage: true });
	console.log(lang, width, await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
	if (lang === 'en') {
		await page.check('input[name=leaveOut]');
		await page.click('main form:not([enctype]) button');
		await page.waitForSelector('.saved');
		await page.screenshot({ path: `/tmp/wt/pdf/saved.png`, fullPage: true });
	}
	await context.close();
}
await browser.close();
