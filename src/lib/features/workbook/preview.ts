/** What the page of differences shows of a file that was compared: counts of all, the first of each group. */
import type { EntryLine, EntryReport } from '#domain/entry.ts';
import type { Difference, DifferenceState, WorkbookNotice, WorkbookPreview } from '#domain/workbook.ts';

/** Cells of a group that are listed; a file can have hundreds of thousands. */
const LISTED = 200;
/** Cells that stay as they are are only there to be looked up. */
const LISTED_SAME = 50;

/** What needs attention first. */
const ORDER: readonly DifferenceState[] = ['refused', 'new', 'changed', 'same'];

export interface DifferenceGroup {
	readonly state: DifferenceState;
	readonly count: number;
	readonly listed: readonly Difference[];
}

export interface PreviewPage {
	readonly groups: readonly DifferenceGroup[];
	readonly notices: readonly WorkbookNotice[];
	/** Cells that would be written. */
	readonly taken: number;
	readonly refused: number;
}

export function previewPage({
	differences,
	notices,
}: Extract<WorkbookPreview, { kind: 'differences' }>): PreviewPage {
	const groups = ORDER.map((state) => {
		const all = differences.filter((one) => one.state === state);
		return { state, count: all.length, listed: all.slice(0, state === 'same' ? LISTED_SAME : LISTED) };
	}).filter(({ count }) => count > 0);
	return {
		groups,
		notices,
		taken: differences.filter(({ state }) => state === 'new' || state === 'changed').length,
		refused: differences.filter(({ state }) => state === 'refused').length,
	};
}

/** What a page needs to know of a series to name its cells. */
export interface SeriesName {
	readonly seriesId: string;
	readonly code: string;
	readonly title: string;
	readonly country: string | null;
	readonly levels: readonly string[];
}

export function seriesNames(report: EntryReport): readonly SeriesName[] {
	return report.lines.map(({ seriesId, indicator, country }: EntryLine) => ({
		seriesId,
		code: indicator.code,
		title: indicator.title,
		country,
		levels: indicator.levels,
	}));
}
