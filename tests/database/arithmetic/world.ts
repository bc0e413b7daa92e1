// A programme as plain data: what the generator makes, the loader writes to the database and the oracle reads.

export type ValueKind =
	'increment' | 'cumulative' | 'cumulative_year' | 'level' | 'ratio' | 'ordinal' | 'qualitative';
export type PeriodKind = 'quarter' | 'half' | 'year' | 'snapshot';
export type AddingRule = 'sum' | 'max' | 'ratio' | 'none';
export type RevisionState = 'draft' | 'submitted' | 'returned' | 'approved';

/** A day as YYYY-MM-DD, so that text order is time order. */
export type Day = string;

export type Period = {
	readonly code: string;
	readonly kind: PeriodKind;
	readonly startsOn: Day;
	readonly endsOn: Day;
	readonly asOf: Day;
};

export type Indicator = {
	readonly framework: number;
	readonly kind: ValueKind;
	readonly percentage: boolean;
	readonly ascending: boolean;
	readonly overTime: 'sum' | 'latest' | 'max' | 'average' | null;
	readonly overPartner: AddingRule;
	readonly overPlace: AddingRule;
};

export type Link = {
	readonly from: number;
	readonly to: number;
	readonly relation: 'same' | 'renamed' | 'partly';
};

export type Project = {
	readonly parent: number | null;
	readonly startsOn: Day | null;
	readonly endsOn: Day | null;
	readonly frequency: PeriodKind;
	readonly test: boolean;
};

/** How a project reads an indicator, where that is not the indicator's own way. */
export type Override = { readonly project: number; readonly indicator: number; readonly kind: ValueKind };

export type Series = {
	readonly project: number;
	readonly indicator: number;
	readonly country: string | null;
	readonly organisation: number;
	readonly startsOn: Day | null;
	readonly endsOn: Day | null;
	/** Index of the series it took over. */
	readonly continues: number | null;
	readonly baseline: number | null;
	readonly baselineOn: Day | null;
};

export type TargetRow = {
	readonly start: Day;
	readonly end: Day;
	readonly basis: 'in_period' | 'to_date';
	/** A number, or the text where the target is none. */
	readonly value: number | string;
	readonly dated: boolean;
};

/** Versions of one series' schedule, oldest first. */
export type Schedule = {
	readonly series: number;
	readonly versions: readonly { readonly inForceFrom: Day; readonly rows: readonly TargetRow[] }[];
};

export type Answer =
	| { readonly is: 'value'; readonly value: number }
	| { readonly is: 'pair'; readonly numerator: number; readonly denominator: number }
	| { readonly is: 'text'; readonly text: string }
	| { readonly is: 'not-applicable' };

export type Revision = {
	readonly state: RevisionState;
	readonly answers: readonly { readonly series: number; readonly answer: Answer }[];
	/** People of an activity that are inside a series' answer. */
	readonly claims: readonly { readonly series: number; readonly activity: number; readonly people: number }[];
};

export type Activity = {
	readonly indicator: number;
	readonly endsOn: Day;
	/** People whom its organisers agree to have counted each. */
	readonly overlap: number | null;
};

export type Report = {
	readonly project: number;
	readonly organisation: number;
	readonly period: string;
	readonly revisions: readonly Revision[];
};

export type World = {
	readonly startsOn: Day | null;
	readonly onTrackFrom: number;
	readonly atRiskFrom: number;
	/** The day each framework was published, all different. */
	readonly frameworks: readonly Day[];
	readonly indicators: readonly Indicator[];
	readonly links: readonly Link[];
	readonly projects: readonly Project[];
	readonly overrides: readonly Override[];
	readonly series: readonly Series[];
	readonly schedules: readonly Schedule[];
	readonly opened: readonly string[];
	readonly reports: readonly Report[];
	readonly activities: readonly Activity[];
};

/** How this project's values of this indicator are to be read. */
export function kindOf(world: World, project: number, indicator: number): ValueKind {
	const override = world.overrides.find((o) => o.project === project && o.indicator === indicator);
	return override?.kind ?? at(world.indicators, indicator).kind;
}

/** The element at an index that is known to be there. */
export function at<T>(list: readonly T[], index: number): T {
	const found = list[index];
	if (found === undefined) throw new RangeError(`Nothing at ${index} of ${list.length}`);
	return found;
}

/** Answers in words or levels are judged by hand, never computed with. */
export function isHandJudged(kind: ValueKind): boolean {
	return kind === 'ordinal' || kind === 'qualitative';
}
