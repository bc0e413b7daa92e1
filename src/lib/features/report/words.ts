import type { Answer, EntryLine, EntryLock, PastAnswer } from '#domain/entry.ts';
import type { Advice, Block } from '#domain/entryChecks.ts';
import { unitOf, wordOf } from '#features/page/words.ts';
import type { Formats } from '#format/formats.ts';
import type { MessageKey } from '#format/messages.ts';

/** An advice in a sentence. */
export function adviceWords(advice: Advice, { t, number, period, list }: Formats): string {
	switch (advice.kind) {
		case 'jump':
		case 'falls':
			return t(`entry.advice.${advice.kind}`, {
				last: number(advice.last, { exact: true }),
				period: period(advice.period),
			});
		case 'equals-target':
		case 'far-over-target':
			return t(`entry.advice.${advice.kind}`, { target: number(advice.target, { exact: true }) });
		case 'all-unknown':
			return t('entry.advice.all-unknown', { dimensions: list(wayNames(advice.dimensions, t)) });
		default:
			return t(`entry.advice.${advice.kind}`);
	}
}

/** What to do about a block, in a sentence. */
export function blockWords(block: Block, { t, number, list }: Formats): string {
	switch (block.kind) {
		case 'unreadable':
			return t('entry.block.unreadable', { typed: block.typed });
		case 'half-ratio':
			return t(`entry.block.half-ratio.${block.missing}`);
		case 'unknown-level':
			return t('entry.block.unknown-level');
		case 'parts': {
			const said = {
				dimensions: list(wayNames(block.dimensions, t)),
				sum: number(block.sum, { exact: true }),
			};
			return block.total === null
				? t('entry.block.partsAlone', said)
				: t('entry.block.parts', { ...said, total: number(block.total, { exact: true }) });
		}
		default:
			return block satisfies never;
	}
}

function wayNames(dimensions: readonly string[], t: Formats['t']): string[] {
	return dimensions.map((name) => wordOf(t, 'dimension', name));
}

/** A way to split in words: "Sex × Age". */
export function wayWords(dimensions: readonly string[], { t }: Formats): string {
	return wayNames(dimensions, t).join(' × ');
}

/** A category in words; ranges of age stay as they are. */
export function categoryWords(category: string, { t }: Formats): string {
	const key = `entry.category.${category}`;
	const said = t(key as MessageKey);
	return said === key ? wordOf(t, 'dimension', category) : said;
}

/** An answer in one line, to be read: a figure, "a of b", a step, words, or why it does not apply. Empty gives nothing. */
export function answerWords(answer: Answer, line: EntryLine, formats: Formats): string {
	const { t, number } = formats;
	const typed = answer.typed?.value ?? answer.typed?.numerator ?? answer.typed?.denominator;
	if (typed !== undefined) return t('entry.typedNoNumber', { typed });
	if (answer.inapplicable !== undefined)
		return `${formats.absence('not-applicable')}: ${answer.inapplicable}`;
	if (answer.text !== undefined) return answer.text;
	if (answer.level !== undefined) return line.indicator.levels[answer.level - 1] ?? String(answer.level);
	if (answer.numerator !== undefined || answer.denominator !== undefined)
		return t('entry.ratio', {
			numerator: answer.numerator === undefined ? '–' : number(answer.numerator, { exact: true }),
			denominator: answer.denominator === undefined ? '–' : number(answer.denominator, { exact: true }),
		});
	return answer.value === undefined ? '' : number(answer.value, { exact: true });
}

/** An earlier answer as an answer. */
export function answerThen({ value, numerator, denominator, text, level, inapplicable }: PastAnswer): Answer {
	const given = { value, numerator, denominator, text, level, inapplicable };
	return Object.fromEntries(Object.entries(given).filter(([, part]) => part !== null));
}

/** The unit a figure is typed in; a share is typed as two counts. */
export function unitWords({ indicator }: EntryLine, { t }: Formats): string {
	return indicator.unit === '%' ? '%' : unitOf(t, indicator.unit);
}

/** A lock in two or three words. */
export function lockWords(lock: EntryLock, { t, date }: Formats): string {
	if (lock.kind === 'reopened') return t('entry.lock.reopened', { date: date(lock.until) });
	if (lock.kind === 'not-open') return t('entry.lock.not-open', { date: date(lock.opensOn) });
	return t(`entry.lock.${lock.kind}`);
}

/** Why figures can or cannot be entered, where that needs saying. */
export function lockReason(lock: EntryLock, { t, date }: Formats): string | null {
	if (lock.kind === 'open') return null;
	if (lock.kind === 'reopened') return t('entry.lock.why.reopened', { date: date(lock.until) });
	if (lock.kind === 'not-open') return t('entry.lock.why.not-open', { date: date(lock.opensOn) });
	return t(`entry.lock.why.${lock.kind}`);
}
