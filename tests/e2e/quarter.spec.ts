import { expect, type BrowserContext, type Page } from '@playwright/test';
import { loadReportMessages, translator } from '../../src/lib/format/messages.ts';
import { scriptsRun } from '../support/pageChecks.ts';
import { type PersonsApi, test } from '../support/people.ts';
import { figures, keptOnDevice, openReport, seriesOf } from '../support/reporting.ts';

// A past quarter, opened for correction, that no other spec writes to.
const PERIOD = '2021-Q1';

test.describe('a whole quarter', () => {
	test.use({ person: 'unodc' });

	test('is typed with the keyboard alone, with and without a connection, and handed in', async ({
		page,
		context,
		apiOf,
		complaints,
	}) => {
		test.slow();
		const t = translator('en', await loadReportMessages('en'));
		const api = await apiOf('unodc');
		const address = await openReport(page, api, PERIOD);
		await empty(page, api, address);
		await page.goto(`${address}?lang=en`);
		await scriptsRun(page);
		await keptOnDevice(page, address);
		const count = await figures(page).count();
		expect(count).toBeGreaterThanOrEqual(14);

		const typed = new Map<string, number>();
		const half = Math.floor(count / 2);
		await typeOn(page, { from: 0, to: half, base: 100 }, typed);
		await context.setOffline(true);
		await typeOn(page, { from: half, to: count, base: 100 }, typed);
		await page.close();

		const later = await reopened(context, `${address}?lang=en`);
		for (let place = 0; place < count; place += 1)
			await expect(figures(later).nth(place)).toHaveValue(String(100 + place));
		await typeOn(later, { from: 0, to: count, base: 300 }, typed);
		await typeOn(later, { from: 0, to: half, base: 500 }, typed);
		await context.setOffline(false);
		await expect(later.locator('.figures [data-state=waiting], .figures [data-state=saving]')).toHaveCount(0);

		expect(await held(api, address)).toEqual(typed);
		const written = await savedValues(api, address);
		expect(written.length, 'nothing is written twice').toBe(new Set(written).size);

		await later.getByRole('link', { name: t('entry.foot.check') }).click();
		const confirm = later.getByRole('checkbox');
		for (const box of await confirm.all()) await box.check();
		await later.getByRole('button', { name: t('entry.check.submit') }).dblclick();
		await expect(later.getByRole('button', { name: t('entry.after.withdraw') })).toBeVisible();
		expect(await handedIn(api, address)).toEqual(typed);
		complaints.splice(0);
	});
});

type Line = {
	readonly series_id: string;
	readonly cell: { readonly version: number; readonly answer: { readonly value?: number } };
};

/** Takes the figures out of a quarter, with the splits that new ones would contradict. */
async function empty(page: Page, api: PersonsApi, address: string): Promise<void> {
	const reportId = idOf(address);
	const { body } = await api.ask('entry_page', { p_report: reportId });
	const changes = (body as { lines: readonly Line[] }).lines
		.filter(({ cell }) => cell.answer.value !== undefined)
		.map(({ series_id, cell }) => ({
			key: crypto.randomUUID(),
			reportId,
			seriesId: series_id,
			baseVersion: cell.version,
			answer: {},
			origin: 'page',
		}));
	const { origin } = new URL(page.url());
	const answer = await page.request.post(`${address}/cells`, { data: { changes }, headers: { origin } });
	expect(answer.status()).toBe(200);
}

type Stretch = { readonly from: number; readonly to: number; readonly base: number };

/** Types into each figure and goes on by Tab, as a hand on the keyboard would. */
async function typeOn(page: Page, { from, to, base }: Stretch, typed: Map<string, number>): Promise<void> {
	for (let place = from; place < to; place += 1) {
		const field = figures(page).nth(place);
		await field.focus();
		await page.keyboard.press('F2');
		await page.keyboard.press('ControlOrMeta+a');
		const value = base + place;
		typed.set(await seriesOf(field), value);
		await page.keyboard.type(String(value));
		await page.keyboard.press('Tab');
	}
}

async function reopened(context: BrowserContext, address: string): Promise<Page> {
	const page = await context.newPage();
	await page.goto(address);
	await scriptsRun(page);
	return page;
}

async function held(api: PersonsApi, address: string): Promise<Map<string, number>> {
	const { body } = await api.rows(`draft_cell?select=series_id,answer&report_id=eq.${idOf(address)}`);
	return new Map(
		(body as { series_id: string; answer: { value?: number } }[]).flatMap(({ series_id, answer }) =>
			answer.value === undefined ? [] : [[series_id, answer.value] as const],
		),
	);
}

async function savedValues(api: PersonsApi, address: string): Promise<string[]> {
	const { body } = await api.rows(
		`draft_change?select=series_id,new_answer&outcome=eq.saved&report_id=eq.${idOf(address)}`,
	);
	return (body as { series_id: string; new_answer: { value?: number } }[])
		.filter(({ new_answer }) => new_answer.value !== undefined)
		.map(({ series_id, new_answer }) => `${series_id} ${new_answer.value}`);
}

/** The figures of the submission that waits, as the reviewer will see them. */
async function handedIn(api: PersonsApi, address: string): Promise<Map<string, number>> {
	const { body } = await api.rows(
		`observation?select=series_id,value,report_revision!inner(report_id,state)&value=not.is.null` +
			`&report_revision.report_id=eq.${idOf(address)}&report_revision.state=eq.submitted`,
	);
	return new Map(
		(body as { series_id: string; value: number }[]).map(
			({ series_id, value }) => [series_id, value] as const,
		),
	);
}

function idOf(address: string): string {
	return String(address.split('/').at(-1));
}
