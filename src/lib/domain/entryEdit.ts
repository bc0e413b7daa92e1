/** What becomes of an answer when one part of it is typed. Each gives a new answer, ready to be kept. */
import type { Answer, Breakdown, EntryLine, NumberField } from './entry.ts';
import { type NumberLocale, readNumber, type ReadingHints, type TypedNumber } from './number.ts';

/** Texts of an answer; an empty one is left out. */
export const TEXT_FIELDS = ['text', 'inapplicable', 'note', 'verification', 'reason', 'action'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** How numbers typed into a line are read. */
export function hintsFor(line: EntryLine, locale: NumberLocale): ReadingHints {
	return { locale, counts: line.indicator.counts !== 'things' && line.indicator.measure === 'unit' };
}

/** Reads what was typed; a percent sign is welcome where the figure is a percentage, and no number elsewhere. */
export function readTyped(text: string, line: EntryLine, locale: NumberLocale): TypedNumber {
	const read = readNumber(text, hintsFor(line, locale));
	if (read.kind !== 'number' || read.unit === undefined) return read;
	return line.indicator.measure === 'percentage' && line.valueKind !== 'ratio'
		? read
		: { kind: 'text', text: text.trim(), reason: 'unit' };
}

/** The answer with a number's field typed into: what is no number, or not one number, is kept as typed. */
export function withTyped(answer: Answer, field: NumberField, text: string, read: TypedNumber): Answer {
	if (read.kind === 'number') return withNumber(answer, field, read.value);
	const rest = withoutTyped(without(answer, field), field);
	if (read.kind === 'empty') return rest;
	return { ...without(rest, 'text', 'level', 'inapplicable'), typed: { ...rest.typed, [field]: text } };
}

/** The answer with a number; what cannot stand beside a number goes. */
export function withNumber(answer: Answer, field: NumberField, value: number): Answer {
	return { ...withoutTyped(without(answer, 'text', 'level', 'inapplicable'), field), [field]: value };
}

/** The answer with one of its texts; words and "not applicable" stand in place of a figure. */
export function withText(answer: Answer, field: TextField, text: string): Answer {
	if (text.trim() === '') return without(answer, field);
	const isAnswer = field === 'inapplicable' || field === 'text';
	return { ...(isAnswer ? withoutFigure(answer) : answer), [field]: text };
}

/** The answer with a step of its scale, or none. */
export function withLevel(answer: Answer, level: number | undefined): Answer {
	return level === undefined ? without(answer, 'level') : { ...withoutFigure(answer), level };
}

/** The answer with the hand-set judgement, or none. */
export function withRating(answer: Answer, rating: Answer['rating']): Answer {
	return rating === undefined ? without(answer, 'rating') : { ...answer, rating };
}

function withoutFigure(answer: Answer): Answer {
	return without(
		answer,
		'value',
		'numerator',
		'denominator',
		'text',
		'level',
		'inapplicable',
		'typed',
		'breakdowns',
	);
}

function withoutTyped(answer: Answer, field: NumberField): Answer {
	const left = Object.entries(answer.typed ?? {}).filter(([name]) => name !== field);
	const rest = without(answer, 'typed');
	return left.length === 0 ? rest : { ...rest, typed: Object.fromEntries(left) };
}

function without(answer: Answer, ...names: readonly (keyof Answer)[]): Answer {
	return Object.fromEntries(Object.entries(answer).filter(([name]) => !names.some((gone) => gone === name)));
}

/** The value of one part, or nothing where it is empty. */
export function partOf(
	answer: Answer,
	dimensions: readonly string[],
	categories: readonly string[],
): number | undefined {
	return breakdownOf(answer, dimensions)?.parts.find((part) => isSame(part.categories, categories))?.value;
}

/** The split by exactly these dimensions. */
export function breakdownOf(answer: Answer, dimensions: readonly string[]): Breakdown | undefined {
	return answer.breakdowns?.find((one) => isSame(one.dimensions, dimensions));
}

/** The answer with one part of one split; an empty part is left out, and a split without parts. */
export function withPart(
	answer: Answer,
	dimensions: readonly string[],
	categories: readonly string[],
	value: number | undefined,
): Answer {
	const others = (answer.breakdowns ?? []).filter((one) => !isSame(one.dimensions, dimensions));
	const parts = (breakdownOf(answer, dimensions)?.parts ?? []).filter(
		(part) => !isSame(part.categories, categories),
	);
	const changed = value === undefined ? parts : [...parts, { categories, value }];
	const kept = changed.length === 0 ? others : [...others, { dimensions, parts: changed }];
	return kept.length === 0 ? without(answer, 'breakdowns') : { ...answer, breakdowns: kept };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((name, at) => name === other[at]);
}
