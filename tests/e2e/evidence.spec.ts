import { expect } from '@playwright/test';
import type { APIRequestContext } from '@playwright/test';
import type { AddOutcome } from '../../src/lib/domain/evidence.ts';
import { cameraWords, jpegOfPhone, officeFile, pdfFile } from '../support/evidenceFiles.ts';
import { scriptsRun } from '../support/pageChecks.ts';
import { test } from '../support/people.ts';

type Sent = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

const pdf: Sent = { name: 'Attendance list.pdf', mimeType: 'application/pdf', buffer: pdfFile('e2e') };

async function openReport(request: APIRequestContext): Promise<string> {
	const page = await (await request.get('/reports?lang=en')).text();
	const id = /href="\/reports\/([0-9a-f-]{36})/.exec(page)?.[1];
	if (id === undefined) throw new Error('No report is listed.');
	return id;
}

async function send(request: APIRequestContext, report: string, file: Sent): Promise<AddOutcome> {
	const answer = await request.post(`/reports/${report}/evidence`, {
		headers: { accept: 'application/json' },
		multipart: { file },
	});
	expect(answer.status()).toBe(200);
	const { outcomes } = (await answer.json()) as { outcomes: AddOutcome[] };
	const [outcome] = outcomes;
	if (outcome === undefined) throw new Error('Nothing was said of the file.');
	return outcome;
}

async function added(request: APIRequestContext, report: string, file: Sent): Promise<string> {
	const outcome = await send(request, report, file);
	if (outcome.state === 'refused') throw new Error(outcome.problem);
	return outcome.file.id;
}

