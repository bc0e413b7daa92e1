import { describe, expect, it, test } from 'vitest';
import { languages } from '#domain/language.ts';
import { INPUT_FIELDS, NAMING_COLUMNS, PART_COLUMNS } from '#domain/workbook.ts';
import { formatsFor } from '#format/formats.ts';
import { loadReportMessages } from '#format/messages.ts';
import { namesCountry } from '#import/workbook/countries.ts';
import { columnOf } from '#import/workbook/headings.ts';

describe.each(languages)('headings in %s', async (lang) => {
	const { t, country } = formatsFor(lang, await loadReportMessages(lang));

	test.each([...NAMING_COLUMNS, ...INPUT_FIELDS, ...PART_COLUMNS])('%s is known by its own', (column) => {
		expect(columnOf(t(`workbook.column.${column}`))).toBe(column);
		expect(columnOf(` ${t(`workbook.column.${column}`).toUpperCase()} (2022)`)).toBe(column);
	});

	test.each(['unit', 'asked', 'baseline', 'target', 'expected', 'actual'] as const)(
		'%s is not taken for one to fill in',
		(column) => expect(columnOf(t(`workbook.column.${column}`))).toBeUndefined(),
	);

	it('knows countries as pages name them', () => {
		for (const iso2 of ['DZ', 'EG', 'IQ', 'LY', 'MA', 'SD', 'TN', 'NE', 'CI', null])
			expect([iso2, namesCountry(country(iso2), iso2)]).toEqual([iso2, true]);
		expect(namesCountry(country('LY'), 'EG')).toBe(false);
		expect(namesCountry(country('LY'), null)).toBe(false);
	});
});
