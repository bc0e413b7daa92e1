/** What is measured and how it behaves when it is added up (docs: what the numbers mean, rules 1 and 5). */

/** How a series' values read over time. */
export const VALUE_KINDS = [
	'increment',
	'cumulative',
	'cumulative_year',
	'level',
	'ratio',
	'ordinal',
	'qualitative',
] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** Only where the value kind leaves a choice: ratio sum or latest; level and cumulative latest, max or average. */
export type OverTime = 'sum' | 'latest' | 'max' | 'average';

/** How values of several partners or places become one; `none`: a list and the words "cannot be added". */
export type AddingRule = 'sum' | 'max' | 'ratio' | 'none';

/** Contacts: one person reached twice counts twice. */
export type CountedThing = 'people' | 'contacts' | 'things';

/** same: one meaning, one total. renamed: wording changed, still one total. partly: shown side by side, never added. */
export type CrosswalkRelation = 'same' | 'renamed' | 'partly';

/** An indicator of a published framework, as the catalogue suggests it; a programme may decide otherwise. */
export interface CatalogueIndicator {
	readonly framework: string;
	readonly code: string;
	readonly title: string;
	readonly unit: string;
	readonly counts: CountedThing;
	/** True where a value can only be whole. */
	readonly whole: boolean;
	readonly valueKind: ValueKind;
	readonly overTime: OverTime | null;
	readonly overPartner: AddingRule;
	readonly overPlace: AddingRule;
	/** Counts people at risk: small numbers are hidden outside. */
	readonly sensitive: boolean;
	readonly dimensions: readonly string[];
	readonly sortKey: string;
}

export interface CatalogueFramework {
	readonly code: string;
	readonly name: string;
	/** Orders generations; where only a year or a half is known, its first day. */
	readonly publishedOn: string;
	readonly source: string;
}

export interface CatalogueLink {
	readonly from: { readonly framework: string; readonly code: string };
	readonly to: { readonly framework: string; readonly code: string };
	readonly relation: CrosswalkRelation;
	readonly note: string | null;
}