test.describe('a file of evidence', () => {
	test.use({ person: 'iom-egypt' });
	test.beforeEach(async ({ baseURL, context }) => {
		await context.setExtraHTTPHeaders({ origin: String(baseURL) });
	});

	test('is saved, not run; only what is safe is shown, in a sandbox', async ({
		page,
		playwright,
		baseURL,
	}) => {
		const report = await openReport(page.request);
		const id = await added(page.request, report, pdf);
		const saved = await page.request.get(`/evidence/${id}`);
		expect(await saved.body()).toEqual(pdf.buffer);
		expect(saved.headers()).toMatchObject({
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="Attendance list.pdf"; filename*=UTF-8''Attendance%20list.pdf`,
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store',
		});
		expect(saved.headers()['content-security-policy']).toContain(`default-src 'none'`);
		const shown = await page.request.get(`/evidence/${id}?view`);
		expect(shown.headers()['content-disposition']).toMatch(/^inline/);
		const head = await page.request.head(`/evidence/${id}`);
		expect([head.status(), head.headers()['content-length']]).toEqual([200, String(pdf.buffer.length)]);

		const text = { name: 'notes.txt', mimeType: 'text/html', buffer: Buffer.from('Twelve people.') };
		const notes = await page.request.get(`/evidence/${await added(page.request, report, text)}?view`);
		expect(notes.headers()['content-disposition']).toMatch(/^attachment/);
		expect(notes.headers()['content-type']).toBe('text/plain; charset=utf-8');

		// signed out it leads to the sign-in, for whatever id
		const nobody = await playwright.request.newContext({
			storageState: { cookies: [], origins: [] },
			...(baseURL !== undefined && { baseURL }),
		});
		expect((await nobody.get(`/evidence/${id}`, { maxRedirects: 0 })).status()).toBe(303);
		await nobody.dispose();
	});

	test('of a phone has lost its place when scripts did not take it off', async ({ page }) => {
		const report = await openReport(page.request);
		const photo = { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: jpegOfPhone() };
		const body = await (
			await page.request.get(`/evidence/${await added(page.request, report, photo)}`)
		).body();
		for (const word of cameraWords) expect(body.includes(word), word).toBe(false);
	});

	test('is not found by others, nor is one that is none', async ({ page, sessions, playwright, baseURL }) => {
		const report = await openReport(page.request);
		const id = await added(page.request, report, pdf);
		for (const person of ['unodc', 'donor'] as const) {
			const other = await playwright.request.newContext({
				storageState: await sessions(person),
				...(baseURL !== undefined && { baseURL, extraHTTPHeaders: { origin: baseURL } }),
			});
			for (const one of [id, '00000000-0000-4000-8000-000000000000']) {
				expect((await other.get(`/evidence/${one}`)).status()).toBe(404);
				expect((await other.post(`/evidence/${one}`, { form: { back: '/' } })).status()).toBe(404);
			}
			expect(await send(other, report, pdf)).toMatchObject({ state: 'refused', problem: 'not-yours' });
			await other.dispose();
		}
		expect((await page.request.get(`/evidence/${id}`)).status()).toBe(200);
	});

	test('that is too large, or none of what is taken, is refused in words', async ({ page }) => {
		const report = await openReport(page.request);
		const large = { ...pdf, buffer: Buffer.concat([pdf.buffer, Buffer.alloc(10_000_001)]) };
		const huge = { ...pdf, buffer: Buffer.alloc(13_000_000) };
		const macros = { ...pdf, name: 'a.docx', buffer: officeFile('word', { 'word/vbaProject.bin': 'x' }) };
		const html = { ...pdf, buffer: Buffer.from('<!doctype html><script>alert(1)</script>') };
		expect(await send(page.request, report, large)).toMatchObject({ problem: 'too-large' });
		expect(await send(page.request, report, huge)).toMatchObject({ problem: 'too-large' });
		expect(await send(page.request, report, macros)).toMatchObject({ problem: 'macros' });
		expect(await send(page.request, report, html)).toMatchObject({ problem: 'type' });
	});
});

test.describe('the files of a report', () => {
	test.use({ person: 'unodc' });

	test('are added and taken back on its page, photos drawn anew before they leave', async ({ page }) => {
		await page.goto(`/reports/${await openReport(page.request)}?lang=en`);
		await scriptsRun(page);
		const panel = page.locator('section[id^="evidence-"]').last();
		await expect(panel).toContainText('No names or faces of victims');
		const sent = page.waitForRequest(
			(asked) => asked.method() === 'POST' && asked.url().endsWith('/evidence'),
		);
		await panel.locator('input[name="file"]').setInputFiles([
			{ name: 'visit.jpg', mimeType: 'image/jpeg', buffer: jpegOfPhone() },
			{ ...pdf, name: 'plan.pdf', buffer: pdfFile('plan') },
			{ ...pdf, name: 'page.pdf', buffer: Buffer.from('<html>') },
		]);
		const body = (await sent).postDataBuffer() ?? Buffer.alloc(0);
		for (const word of cameraWords) expect(body.includes(word), word).toBe(false);
		const item = (name: string) => panel.locator('li', { hasText: name });
		await expect(item('visit.jpg')).toContainText('Picture');
		await expect(item('plan.pdf')).toContainText('PDF document');
		await expect(item('page.pdf')).toContainText('This kind of file is not taken');
		await item('page.pdf').getByRole('button', { name: 'Leave it out' }).click();
		await expect(item('page.pdf')).toHaveCount(0);

		await item('plan.pdf').getByRole('button', { name: 'Remove plan.pdf' }).click();
		await item('plan.pdf').getByRole('button', { name: 'Yes, remove' }).click();
		await expect(item('plan.pdf')).toHaveCount(0);
		await page.reload();
		await expect(item('visit.jpg')).toBeVisible();
		await expect(item('plan.pdf')).toHaveCount(0);
	});

	test.describe('without scripts', () => {
		test.use({ javaScriptEnabled: false });

		test('are added and taken back by plain forms, which say what went wrong', async ({ page }) => {
			await page.goto(`/reports/${await openReport(page.request)}?lang=en`);
			const panel = page.locator('section[id^="evidence-"]').last();
			const choose = async (file: Sent) => {
				await panel.locator('input[name="file"]').setInputFiles([file]);
				await panel.getByRole('button', { name: 'Send' }).click();
			};
			await choose({ ...pdf, name: 'plain.pdf', buffer: pdfFile('plain') });
			const item = panel.locator('li', { hasText: 'plain.pdf' });
			await expect(item).toBeVisible();
			await choose({ ...pdf, name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<html>') });
			await expect(panel.getByRole('alert')).toContainText('This kind of file is not taken');
			await item.getByRole('button').click();
			await expect(item).toHaveCount(0);
			await expect(panel.getByRole('alert')).toHaveCount(0);
		});
	});
});
