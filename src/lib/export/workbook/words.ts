import type { EntryLine, EntryReport, PastAnswer } from '#domain/entry.ts';
import type { Formats } from '#format/formats.ts';
import type { MessageKey } from '#format/messages.ts';

/** A word of the data in the reader's language, where there is one. */
export function wordOf({ t }: Formats, families: readonly string[], word: string): string {
	const keys = families.map((family) => `${family}.${word}`);
	return (
		keys.map((key) => [key, t(key as MessageKey)] as const).find(([key, said]) => said !== key)?.[1] ?? word
	);
}

export function unitWords(line: EntryLine, formats: Formats): string {
	return line.indicator.unit === '%' ? '%' : wordOf(formats, ['unit'], line.indicator.unit);
}

/** What a line asks for, in plain words: "in this quarter", "total since the start". */
export function askedWords(
	{ valueKind, indicator }: EntryLine,
	report: EntryReport,
	{ t, period }: Formats,
): string {
	const asked = t(`workbook.asked.${valueKind}`, { period: period(report.period.code) });
	const percent = indicator.measure === 'percentage' && valueKind !== 'ratio';
	return percent ? `${asked}. ${t('workbook.asked.percent')}` : asked;
}

/** A result as people call it: its code and title. */
export function resultWords(report: EntryReport, resultId: string | null): string {
	const result = report.results.find(({ id }) => id === resultId);
	if (result === undefined) return '';
	return result.code === null ? result.title : `${result.code} ${result.title}`;
}

/** An earlier answer as it can stand in a cell: a number, or words. */
export function pastValue(
	past: PastAnswer | undefined,
	line: EntryLine,
	{ t }: Formats,
): number | string | null {
	if (past === undefined) return null;
	if (past.inapplicable !== null) return t('absence.not-applicable');
	if (past.level !== null) return line.indicator.levels[past.level - 1] ?? past.level;
	if (past.numerator !== null || past.denominator !== null)
		return t('workbook.ratio', {
			numerator: String(past.numerator ?? '–'),
			denominator: String(past.denominator ?? '–'),
		});
	return past.value ?? past.text;
}

/** What a step of a scale is called in the list to choose from. */
export function levelWords(levels: readonly string[], level: number): string | null {
	const words = levels[level - 1];
	return words === undefined ? null : `${level} · ${words}`;
}

/** A category of a split; a range such as "0-17" would read the other way round among Arabic words. */
export function categoryWords(category: string, formats: Formats): string {
	const said = wordOf(formats, ['entry.category', 'dimension'], category);
	return formats.dir === 'rtl' && !/\p{L}/u.test(said) ? `\u200e${said}\u200e` : said;
}
