import { describe, expect, it } from 'vitest';
import type { EntryLine } from '#domain/entry.ts';
import { plainChanges, plainNarrative } from '#features/report/plainForm.ts';
import { entryLine, entryReport } from '../../../../tests/support/entryReport.ts';

const held = { version: 3, answer: { value: 1296, note: 'n' }, changedBy: null, changedAt: null };

function changesOf(
	line: EntryLine,
	fields: Readonly<Record<string, string>>,
	lang: 'en' | 'fr' | 'ar' = 'en',
) {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(`${name}-${line.seriesId}`, value);
	return plainChanges(entryReport([line]), form, lang, () => 'key').map(({ baseVersion, answer }) => ({
		baseVersion,
		answer,
	}));
}

describe('a plain form', () => {
	const line = entryLine({ cell: held });

	it('changes nothing where it stands as it was shown', () => {
		expect(changesOf(line, { version: '3', value: '1,296', note: 'n', inapplicable: '' })).toEqual([]);
		expect(changesOf(line, { version: '3', value: '1,296' }, 'ar')).toEqual([]);
	});
	it('saves what was typed on top of the version it was made from', () => {
		expect(changesOf(line, { version: '2', value: '7' })).toEqual([
			{ baseVersion: 2, answer: { value: 7, note: 'n' } },
		]);
		expect(changesOf(line, { version: '3', value: '', note: '' })).toEqual([{ baseVersion: 3, answer: {} }]);
	});
	it('keeps what cannot be read', () => {
		expect(changesOf(line, { version: '3', value: 'about 7' })).toEqual([
			{ baseVersion: 3, answer: { note: 'n', typed: { value: 'about 7' } } },
		]);
	});
	it('lets "not applicable" replace a figure that was left as it was', () => {
		expect(changesOf(line, { version: '3', value: '1,296', inapplicable: 'closed' })).toEqual([
			{ baseVersion: 3, answer: { note: 'n', inapplicable: 'closed' } },
		]);
	});
	it('says nothing of cells it does not name', () => {
		expect(changesOf(line, {})).toEqual([]);
		expect(changesOf(line, { version: 'x', value: '1' })).toEqual([]);
	});
	it('brings words only where they changed, line ends aside', () => {
		const report = entryReport([], {
			narrative: { version: 4, progress: 'a\nb', difficulties: '', next: '' },
		});
		const form = new FormData();
		form.set('narrative-version', '4');
		form.set('narrative-progress', 'a\r\nb');
		form.set('narrative-difficulties', '');
		form.set('narrative-next', '');
		expect(plainNarrative(report, form)).toBeNull();
		form.set('narrative-next', 'c');
		expect(plainNarrative(report, form)).toEqual({
			version: 4,
			progress: 'a\nb',
			difficulties: '',
			next: 'c',
		});
	});
});
