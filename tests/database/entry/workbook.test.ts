import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, CellChange, EntryLine, EntryReport } from '../../../src/lib/domain/entry.ts';
import { inputFieldsOf, type SeriesChange } from '../../../src/lib/domain/workbook.ts';
import { previewWorkbook } from '../../../src/lib/import/workbook/previewWorkbook.ts';
import { saveCells } from '../../../src/lib/server/commands/report.ts';
import { downloaded, type OpenedWorkbook } from '../../support/workbookFile.ts';
import { changeOf, type Officer, openReporting, type Reporting } from './partner.ts';

let reporting: Reporting;
let officer: Officer;
let largest: EntryReport;

beforeAll(async () => {
	reporting = await openReporting();
	const officers = await Promise.all(['unodc', 'gfngo', 'iom-egypt'].map((name) => reporting.as(name)));
	const open = await Promise.all(
		officers.map(async (one) => ({
			one,
			reports: (await one.reports()).filter(({ lock }) => lock.kind === 'open' || lock.kind === 'reopened'),
		})),
	);
	const all = open.flatMap(({ one, reports }) => reports.map(({ id, asked }) => ({ one, id, asked })));
	const [first] = all.sort((a, b) => b.asked - a.asked);
	if (first === undefined) throw new Error('The demonstration has no report to fill in.');
	officer = first.one;
	largest = await officer.report(first.id);
});
afterAll(() => reporting.database.close());

test('the largest report, downloaded, filled in elsewhere and handed in, holds exactly what was filled in', async () => {
	const file = await downloaded(largest, 'ar');
	const filled = new Map(largest.lines.map((line, at) => [line.seriesId, fillIn(file, line, at)]));
	const bytes = file.saved();

	const { differences, changes } = await preview(bytes, largest);
	expect(differences.filter(({ state }) => state === 'refused')).toEqual([]);
	expect(await save(changes)).toEqual(changes.map(() => 'saved'));

	const after = await officer.report(largest.id);
	for (const { seriesId, cell } of after.lines) {
		expect(cell.answer).toMatchObject(filled.get(seriesId) ?? {});
		expect(Object.keys(cell.answer)).toEqual(expect.arrayContaining(Object.keys(filled.get(seriesId) ?? {})));
	}

	const again = await preview(bytes, after);
	expect(again.changes).toEqual([]);
	expect(new Set(again.differences.map(({ state }) => state))).toEqual(new Set(['same']));
});

test('a workbook of before a colleague’s change loses nothing and doubles nothing', async () => {
	const before = await officer.report(largest.id);
	const line = before.lines.find(({ valueKind }) => valueKind === 'increment');
	if (line === undefined) throw new Error('The report asks for no increment.');
	const file = await downloaded(before);
	file.set(line, 'value', 111);
	await officer.save([changeOf(before, line.seriesId, { value: 222 })]);

	const now = await officer.report(largest.id);
	const { differences, changes } = await preview(file.saved(), now);
	expect(changes).toEqual([]);
	expect(differences.find(({ address }) => address === file.addressOf(line, 'value'))).toMatchObject({
		state: 'refused',
		why: 'changed-meanwhile',
		from: 222,
	});
	expect(await answerOf(line.seriesId)).toEqual({ value: 222 });
});

test('what a colleague changes between the comparison and the button stops all of it', async () => {
	const before = await officer.report(largest.id);
	const [one, other] = before.lines.filter(({ valueKind }) => valueKind === 'increment');
	if (one === undefined || other === undefined) throw new Error('The report asks for too few increments.');
	const file = await downloaded(before);
	file.set(one, 'value', 31);
	file.set(other, 'value', 32);
	const { changes } = await preview(file.saved(), before);
	await officer.save([changeOf(before, other.seriesId, { value: 99 })]);
	const held = await answerOf(one.seriesId);

	expect(new Set(await save(changes))).not.toEqual(new Set(['saved']));
	expect(await answerOf(one.seriesId)).toEqual(held);
	expect(await answerOf(other.seriesId)).toEqual({ value: 99 });
});

/** Fills a line in, each kind in turn, and says what its answer must then be. */
function fillIn(file: OpenedWorkbook, line: EntryLine, at: number): Answer {
	for (const field of inputFieldsOf(line)) file.set(line, field, null);
	file.set(line, 'note', `-${at} by hand`);
	const note = `-${at} by hand`;
	switch (line.valueKind) {
		case 'ratio':
			file.set(line, 'numerator', at);
			file.set(line, 'denominator', '٤٠');
			return { numerator: at, denominator: 40, note };
		case 'ordinal':
			file.set(line, 'level', 2);
			return { level: 2, note };
		case 'qualitative':
			file.set(line, 'text', 'تحسّن التعاون');
			return { text: 'تحسّن التعاون', note };
		default:
			file.set(line, 'value', at + 0.5);
			return { value: at + 0.5, note };
	}
}

async function preview(bytes: Uint8Array, report: EntryReport) {
	const read = await previewWorkbook({ bytes, report, hints: { lang: 'en' } });
	if (read.kind === 'refused') throw new Error(`The file was refused: ${read.why}`);
	return read;
}

async function save(changes: readonly SeriesChange[]): Promise<readonly string[]> {
	const whole = changes.map((change): CellChange => ({
		...change,
		key: randomUUID(),
		reportId: largest.id,
		origin: 'workbook',
	}));
	return (await saveCells(officer.client, whole, { together: true })).map(({ state }) => state);
}

async function answerOf(seriesId: string): Promise<Answer | undefined> {
	return (await officer.report(largest.id)).lines.find((line) => line.seriesId === seriesId)?.cell.answer;
}
