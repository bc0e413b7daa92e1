import { fieldOf, INPUT_FIELDS, type Difference, type InputField } from '#domain/workbook.ts';
import type { Answer } from '#domain/entry.ts';
import { wordOf } from '#features/page/words.ts';
import type { Formats } from '#format/formats.ts';
import type { MessageKey } from '#format/messages.ts';
import type { SeriesName } from './preview.ts';

/** What a cell is for: its column, or the categories of a part. */
export function fieldWords({ field, part }: Pick<Difference, 'field' | 'part'>, formats: Formats): string {
	const { t } = formats;
	if (field !== 'part') return t(`workbook.column.${field}`);
	if (part === null) return t('workbook.column.part');
	return part.categories.map((category) => categoryWords(category, formats)).join(' · ');
}

/** A range such as "0-17" would read the other way round among Arabic words. */
function categoryWords(category: string, { t, dir }: Formats): string {
	const key = `entry.category.${category}`;
	const said = t(key as MessageKey);
	const words = said === key ? wordOf(t, 'dimension', category) : said;
	return dir === 'rtl' && !/\p{L}/u.test(words) ? `\u200e${words}\u200e` : words;
}

/** A value as people read it; null is empty. */
export function valueWords(
	value: number | string | null,
	field: InputField | 'part',
	series: SeriesName | undefined,
	{ t, number }: Formats,
): string {
	if (value === null) return t('workbook.empty');
	if (typeof value === 'string') return value;
	const step = field === 'level' ? series?.levels[value - 1] : undefined;
	return step ?? number(value, { exact: true });
}

/** Why a cell is not taken, with the readings of an ambiguous number. */
export function refusalWords({ why, readings }: Difference, { t, number }: Formats): string {
	if (why === null) return '';
	if (why !== 'ambiguous') return t(`workbook.why.${why}`);
	const read = new Intl.ListFormat('en', { type: 'unit', style: 'narrow' });
	return t('workbook.why.ambiguous', {
		readings: read
			.formatToParts(readings.map((one) => number(one, { exact: true })))
			.map(({ type, value }) => (type === 'element' ? value : ' / '))
			.join(''),
	});
}

/** A series by code and country. */
export function seriesWords({ code, country }: SeriesName, formats: Formats): string {
	return `${code} · ${formats.country(country)}`;
}

/** What an answer holds, field by field, in one line. */
export function answerWords(answer: Answer, series: SeriesName | undefined, formats: Formats): string {
	const held = INPUT_FIELDS.flatMap((field) => {
		const value = fieldOf(answer, field);
		return value === null
			? []
			: [`${formats.t(`workbook.column.${field}`)}: ${valueWords(value, field, series, formats)}`];
	});
	return held.length === 0 ? formats.t('workbook.empty') : held.join(' · ');
}
