import * as v from 'valibot';
import type { Answer, CellChange, RefusalReason, SaveOutcome } from '#domain/entry.ts';
import { cellChange } from '#server/commands/report.ts';

const changesShape = v.array(cellChange);

/** The changes that the page of differences carried along, or undefined where it was not that page. */
export function changesIn(
	field: FormDataEntryValue | null,
	reportId: string,
): readonly CellChange[] | undefined {
	if (typeof field !== 'string') return undefined;
	const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), changesShape), field);
	if (!parsed.success) return undefined;
	const ours = parsed.output.every((change) => change.reportId === reportId && change.origin === 'workbook');
	return ours ? parsed.output : undefined;
}

export interface Outcome {
	/** Cells that were written; null where nothing was. */
	readonly saved: number | null;
	readonly conflicts: readonly { readonly seriesId: string; readonly theirs: Answer }[];
	readonly refusals: readonly RefusalReason[];
}

/** What became of changes that are saved together. */
export function outcomeOf(
	outcomes: readonly SaveOutcome[],
	changes: readonly CellChange[],
	cells: number,
): Outcome {
	const series = new Map(changes.map(({ key, seriesId }) => [key, seriesId]));
	return {
		saved: outcomes.every(({ state }) => state === 'saved')
			? Number.isInteger(cells) && cells > 0
				? cells
				: outcomes.length
			: null,
		conflicts: outcomes.flatMap((one) =>
			one.state === 'conflict' ? [{ seriesId: series.get(one.key) ?? '', theirs: one.current.answer }] : [],
		),
		refusals: outcomes.flatMap((one) => (one.state === 'refused' ? [one.reason] : [])),
	};
}
