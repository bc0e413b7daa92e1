/** What the workbook that is written and the one that is read have in common, and what is said of one that was read. */
import type { Answer, EntryLine } from './entry.ts';

/** Raised when a file written before can no longer be read as it stands. */
export const WORKBOOK_FORMAT = 1;
/** The very hidden sheet that says where the file belongs, and what stands in its first cell. */
export const IDENTITY_SHEET = '_waymark';
export const IDENTITY_MARK = 'waymark workbook';
/** The largest file that is looked at, in bytes. */
export const LARGEST_WORKBOOK = 10 * 1024 * 1024;

/** Columns that say which series a row is. */
export const NAMING_COLUMNS = ['line', 'code', 'title', 'country', 'result'] as const;
/** Columns to fill in, one a key of an answer. */
export const INPUT_FIELDS = [
	'value',
	'numerator',
	'denominator',
	'level',
	'text',
	'inapplicable',
	'verification',
	'note',
] as const;
export type InputField = (typeof INPUT_FIELDS)[number];
/** Columns of the sheet that splits figures: beside those of NAMING_COLUMNS. */
export const PART_COLUMNS = ['split', 'category', 'part'] as const;

export type WorkbookColumn = (typeof NAMING_COLUMNS)[number] | InputField | (typeof PART_COLUMNS)[number];

/** The fields that together are the figure of a line; the others stand beside any figure. */
export function figureFieldsOf({ valueKind }: Pick<EntryLine, 'valueKind'>): readonly InputField[] {
	switch (valueKind) {
		case 'ratio':
			return ['numerator', 'denominator'];
		case 'ordinal':
			return ['level'];
		case 'qualitative':
			return ['text'];
		case 'increment':
		case 'cumulative':
		case 'cumulative_year':
		case 'level':
			return ['value'];
		default:
			return valueKind satisfies never;
	}
}

/** All that a line asks for in a workbook. */
export function inputFieldsOf(line: Pick<EntryLine, 'valueKind'>): readonly InputField[] {
	return [...figureFieldsOf(line), 'inapplicable', 'verification', 'note'];
}

/** What a field of an answer holds: the number, what was typed where it is none yet, the words; null is empty. */
export function fieldOf(answer: Answer, field: InputField): number | string | null {
	const held = answer[field];
	if (held !== undefined) return held;
	const isNumber = field === 'value' || field === 'numerator' || field === 'denominator';
	return (isNumber ? answer.typed?.[field] : undefined) ?? null;
}

/** One category of one way to split a figure. */
export interface PartName {
	readonly dimensions: readonly string[];
	readonly categories: readonly string[];
}

/** Why one cell is not taken. */
export type CellRefusal =
	| 'ambiguous'
	| 'no-number'
	| 'percent-not-asked'
	| 'date-for-number'
	| 'unknown-level'
	| 'negative-part'
	| 'too-long'
	| 'error-value'
	| 'formula-without-value'
	| 'merged'
	| 'not-asked'
	| 'several-answers'
	| 'incomplete'
	| 'unknown-indicator'
	| 'which-country'
	| 'which-series'
	| 'other-indicator'
	| 'several-rows'
	| 'several-columns'
	| 'unknown-part'
	| 'changed-meanwhile';

/** What a reader should know of a cell that was read. */
export type CellRemark =
	'formula' | 'percent' | 'below-one-percent' | 'hidden-row' | 'newer-kept' | 'emptied';

export type DifferenceState = 'new' | 'changed' | 'same' | 'refused';

/** One cell of the file against what the report holds. */
export interface Difference {
	/** `Sheet!D12`; of a table in text: `D12`. */
	readonly address: string;
	readonly seriesId: string | null;
	/** Null where the row belongs to no series. */
	readonly field: InputField | 'part';
	readonly part: PartName | null;
	readonly state: DifferenceState;
	readonly why: CellRefusal | null;
	/** The values an ambiguous number can stand for. */
	readonly readings: readonly number[];
	readonly remarks: readonly CellRemark[];
	readonly from: number | string | null;
	/** What the cell says; of a refused one what stands there. */
	readonly to: number | string | null;
}

/** A whole answer on top of the version that it was made from. */
export interface SeriesChange {
	readonly seriesId: string;
	readonly baseVersion: number;
	readonly answer: Answer;
}

/** Why a file is not read at all. */
export type WorkbookRefusal =
	| 'empty'
	| 'not-a-workbook'
	| 'old-format'
	| 'too-large'
	| 'too-many-cells'
	| 'zip-bomb'
	| 'too-many-files'
	| 'unsafe-names'
	| 'damaged'
	| 'encrypted'
	| 'entities'
	| 'external-links'
	| 'formula-names'
	| 'too-much-work'
	| 'newer-format'
	| 'wrong-report'
	| 'no-table';

/** Something about the file that is no reason to refuse it. */
export type WorkbookNotice = 'macros-ignored' | 'hidden-rows' | 'no-identity' | 'parts-not-read';

/** Which report a file says it belongs to. */
export interface WorkbookOwner {
	readonly project: string;
	readonly period: string;
	readonly organisation: string;
}

export type WorkbookPreview =
	| { readonly kind: 'refused'; readonly why: WorkbookRefusal; readonly owner: WorkbookOwner | null }
	| {
			readonly kind: 'differences';
			readonly differences: readonly Difference[];
			readonly changes: readonly SeriesChange[];
			readonly notices: readonly WorkbookNotice[];
	  };
