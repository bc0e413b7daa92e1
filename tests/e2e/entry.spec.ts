import { expect, type Locator, type Page } from '@playwright/test';
import { formatsFor } from '../../src/lib/format/formats.ts';
import { type Language } from '../../src/lib/format/language.ts';
import { loadReportMessages } from '../../src/lib/format/messages.ts';
import { expectAccessible, expectNoOverflow, scriptsRun } from '../support/pageChecks.ts';
import { type PersonsApi, test } from '../support/people.ts';

type Held = Readonly<Record<string, unknown>>;

test.describe('a quarter', () => {
	test.use({ person: 'unodc', viewport: { width: 1440, height: 900 } });

	test('is typed with the keyboard alone, pasted, asked about, checked and handed in', async ({
		page,
		apiOf,
	}) => {
		test.slow();
		const api = await apiOf('unodc');
		const { t } = await inWords('en');
		const report = await openReport(page, 'en');

		// Row by row along the grid: each field is reached by Tab, each figure sent on leaving.
		const first = figures(page).first();
		await first.focus();
		const typed = new Map<string, Held>();
		for (const value of [21, 0, 1234]) {
			typed.set(await seriesOf(page.locator(':focus')), { value });
			await page.keyboard.type(String(value));
			await page.keyboard.press('Tab');
		}
		expect(await draftOf(api, report, typed)).toEqual(typed);

		// The arrows move while nothing is edited, Escape puts back what was there, F2 edits.
		await first.focus();
		await page.keyboard.press('ArrowRight');
		await expect(figures(page).nth(1)).toBeFocused();
		await page.keyboard.type('999');
		await page.keyboard.press('Escape');
		await expect(figures(page).nth(1)).toHaveValue('0');
		await page.keyboard.press('ArrowLeft');
		await expect(first).toBeFocused();
		await page.keyboard.press('F2');
		await page.keyboard.type('0');
		await page.keyboard.press('Enter');
		await expect(first).not.toBeFocused();
		typed.set(await seriesOf(first), { value: 210 });
		expect(await draftOf(api, report, typed)).toEqual(typed);

		// A block from Excel fills to the right and down.
		await first.focus();
		await paste(page, '31\t32\t1 033\r\n41\r\n');
		await expect(page.getByText(t('entry.paste.done', { count: 4 }))).toBeVisible();
		const pasted = figures(page);
		typed.set(await seriesOf(pasted.nth(0)), { value: 31 });
		typed.set(await seriesOf(pasted.nth(1)), { value: 32 });
		typed.set(await seriesOf(pasted.nth(2)), { value: 1033 });
		const below = page.locator('[data-place="2.0.0"]');
		typed.set(await seriesOf(below), { value: 41 });
		expect(await draftOf(api, report, typed)).toEqual(typed);

		// What can be read in two ways is asked in the cell, and nothing is guessed.
		await below.focus();
		await page.keyboard.type('1.296');
		const cell = cellOf(below);
		await expect(cell.getByText(t('entry.which'))).toBeVisible();
		await page.keyboard.press('Tab');
		typed.set(await seriesOf(below), { typed: { value: '1.296' } });
		expect(await draftOf(api, report, typed)).toEqual(typed);
		await page.goto(`/reports/${report}/check?lang=en`);
		await expect(page.getByRole('heading', { name: t('entry.check.blocks') })).toBeVisible();
		await expect(page.getByRole('button', { name: t('entry.check.submit') })).toBeDisabled();
		await expectAccessible(page);
		await page
			.getByRole('link', { name: new RegExp(`^${t('entry.check.go')}`) })
			.first()
			.click();
		await expect(below).toBeFocused();
		await cell.getByRole('button', { name: '1,296' }).press('Enter');
		await expect(below).toHaveValue('1,296');
		typed.set(await seriesOf(below), { value: 1296 });
		expect(await draftOf(api, report, typed)).toEqual(typed);

		// Unusual: advised, answered with a note.
		await below.focus();
		await expect(page.getByRole('complementary')).toContainText(t('entry.advice.title'));
		await expectAccessible(page);
		await page.getByLabel(t('entry.context.note'), { exact: true }).fill('A campaign in March');
		await page.getByLabel(t('entry.context.verification'), { exact: true }).focus();
		typed.set(await seriesOf(below), { value: 1296, note: 'A campaign in March' });
		expect(await draftOf(api, report, typed)).toEqual(typed);

		await page.getByLabel(t('entry.narrative.progress'), { exact: true }).fill('Courts were trained.');
		await page.getByLabel(t('entry.narrative.next'), { exact: true }).focus();
		await expect(page.locator('#narrative [data-state="saved"]')).toBeVisible();

		// Handed in: confirmed once, pressed twice.
		await page.getByRole('link', { name: t('entry.foot.check') }).click();
		await expect(page.getByText('Courts were trained.')).toBeVisible();
		await page.getByRole('checkbox').check();
		const key = await page.locator('input[name="key"]').inputValue();
		await page.getByRole('button', { name: t('entry.check.submit') }).dblclick();
		await expect(page).toHaveURL(new RegExp(`/reports/${report}$`));
		await expect(page.getByRole('button', { name: t('entry.after.withdraw') })).toBeVisible();
		await expect(page.locator('[data-place]')).toHaveCount(0);
		await expectAccessible(page);
		const revisions = await api.rows(
			`report_revision?select=number,state,submission_key,narrative&report_id=eq.${report}`,
		);
		expect(revisions.body).toEqual([
			{ number: 1, state: 'submitted', submission_key: key, narrative: 'Courts were trained.' },
		]);
		const handedIn = await api.rows(
			`observation?select=series_id,value,note,report_revision!inner(report_id)&report_revision.report_id=eq.${report}`,
		);
		const observed = (handedIn.body as { series_id: string; value: number; note: string | null }[]).map(
			({ series_id, value, note }) => [series_id, note === null ? { value } : { value, note }] as const,
		);
		expect(new Map(observed)).toEqual(typed);

		// Taken back while nobody decided: everything is as it was typed.
		await page.getByRole('button', { name: t('entry.after.withdraw') }).click();
		await expect(below).toHaveValue('1,296');
	});
});

