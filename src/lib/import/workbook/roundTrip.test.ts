import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Answer } from '#domain/entry.ts';
import { type Language, languages } from '#domain/language.ts';
import type { Difference, WorkbookPreview } from '#domain/workbook.ts';
import { reportWorkbook } from '#export/workbook/reportWorkbook.ts';
import { readWorkbook } from '#import/workbook/readWorkbook.ts';
import { entryLine, entryReport, kinds, withAnswers } from '../../../../tests/support/workbookReport.ts';
import { downloaded, reportFormats } from '../../../../tests/support/workbookFile.ts';

const report = entryReport();
const { people, peopleInLibya, days, ratio, step, words: judgement } = kinds;

describe.each(languages)('a workbook in %s', (lang) => {
	it('says nothing new when it comes back as it went out', async () => {
		const filled = withAnswers(report, {
			[people.seriesId]: { value: 12, note: '=cmd', verification: 'registers' },
			[ratio.seriesId]: { numerator: 3, denominator: 4 },
			[step.seriesId]: { level: 2 },
			[judgement.seriesId]: { text: '- better\n- and more' },
			[days.seriesId]: { typed: { value: '1,296' } },
		});
		const preview = readWorkbook((await downloaded(filled, lang)).saved(), filled, { lang });
		expect(differencesOf(preview).map(({ state }) => state)).toEqual(Array(8).fill('same'));
		expect(changesOf(preview)).toEqual([]);
	});

	it('holds exactly what was filled in, by address', async () => {
		const file = await downloaded(report, lang);
		file.set(people, 'value', 1234);
		file.set(people, 'note', 'from two centres');
		file.set(ratio, 'numerator', 30);
		file.set(ratio, 'denominator', '٤٠');
		file.set(step, 'level', '2 · Drafted, not adopted');
		file.set(judgement, 'text', 'Better than before.');
		file.set(peopleInLibya, 'inapplicable', 'No access in this quarter');
		file.setPart(0, 700);
		const preview = readWorkbook(file.saved(), report, { lang });
		expect(answersOf(preview)).toEqual({
			[people.seriesId]: {
				value: 1234,
				note: 'from two centres',
				breakdowns: [{ dimensions: ['sex'], parts: [{ categories: ['female'], value: 700 }] }],
			},
			[peopleInLibya.seriesId]: { inapplicable: 'No access in this quarter' },
			[ratio.seriesId]: { numerator: 30, denominator: 40 },
			[step.seriesId]: { level: 2 },
			[judgement.seriesId]: { text: 'Better than before.' },
		});
		const value = differencesOf(preview).find(({ to }) => to === 1234);
		expect(value).toMatchObject({ state: 'new', from: null, address: file.addressOf(people, 'value') });
		expect(differencesOf(preview).every(({ state }) => state === 'new')).toBe(true);
	});
});

test('taken over once, the same file changes nothing', async () => {
	const file = await downloaded(report);
	file.set(people, 'value', 12);
	file.set(people, 'verification', 'registers');
	file.setPart(2, 3);
	const bytes = file.saved();
	const first = readWorkbook(bytes, report, { lang: 'en' });
	const after = withAnswers(report, answersOf(first));
	const second = readWorkbook(bytes, after, { lang: 'en' });
	expect(changesOf(second)).toEqual([]);
	expect(differencesOf(second).map(({ state }) => state)).toEqual(['same', 'same', 'same']);
});

describe('yesterday’s workbook after a colleague’s change', () => {
	const before = withAnswers(report, { [people.seriesId]: { value: 10 } });
	const after = withAnswers(before, { [people.seriesId]: { value: 20, note: 'corrected' } });

	it('loses neither: what both changed is refused', async () => {
		const file = await downloaded(before);
		file.set(people, 'value', 15);
		const preview = readWorkbook(file.saved(), after, { lang: 'en' });
		expect(changesOf(preview)).toEqual([]);
		expect(differencesOf(preview)).toEqual([
			expect.objectContaining({ state: 'refused', why: 'changed-meanwhile', from: 20, to: '15' }),
			expect.objectContaining({ field: 'note', state: 'same', remarks: ['newer-kept'] }),
		]);
	});

	it('leaves theirs where the file was not touched', async () => {
		const preview = readWorkbook((await downloaded(before)).saved(), after, { lang: 'en' });
		expect(changesOf(preview)).toEqual([]);
		expect(differencesOf(preview).map(({ state, to }) => [state, to])).toEqual([
			['same', 20],
			['same', 'corrected'],
		]);
	});

	it('agrees where both say the same', async () => {
		const file = await downloaded(before);
		file.set(people, 'value', 20);
		const preview = readWorkbook(file.saved(), after, { lang: 'en' });
		expect(differencesOf(preview)[0]).toMatchObject({ state: 'same', remarks: [] });
	});
});

