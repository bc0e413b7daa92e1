import { type Answer, type EntryLine, NUMBER_FIELDS, type NumberField } from '#domain/entry.ts';
import { readTyped, withLevel, withText, withTyped } from '#domain/entryEdit.ts';
import type { NumberLocale } from '#domain/number.ts';
import { formatNumber } from '#format/number.ts';
import type { Language } from '#format/language.ts';

/** What one control of the grid edits. */
export type CellField = NumberField | 'text' | 'level';

/** The controls of a line, in their order. */
export function fieldsOf({ valueKind }: Pick<EntryLine, 'valueKind'>): readonly CellField[] {
	if (valueKind === 'ratio') return ['numerator', 'denominator'];
	if (valueKind === 'ordinal') return ['level'];
	return [valueKind === 'qualitative' ? 'text' : 'value'];
}

export function isNumberField(field: CellField): field is NumberField {
	return (NUMBER_FIELDS as readonly string[]).includes(field);
}

/** What a control shows of an answer: as it was typed where it is no number, else the number with every digit. */
export function textIn(answer: Answer, field: CellField, lang: Language): string {
	if (field === 'text') return answer.text ?? '';
	if (field === 'level') return answer.level === undefined ? '' : String(answer.level);
	const value = answer[field];
	return answer.typed?.[field] ?? (value === undefined ? '' : formatNumber(value, lang, { exact: true }));
}

/** The answer after a text was put into a control, by typing, by pasting or by a plain form. */
export function withCellText(
	line: EntryLine,
	answer: Answer,
	field: CellField,
	text: string,
	locale: NumberLocale,
): Answer {
	if (field === 'text') return withText(answer, 'text', text);
	if (field === 'level') return withLevel(answer, levelNamed(text, line.indicator.levels));
	return withTyped(answer, field, text, readTyped(text, line, locale));
}

/** A step by its number or by its name. */
function levelNamed(text: string, levels: readonly string[]): number | undefined {
	const wanted = text.trim().toLowerCase();
	const at = levels.findIndex((name, index) => name.toLowerCase() === wanted || String(index + 1) === wanted);
	return at === -1 ? undefined : at + 1;
}