test.describe('a quarter in Arabic', () => {
	test.use({ person: 'iom-egypt', viewport: { width: 360, height: 740 } });

	test('is typed in Arabic-Indic digits on a phone', async ({ page, apiOf }) => {
		const api = await apiOf('iom-egypt');
		const { t } = await inWords('ar');
		const report = await openReport(page, 'ar');
		await expectNoOverflow(page);

		const first = figures(page).first();
		await first.fill('١٬٢٣٤');
		await first.blur();
		const typed = new Map<string, Held>([[await seriesOf(first), { value: 1234 }]]);
		expect(await draftOf(api, report, typed)).toEqual(typed);
		await expect(first).toHaveValue('1,234');

		await cellOf(first).getByRole('button').last().click();
		await expect(page.getByRole('button', { name: t('entry.pane.details') })).toHaveAttribute(
			'aria-pressed',
			'true',
		);
		await expect(page.getByText(t('entry.context.past'))).toBeVisible();
		await expectNoOverflow(page);
		await expectAccessible(page);
		await page.getByRole('button', { name: t('entry.pane.figures') }).click();
		await expectAccessible(page);

		await page.getByRole('link', { name: t('entry.foot.check') }).click();
		await expect(page.getByRole('heading', { name: t('entry.check.missing') })).toBeVisible();
		await expectNoOverflow(page);
		await expectAccessible(page);
	});
});

test.describe('without scripts', () => {
	test.use({ person: 'gfngo', javaScriptEnabled: false });

	test('a report is a plain form that saves all cells, and is handed in', async ({ page, apiOf }) => {
		const api = await apiOf('gfngo');
		const { t } = await inWords('en');
		await page.goto('/reports?lang=en');
		await page.locator('main a[href^="/reports/"]').filter({ hasText: 'Q1 2023' }).click();
		const report = new URL(page.url()).pathname.split('/')[2] ?? '';
		await page.goto(`/reports/${report}?lang=en`);

		const first = figures(page).first();
		const second = figures(page).nth(1);
		await first.fill('1,296');
		await second.fill('many');
		const typed = new Map<string, Held>([
			[await seriesOf(first), { value: 1296 }],
			[await seriesOf(second), { typed: { [await fieldOf(second)]: 'many' } }],
		]);
		await page.getByRole('button', { name: t('entry.foot.save') }).click();
		await expect(page.getByText(t('entry.plain.saved', { count: 2 }))).toBeVisible();
		expect(await draftOf(api, report, typed)).toEqual(typed);

		// The same form again changes nothing: what is shown was not typed.
		await page.getByRole('button', { name: t('entry.foot.save') }).click();
		await expect(page.getByText(t('entry.plain.nothing'))).toBeVisible();

		await second.fill('');
		await page.getByRole('button', { name: t('entry.foot.save') }).click();
		await page.goto(`/reports/${report}/check?lang=en`);
		await page.getByRole('checkbox').check();
		await page.getByRole('button', { name: t('entry.check.submit') }).click();
		await expect(page.getByRole('button', { name: t('entry.after.withdraw') })).toBeVisible();
	});
});