describe('an emptied cell', () => {
	const filled = withAnswers(report, {
		[people.seriesId]: { value: 10, reason: 'late start', rating: 'off-track' },
	});

	it('is taken out of the draft, and nothing else with it', async () => {
		const file = await downloaded(filled);
		file.set(people, 'value', null);
		const preview = readWorkbook(file.saved(), filled, { lang: 'en' });
		expect(differencesOf(preview)).toEqual([
			expect.objectContaining({ state: 'changed', from: 10, to: null, remarks: ['emptied'] }),
		]);
		expect(answersOf(preview)).toEqual({
			[people.seriesId]: { reason: 'late start', rating: 'off-track' },
		});
	});

	it('and a reason beside it is one answer, a figure and a reason are none', async () => {
		const file = await downloaded(filled);
		file.set(people, 'inapplicable', 'no access');
		const both = readWorkbook(file.saved(), filled, { lang: 'en' });
		expect(differencesOf(both).map(({ state, why }) => [state, why])).toEqual([
			['same', null],
			['refused', 'several-answers'],
		]);
		file.set(people, 'value', null);
		const one = readWorkbook(file.saved(), filled, { lang: 'en' });
		expect(answersOf(one)).toEqual({
			[people.seriesId]: { inapplicable: 'no access', reason: 'late start', rating: 'off-track' },
		});
	});
});

test('every value and text comes back as it was, in each language and from each program', async () => {
	const text = fc
		.string({
			unit: fc.oneof(
				fc.constantFrom('=', '+', '-', '@', "'", '\n', '_x0041_', '<', '"', 'ع', 'é', ' '),
				fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
			),
			minLength: 1,
			maxLength: 40,
		})
		// A spreadsheet can't hold control characters, nor halves of characters.
		.map((words) =>
			words.replaceAll(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, (mark) => (mark === '\n' ? mark : '')).trim(),
		)
		.filter((words) => words !== '');
	const number = fc
		.oneof(
			fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
			fc.double({ min: -1e9, max: 1e12, noNaN: true }).map((value) => Number(value.toPrecision(12))),
		)
		.map((value) => (value === 0 ? 0 : value));
	const figure = entryLine({ indicator: { code: 'A', counts: 'things' } });
	const words = entryLine({ indicator: { code: 'B' }, valueKind: 'qualitative' });
	const empty = entryReport([figure, words]);
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom<Language>(...languages),
			fc.constantFrom('xlsx' as const, 'ods' as const, 'xlsb' as const),
			number,
			text,
			text,
			async (lang, program, value, note, answer) => {
				const as = program === 'xlsb' ? 'xlsm' : program;
				const held = withAnswers(empty, {
					[figure.seriesId]: { value, note },
					[words.seriesId]: { text: answer },
				});
				// What goes out comes back the same.
				const written = await reportWorkbook(held, await reportFormats(lang));
				// The library that saves it again writes "_x0041_" as the escape it looks like.
				const again = /_x/.test(note + answer) ? written : (await downloaded(held, lang)).saved(as);
				for (const bytes of [written, again]) {
					const out = readWorkbook(bytes, held, { lang });
					expect(changesOf(out)).toEqual([]);
					expect(differencesOf(out)).toHaveLength(3);
				}
				// What is filled in arrives as it is.
				const file = await downloaded(empty, lang);
				file.set(figure, 'value', value);
				const came = readWorkbook(file.saved(as), empty, { lang });
				expect(answersOf(came)).toEqual({ [figure.seriesId]: { value } });
			},
		),
		{ numRuns: 25 },
	);
}, 60_000);

function differencesOf(preview: WorkbookPreview): readonly Difference[] {
	if (preview.kind === 'refused') throw new Error(`The file was refused: ${preview.why}`);
	return preview.differences;
}

function changesOf(preview: WorkbookPreview): readonly unknown[] {
	return preview.kind === 'refused' ? [preview.why] : preview.changes;
}

function answersOf(preview: WorkbookPreview): Record<string, Answer> {
	if (preview.kind === 'refused') throw new Error(`The file was refused: ${preview.why}`);
	return Object.fromEntries(preview.changes.map(({ seriesId, answer }) => [seriesId, answer]));
}
