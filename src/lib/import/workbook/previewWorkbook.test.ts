import { describe, expect, it, test } from 'vitest';
import { previewWorkbook } from '#import/workbook/previewWorkbook.ts';
import { entryReport, kinds, largeReport } from '../../../../tests/support/workbookReport.ts';
import { hostileFiles } from '../../../../tests/support/hostileFiles.ts';
import { downloaded, ownWorkbook } from '../../../../tests/support/workbookFile.ts';

const report = entryReport();
/** Making some of these files takes a busy machine longer than refusing them. */
const PATIENCE = 30_000;
const hints = { lang: 'en' } as const;

describe('a hostile file', () => {
	test.each(hostileFiles)(
		'$what is refused as $why',
		async ({ bytes, why }) => {
			const preview = await previewWorkbook({ bytes: bytes(), report, hints });
			expect(preview).toMatchObject({ kind: 'refused', why });
		},
		PATIENCE,
	);

	it(
		'that needs more memory than a report may is refused, and the next one is read',
		async () => {
			const preview = previewWorkbook(
				{ bytes: ownWorkbook(manyRows(10_000)), report, hints },
				{ heapMegabytes: 24 },
			);
			const next = previewWorkbook({ bytes: ownWorkbook(manyRows(1)), report, hints });
			expect(await preview).toMatchObject({ kind: 'refused', why: 'too-much-work' });
			expect(await next).toMatchObject({ kind: 'differences' });
		},
		PATIENCE,
	);

	it('that takes longer than a report may is refused', async () => {
		const preview = previewWorkbook(
			{ bytes: ownWorkbook(manyRows(10_000)), report, hints },
			{ milliseconds: 30 },
		);
		expect(await preview).toMatchObject({ kind: 'refused', why: 'too-much-work' });
	});
});

test('macros are left alone, and said', async () => {
	const file = await downloaded(report);
	file.set(kinds.people, 'value', 12);
	file.book.vbaraw = new Uint8Array([1, 2, 3]);
	const preview = await previewWorkbook({ bytes: file.saved('xlsm'), report, hints });
	expect(preview).toMatchObject({ kind: 'differences', notices: ['macros-ignored'] });
});

test('thousands of rows are compared in a thread of their own', async () => {
	const large = largeReport(2000);
	const rows = large.lines.map(({ indicator, country }) => [indicator.code, country ?? 'Regional', 5]);
	const preview = await previewWorkbook({
		bytes: ownWorkbook([['Code', 'Country', 'Value'], ...rows]),
		report: large,
		hints,
	});
	expect(preview.kind === 'differences' && preview.changes).toHaveLength(2000);
});

function manyRows(count: number): (string | number)[][] {
	const row = ['P1', 'Egypt', 1, ...Array.from({ length: 12 }, (_, at) => `words ${at}`)];
	return [['Code', 'Country', 'Value'], ...Array.from({ length: count }, () => row)];
}