test.describe('a report that came back', () => {
	test.use({ person: 'gfngo', viewport: { width: 1440, height: 900 } });

	test('shows the comments at their cells, the split that disagrees, and who changed what', async ({
		page,
	}) => {
		const { t, number } = await inWords('en');
		await page.goto('/reports?lang=en');
		const returned = page.getByRole('region', { name: t('entry.workspace.group.returned') });
		await expect(returned.getByRole('blockquote')).toContainText('running total of businesses');
		await returned.getByRole('link').first().click();
		await scriptsRun(page);
		await expect(page.locator('.cell .comment')).toHaveCount(2);

		const first = figures(page).first();
		const cell = cellOf(first);
		const aside = page.getByRole('complementary');
		await first.focus();
		await first.fill('4');
		await expect(cell).toContainText(t('entry.block.short.parts'));
		const said = { dimensions: t('dimension.sex'), sum: number(3), total: number(4) };
		await expect(aside).toContainText(t('entry.block.parts', said));
		await aside.getByRole('combobox', { name: t('entry.split.by') }).selectOption('sex');
		const women = aside.getByRole('textbox', { name: t('dimension.female'), exact: true });
		const before = Number(await women.inputValue());
		await women.fill(String(before + 1));
		await expect(aside.getByText(t('entry.split.agrees'))).toBeVisible();
		await women.fill(String(before));
		await first.fill('3');
		await first.press('Tab');
		await expect(cell.locator('[data-state="saved"]')).toBeVisible();

		await first.focus();
		await aside.getByText(t('entry.context.history')).click();
		await expect(aside.getByRole('list').last()).toContainText(
			t('entry.context.revisionState.returned', { revision: '1' }),
		);
		await expectAccessible(page);
	});
});

test.describe('an approved report', () => {
	test.use({ person: 'iom-egypt', viewport: { width: 1440, height: 900 } });

	test('is read, corrected with a reason, and left as it was', async ({ page }) => {
		const { t } = await inWords('en');
		await page.goto('/reports?lang=en');
		const approved = page.getByRole('region', { name: t('entry.workspace.group.approved') });
		await approved.getByRole('link', { name: /Q4 2022/ }).click();
		await expect(page.getByText(t('entry.lock.why.approved'))).toBeVisible();
		await expect(page.locator('[data-place]')).toHaveCount(0);
		await expectAccessible(page);

		await page.getByText(t('entry.after.correct')).first().click();
		await page.getByLabel(t('entry.after.correctReason')).fill('A subtotal was added twice.');
		await page.getByRole('button', { name: t('entry.after.correct') }).click();
		await expect(page.getByText('A subtotal was added twice.')).toBeVisible();
		await expect(page.locator('[data-place]').first()).toBeVisible();
		await page.getByRole('button', { name: t('entry.after.endCorrection') }).click();
		await expect(page.getByText(t('entry.lock.why.approved'))).toBeVisible();
	});
});

async function inWords(lang: Language) {
	return formatsFor(lang, await loadReportMessages(lang));
}

/** Opens the report of the newest quarter that is open. @returns its id */
async function openReport(page: Page, lang: Language): Promise<string> {
	const { t, period } = await inWords(lang);
	await page.goto(`/reports?lang=${lang}`);
	await scriptsRun(page);
	await expect(page).toHaveTitle(t('app.title', { page: t('entry.workspace.title') }));
	await expectNoOverflow(page);
	await expectAccessible(page);
	const link = page
		.locator('main a[href^="/reports/"]')
		.filter({ hasText: period('2023-Q1') })
		.first();
	const report = String(await link.getAttribute('href')).split('/')[2] ?? '';
	await page.goto(`/reports/${report}?lang=${lang}`);
	await scriptsRun(page);
	return report;
}

/** The fields of figures, in the order they stand. */
function figures(page: Page): Locator {
	return page.locator('input[data-place]');
}

/** The cell around a field: what is said of it stands there. */
function cellOf(field: Locator): Locator {
	return field.locator('xpath=ancestor::*[starts-with(@id, "cell-")]');
}

async function seriesOf(field: Locator): Promise<string> {
	return String(await field.getAttribute('id')).replace(/^[a-z]+-/, '');
}

async function fieldOf(field: Locator): Promise<string> {
	return String(await field.getAttribute('id')).split('-')[0] ?? '';
}

/** What the server holds of the cells that were typed into, once it holds what was typed. */
async function draftOf(
	api: PersonsApi,
	report: string,
	typed: ReadonlyMap<string, Held>,
): Promise<Map<string, Held>> {
	const series = [...typed.keys()].join();
	const read = async () => {
		const cells = await api.rows(
			`draft_cell?select=series_id,answer&report_id=eq.${report}&series_id=in.(${series})`,
		);
		return new Map(
			(cells.body as { series_id: string; answer: Held }[]).map(({ series_id, answer }) => [
				series_id,
				answer,
			]),
		);
	};
	await expect.poll(async () => [...(await read())].sort(), { timeout: 10_000 }).toEqual([...typed].sort());
	return read();
}

/** Pastes into the field that has the focus, as a spreadsheet's copy arrives. */
async function paste(page: Page, text: string): Promise<void> {
	await page.locator(':focus').evaluate((field, copied) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', copied);
		field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	}, text);
}
