import { readFile } from 'node:fs/promises';
import { read, utils, write, type WorkSheet } from '@e965/xlsx';
import { expect, type Page } from '@playwright/test';
import { translator, loadReportMessages } from '../../src/lib/format/messages.ts';
import { expectAccessible, expectNoOverflow } from '../support/pageChecks.ts';
import { test } from '../support/people.ts';

interface Owed {
	readonly id: string;
	readonly project: { readonly code: string };
	readonly period: { readonly code: string };
}

// A report that no other spec writes to.
const REPORT = { person: 'iom-egypt', project: 'DEMO-T05-EUTF-NOA-REG-13-01', period: '2023-Q1' } as const;

test.use({ person: REPORT.person });

test('a workbook is downloaded, filled in elsewhere, compared cell by cell and taken over once', async ({
	page,
	apiOf,
}) => {
	const { body } = await (await apiOf(REPORT.person)).ask('workspace', {});
	const report = (body as { reports: readonly Owed[] }).reports.find(
		({ project, period }) => project.code === REPORT.project && period.code === REPORT.period,
	);
	if (report === undefined) throw new Error(`There is no report of ${REPORT.project} for ${REPORT.period}.`);
	await page.goto(`/reports/${report.id}/upload`);

	const downloading = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download workbook' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/^DEMO-\S+ IOM-Egypt \d{4}-Q\d\.xlsx$/);
	const book = read(await readFile(await download.path()), { cellStyles: true });
	const sheet = book.Sheets['Fill in'];
	if (sheet === undefined) throw new Error(`No sheet to fill in, but ${book.SheetNames.join(', ')}.`);
	const [first, second] = cellsOf(sheet, 'Source of verification');
	put(sheet, first, 'List of participants');
	put(sheet, second, 'Register');
	const filled = Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }));

	await handIn(page, filled);
	await expect(page.locator('[data-difference=new]')).toHaveCount(2);
	await expect(page.getByRole('rowheader', { name: `Fill in!${first}` })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Take over 2 changes' }).click();
	await expect(page.getByText('2 changes were saved')).toBeVisible();

	await handIn(page, filled);
	await expect(page.locator('[data-difference=same]')).toHaveCount(2);
	await expect(page.locator('[data-difference=new], [data-difference=changed]')).toHaveCount(0);
	await expect(page.getByRole('button', { name: /Take over/ })).toHaveCount(0);

	const ar = translator('ar', await loadReportMessages('ar'));
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(`/reports/${report.id}/upload?lang=ar`);
	await handIn(page, filled, ar('workbook.upload'));
	await expect(page.getByRole('heading', { name: ar('workbook.preview.groupSame') })).toBeVisible();
	await expectNoOverflow(page);
});

/** Addresses of the first two cells below a heading. */
function cellsOf(sheet: WorkSheet, heading: string): [string, string] {
	const rows = utils.sheet_to_json<string[]>(sheet, { header: 1 });
	const row = rows.findIndex((cells) => cells.some((cell) => String(cell) === heading));
	const column = rows[row]?.findIndex((cell) => String(cell) === heading) ?? -1;
	return [utils.encode_cell({ r: row + 1, c: column }), utils.encode_cell({ r: row + 2, c: column })];
}

function put(sheet: WorkSheet, address: string, text: string): void {
	sheet[address] = { t: 's', v: text };
}

async function handIn(page: Page, buffer: Buffer, button = 'Compare with this report'): Promise<void> {
	const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
	await page.locator('input[type=file]').setInputFiles({ name: 'filled.xlsx', mimeType, buffer });
	await page.getByRole('button', { name: button }).click();
	await expect(page.locator('[data-difference]').first()).toBeVisible();
}
