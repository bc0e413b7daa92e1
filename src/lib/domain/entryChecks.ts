/**
 * What the form says of an answer while it is typed. Advice can be answered with a note; a block keeps the report from
 * being handed in. Figures are compared here, and parts added up for the comparison alone: nothing computed is shown as
 * a figure or saved.
 */
import { type Answer, type EntryLine, isUnanswered, NUMBER_FIELDS, type NumberField } from './entry.ts';
import { periodFromCode } from './period.ts';

/** What looks unusual, with the number it is compared with. */
export type Advice =
	/** More than three times the last answer. */
	| { readonly kind: 'jump'; readonly last: number; readonly period: string }
	/** A running total fell below the last one. */
	| { readonly kind: 'falls'; readonly last: number; readonly period: string }
	| { readonly kind: 'equals-target'; readonly target: number }
	| { readonly kind: 'far-over-target'; readonly target: number }
	| { readonly kind: 'over-hundred' }
	| { readonly kind: 'negative' }
	/** People and contacts are counted whole. */
	| { readonly kind: 'not-whole' }
	/** A split says nothing: all of it is "unknown". */
	| { readonly kind: 'all-unknown'; readonly dimensions: readonly string[] };

/** What has to be put right before the report can be handed in. */
export type Block =
	| { readonly kind: 'unreadable'; readonly field: NumberField; readonly typed: string }
	| { readonly kind: 'half-ratio'; readonly missing: 'numerator' | 'denominator' }
	| { readonly kind: 'unknown-level' }
	/** Parts make another sum than the figure, or there is no figure. */
	| {
			readonly kind: 'parts';
			readonly dimensions: readonly string[];
			readonly sum: number;
			readonly total: number | null;
	  };

/** What a line asks, in the words of its kind. */
export type Question =
	'in-period' | 'since-start' | 'since-january' | 'level-at-end' | 'ratio' | 'scale' | 'words';

const JUMP = 3;
const FAR = 2;

/** The question a line needs. */
export function questionOf({ valueKind }: Pick<EntryLine, 'valueKind'>): Question {
	return QUESTIONS[valueKind];
}

const QUESTIONS: Readonly<Record<EntryLine['valueKind'], Question>> = {
	increment: 'in-period',
	cumulative: 'since-start',
	cumulative_year: 'since-january',
	level: 'level-at-end',
	ratio: 'ratio',
	ordinal: 'scale',
	qualitative: 'words',
};

/** True where a note answers whatever is advised. */
export function isExplained(answer: Answer): boolean {
	return answer.note !== undefined && answer.note.trim() !== '';
}

/** What looks unusual in an answer, most telling first; empty where nothing does. `period` is the report's. */
export function adviceOn(line: EntryLine, answer: Answer, period?: string): Advice[] {
	return [
		...signAdvice(line, answer),
		...lastAdvice(line, answer, period),
		...targetAdvice(line, answer),
		...shareAdvice(line, answer),
		...unknownAdvice(answer),
	];
}

function signAdvice({ indicator }: EntryLine, answer: Answer): Advice[] {
	const given = NUMBER_FIELDS.flatMap((field) => answer[field] ?? []);
	const isCount = indicator.counts !== 'things' && indicator.measure === 'unit';
	const found: Advice[] = [];
	if (given.some((number) => number < 0)) found.push({ kind: 'negative' });
	if (isCount && answer.value !== undefined && !Number.isInteger(answer.value))
		found.push({ kind: 'not-whole' });
	return found;
}

function lastAdvice({ history, valueKind }: EntryLine, { value }: Answer, period?: string): Advice[] {
	const past = history.find((earlier) => earlier.value !== null);
	if (value === undefined || past === undefined || past.value === null) return [];
	const last = { last: past.value, period: past.period };
	if (past.value > 0 && value > JUMP * past.value) return [{ kind: 'jump', ...last }];
	const runsOn =
		valueKind === 'cumulative' ||
		(valueKind === 'cumulative_year' && (period === undefined || isSameYear(period, past.period)));
	return runsOn && value < past.value ? [{ kind: 'falls', ...last }] : [];
}

function isSameYear(one: string, other: string): boolean {
	const [first, second] = [periodFromCode(one), periodFromCode(other)];
	if (first === undefined || second === undefined) return false;
	return first.kind !== 'snapshot' && second.kind !== 'snapshot' && first.year === second.year;
}

function targetAdvice(line: EntryLine, answer: Answer): Advice[] {
	const { target, expected, indicator } = line;
	const standing = standingWith(line, answer);
	if (standing === undefined || standing.of === 0) return [];
	const reaches = (goal: number) => close(standing.of, goal * standing.per);
	const met = [target, expected].find((goal) => goal !== null && goal !== line.baseline && reaches(goal));
	if (met !== undefined && met !== null) return [{ kind: 'equals-target', target: met }];
	const isFar =
		target !== null && target > 0 && indicator.ascending && standing.of > FAR * target * standing.per;
	return isFar ? [{ kind: 'far-over-target', target }] : [];
}

