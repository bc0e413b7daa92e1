import type { ChartOption } from '#charts/engine.ts';
import type { Palette } from '#design/palette.ts';
import type { Formats } from '#format/formats.ts';

/** What a drawing is made for: the reader's language, the colours, the width in px. */
export interface ChartView {
	readonly formats: Formats;
	readonly colours: Palette;
	readonly width: number;
}

export interface SizedOption {
	readonly option: ChartOption;
	/** What the data needs at this width, in px. */
	readonly height: number;
}

export interface ChartColumn {
	readonly label: string;
	readonly numeric: boolean;
}

/** A cell: words, and for a figure its plain value (null where there is none). */
export interface ChartCell {
	readonly text: string;
	readonly value?: number | null;
}

/** The same figures as a table; the first cell of a row is its head. */
export interface ChartTable {
	readonly columns: readonly ChartColumn[];
	readonly rows: readonly (readonly ChartCell[])[];
}

/**
 * One kind of chart: pure functions from values to a picture, a table and a sentence. Page, PNG, PDF and slide take
 * the same ones. Functions inside an option may depend on nothing but the language: drawings are kept by their data.
 */
export interface ChartKind<Values> {
	isEmpty(values: Values): boolean;
	option(values: Values, view: ChartView): SizedOption;
	table(values: Values, formats: Formats): ChartTable;
	summary(values: Values, formats: Formats): string;
}
