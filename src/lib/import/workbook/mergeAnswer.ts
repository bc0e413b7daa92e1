import type { Answer, Breakdown, EntryLine } from '#domain/entry.ts';
import {
	fieldOf,
	figureFieldsOf,
	INPUT_FIELDS,
	type Difference,
	type InputField,
	type PartName,
} from '#domain/workbook.ts';

const FIGURES = ['value', 'numerator', 'denominator', 'text', 'level'] as const;

/** The answer of a line with the accepted differences in it; all that the file does not speak of stays. */
export function mergeAnswer(line: EntryLine, accepted: readonly Difference[]): Answer {
	let answer = line.cell.answer;
	for (const { field, part, to } of accepted) {
		if (field !== 'part') answer = withField(answer, field, to);
		else if (part !== null) answer = withPart(answer, part, to);
	}
	return accepted.some(({ field, to }) => isFigure(field) && to !== null)
		? withoutOtherKinds(answer, line)
		: answer;
}

/** How many kinds of answer there are at once: a figure, words, a step, "not applicable". More than one is none. */
export function kindsOfAnswer(answer: Answer): number {
	const ratio = fieldOf(answer, 'numerator') !== null || fieldOf(answer, 'denominator') !== null;
	const others = (['value', 'text', 'level', 'inapplicable'] as const).filter(
		(field) => fieldOf(answer, field) !== null,
	);
	return others.length + (ratio ? 1 : 0);
}

function isFigure(field: InputField | 'part'): boolean {
	return (FIGURES as readonly string[]).includes(field);
}

function withField(answer: Answer, field: InputField, to: number | string | null): Answer {
	const { typed, ...rest } = answer;
	const others = Object.entries(rest).filter(([key]) => key !== field);
	const kept = Object.entries(typed ?? {}).filter(([key]) => key !== field);
	return {
		...Object.fromEntries(others),
		...(kept.length > 0 && { typed: Object.fromEntries(kept) }),
		...(to !== null && { [field]: to }),
	};
}

/** What a line does not ask for was entered when it asked for something else. */
function withoutOtherKinds(answer: Answer, line: EntryLine): Answer {
	const asked = figureFieldsOf(line);
	return INPUT_FIELDS.filter((field) => isFigure(field) && !asked.includes(field)).reduce<Answer>(
		(left, field) => withField(left, field, null),
		answer,
	);
}

function withPart(answer: Answer, name: PartName, to: number | string | null): Answer {
	const { breakdowns = [], ...rest } = answer;
	const known = breakdowns.find(({ dimensions }) => sameWords(dimensions, name.dimensions));
	const parts = (known?.parts ?? []).filter(({ categories }) => !sameWords(categories, name.categories));
	const changed: Breakdown = {
		dimensions: name.dimensions,
		parts: typeof to === 'number' ? [...parts, { categories: name.categories, value: to }] : parts,
	};
	const all =
		known === undefined ? [...breakdowns, changed] : breakdowns.map((one) => (one === known ? changed : one));
	const left = all.filter((one) => one.parts.length > 0);
	return left.length === 0 ? rest : { ...rest, breakdowns: left };
}

/** What an answer holds for one part. */
export function partOf(answer: Answer, name: PartName): number | null {
	const split = answer.breakdowns?.find(({ dimensions }) => sameWords(dimensions, name.dimensions));
	return split?.parts.find(({ categories }) => sameWords(categories, name.categories))?.value ?? null;
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((word, index) => word === other[index]);
}