/** Where the figure would stand on the target's scale, as `of` in `per`; nothing where that cannot be told here. */
function standingWith(line: EntryLine, answer: Answer): { of: number; per: number } | undefined {
	if (line.valueKind === 'ratio') {
		const { numerator, denominator } = answer;
		if (numerator === undefined || denominator === undefined || denominator <= 0) return undefined;
		return line.indicator.measure === 'percentage'
			? { of: 100 * numerator, per: denominator }
			: { of: numerator, per: denominator };
	}
	if (answer.value === undefined || line.valueKind === 'cumulative_year') return undefined;
	const before = line.valueKind === 'increment' ? (line.actual ?? line.baseline) : null;
	// A figure of 0 added to what was reached before says nothing about the target.
	if (before !== null && answer.value === 0) return undefined;
	return { of: before === null ? answer.value : before + answer.value, per: 1 };
}

function shareAdvice({ indicator, valueKind }: EntryLine, answer: Answer): Advice[] {
	if (indicator.measure !== 'percentage') return [];
	const isOver =
		valueKind === 'ratio'
			? answer.numerator !== undefined &&
				answer.denominator !== undefined &&
				answer.numerator > answer.denominator
			: answer.value !== undefined && answer.value > 100;
	return isOver ? [{ kind: 'over-hundred' }] : [];
}

function unknownAdvice({ breakdowns = [] }: Answer): Advice[] {
	return breakdowns
		.filter(({ parts }) => {
			const given = parts.filter(({ value }) => value > 0);
			return (
				given.length > 0 && given.every(({ categories }) => categories.every((one) => one === 'unknown'))
			);
		})
		.map(({ dimensions }) => ({ kind: 'all-unknown', dimensions }));
}

/** What keeps an answer from being handed in; empty where nothing does. */
export function blocksOn(line: EntryLine, answer: Answer): Block[] {
	const blocks: Block[] = NUMBER_FIELDS.flatMap((field) => {
		const typed = answer.typed?.[field];
		return typed === undefined ? [] : [{ kind: 'unreadable' as const, field, typed }];
	});
	const unread = new Set(Object.keys(answer.typed ?? {}));
	if (answer.denominator === undefined && answer.numerator !== undefined && !unread.has('denominator'))
		blocks.push({ kind: 'half-ratio', missing: 'denominator' });
	if (answer.numerator === undefined && answer.denominator !== undefined && !unread.has('numerator'))
		blocks.push({ kind: 'half-ratio', missing: 'numerator' });
	if (answer.level !== undefined && answer.level > line.indicator.levels.length)
		blocks.push({ kind: 'unknown-level' });
	return [...blocks, ...partsBlocks(answer)];
}

/** Of a ratio it is the numerator that is split. */
function partsBlocks(answer: Answer): Block[] {
	const total = answer.value ?? answer.numerator ?? null;
	// What is typed and cannot be read yet blocks by itself.
	if (total === null && (answer.typed?.value ?? answer.typed?.numerator) !== undefined) return [];
	return (answer.breakdowns ?? []).flatMap(({ dimensions, parts }) => {
		if (parts.length === 0) return [];
		const sum = sumOfParts(parts);
		return total !== null && close(sum, total) ? [] : [{ kind: 'parts' as const, dimensions, sum, total }];
	});
}

/** The sum that parts make, to be held against their figure. */
export function sumOfParts(parts: readonly { readonly value: number }[]): number {
	const sum = parts.reduce((before, { value }) => before + value, 0);
	// 0.1 + 0.2 is 0.3 to whoever typed it.
	return Number(sum.toPrecision(15));
}

function close(one: number, other: number): boolean {
	return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}

/** True where a line was off track and nobody has said why and what is done. */
export function needsReason(line: EntryLine, answer: Answer): boolean {
	const isGiven = (text: string | undefined) => text !== undefined && text.trim() !== '';
	return line.status === 'off-track' && !(isGiven(answer.reason) && isGiven(answer.action));
}

/** What one cell is in a list of all: what blocks, what is unusual and not explained, whether it is missing. */
export interface Checked {
	readonly line: EntryLine;
	readonly answer: Answer;
	readonly blocks: readonly Block[];
	readonly advice: readonly Advice[];
	readonly explained: boolean;
	readonly missing: boolean;
	readonly needsReason: boolean;
}

/** Checks a line with what its cell holds. */
export function checkCell(line: EntryLine, answer: Answer, period: string): Checked {
	const blocks = blocksOn(line, answer);
	return {
		line,
		answer,
		blocks,
		advice: adviceOn(line, answer, period),
		explained: isExplained(answer),
		missing: isUnanswered(answer) && blocks.length === 0,
		needsReason: needsReason(line, answer),
	};
}
