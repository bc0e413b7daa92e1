import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { timed, type Bench } from './measure.ts';
import { reportWorkbook } from '../../src/lib/export/workbook/reportWorkbook.ts';
import { downloaded, reportFormats } from '../support/workbookFile.ts';
import { largeReport } from '../support/workbookReport.ts';

const ROWS = 10_000;

/** Comparing a filled-in workbook of 10,000 rows with its report, in a process of its own as a server is one. */
export const workbook: Bench = async (run) => {
	const report = largeReport(ROWS);
	run.note(`writing a workbook of ${ROWS} rows`);
	const formats = await reportFormats('en');
	const writing = await timed(() => reportWorkbook(largeReport(40), formats));
	const file = await downloaded(report);
	for (const line of report.lines) file.set(line, 'value', 7);
	const folder = await mkdtemp(join(tmpdir(), 'waymark-workbook-'));
	try {
		await writeFile(join(folder, 'report.json'), JSON.stringify(report));
		await writeFile(join(folder, 'report.xlsx'), file.saved('xlsx', true));
		const { stdout } = await promisify(execFile)(process.execPath, [
			'tests/bench/workbookPreview.ts',
			folder,
		]);
		const { milliseconds, megabytes, changes } = JSON.parse(stdout);
		if (changes !== ROWS) throw new Error(`Of ${ROWS} rows ${changes} were read.`);
		return [
			{ metric: 'write a workbook of 40 rows', value: writing, unit: 'ms', budget: null },
			{ metric: '10,000 rows previewed', value: milliseconds, unit: 'ms', budget: 5000 },
			{ metric: '10,000 rows previewed, the whole process', value: megabytes, unit: 'MB', budget: 512 },
		];
	} finally {
		await rm(folder, { recursive: true });
	}
};
