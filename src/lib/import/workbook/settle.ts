/** Cells that only make sense together are taken together or not at all. */
import type { EntryLine } from '#domain/entry.ts';
import { figureFieldsOf, type Difference, type SeriesChange } from '#domain/workbook.ts';
import { refusedInstead } from './difference.ts';
import { kindsOfAnswer, mergeAnswer } from './mergeAnswer.ts';

export interface Settled {
	readonly differences: readonly Difference[];
	readonly change: SeriesChange | null;
}

/** The differences of one line with what follows from each other, and the change they make together. */
export function settle(line: EntryLine, compared: readonly Difference[]): Settled {
	const whole = withoutHalves(line, compared);
	const merged = mergeAnswer(line, whole.filter(isTaken));
	const differences =
		kindsOfAnswer(merged) > 1
			? whole.map((one) =>
					isTaken(one) && ofFigure(line, one) ? refusedInstead(one, 'several-answers') : one,
				)
			: whole;
	const taken = differences.filter(isTaken);
	return {
		differences,
		change:
			taken.length === 0
				? null
				: {
						seriesId: line.seriesId,
						baseVersion: line.cell.version,
						answer: mergeAnswer(line, taken),
					},
	};
}

/** Half a ratio, or half of the parts of a figure, is not what the file says. */
function withoutHalves(line: EntryLine, differences: readonly Difference[]): readonly Difference[] {
	const broken = new Set(
		differences.filter(({ state }) => state === 'refused').map((one) => groupOf(line, one)),
	);
	return differences.map((one) =>
		isTaken(one) && broken.has(groupOf(line, one)) ? refusedInstead(one, 'incomplete') : one,
	);
}

function groupOf(line: EntryLine, difference: Difference): string {
	if (difference.part !== null) return `part ${JSON.stringify(difference.part.dimensions)}`;
	return ofFigure(line, difference) ? 'figure' : difference.field;
}

function ofFigure(line: EntryLine, { field }: Difference): boolean {
	return field === 'inapplicable' || (field !== 'part' && figureFieldsOf(line).includes(field));
}

function isTaken({ state }: Difference): boolean {
	return state === 'new' || state === 'changed';
}
