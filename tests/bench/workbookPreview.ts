// Previews one workbook and says how long it took and what the process held at most: node workbookPreview.ts FOLDER
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { previewWorkbook } from '../../src/lib/import/workbook/previewWorkbook.ts';

const [folder = ''] = process.argv.slice(2);
const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'));
const bytes = new Uint8Array(await readFile(join(folder, 'report.xlsx')));

const start = performance.now();
const preview = await previewWorkbook({ bytes, report, hints: { lang: 'en' } });
const milliseconds = performance.now() - start;
if (preview.kind === 'refused') throw new Error(`The file was refused: ${preview.why}`);
console.log(
	JSON.stringify({
		milliseconds,
		megabytes: process.resourceUsage().maxRSS / 1024,
		changes: preview.changes.length,
	}),
);
