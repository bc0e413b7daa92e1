import type { ChartKind } from '#charts/view.ts';

/** A chart of a page with its values, for the page itself, for its pictures and for a file of its own. */
export interface PageChart {
	/** Its name in `data-chart` and in the address of its picture. */
	readonly name: string;
	/** What is shown, with unit and period. */
	readonly title: string;
	readonly kind: ChartKind<unknown>;
	readonly values: unknown;
}

/** Keeps a chart's kind and its values together: only here are they known to fit. */
export function pageChart<Values>(
	name: string,
	title: string,
	kind: ChartKind<Values>,
	values: Values,
): PageChart {
	return { name, title, kind, values };
}
