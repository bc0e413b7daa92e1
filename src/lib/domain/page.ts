/** What each page is given: one function of the database a page, its rows parsed in #server/queries. */
import type { Context, OrganisationName, Trust } from './context.ts';
import type { Explain, LeftOut, TargetVersion } from './explain.ts';
import type { Standing, StatusCounts } from './standing.ts';
import type { AddingRule, CountedThing, CrosswalkRelation, OverTime, ValueKind } from './indicator.ts';
import type { Status } from './status.ts';

export type Measure = 'unit' | 'percentage' | 'nominal' | 'ordinal' | 'qualitative';

/** An indicator in a list, a table or a heading. */
export interface IndicatorHead {
	readonly id: string;
	readonly framework: string;
	readonly frameworkName: string;
	readonly code: string;
	readonly title: string;
	readonly definition: string | null;
	readonly unit: string;
	readonly measure: Measure;
	/** False where less is better. */
	readonly ascending: boolean;
	readonly sensitive: boolean;
	/** Sensitive, and the reader stands outside: no figure of it is given at all. */
	readonly hidden: boolean;
	readonly counts: CountedThing;
	readonly valueKind: ValueKind;
	readonly overTime: OverTime | null;
	readonly overPartner: AddingRule;
	readonly overPlace: AddingRule;
}

export interface IndicatorName {
	readonly framework: string;
	readonly code: string;
}

/** What every page carries. */
export interface Page {
	readonly context: Context;
	readonly trust: Trust;
}

/** One row of the matrix: the total, and the figure of each country (iso2, '' is regional). */
export interface MatrixRow extends IndicatorHead {
	readonly total: Standing | null;
	readonly countries: Readonly<Record<string, Standing>>;
}

/** What differs from the period before. Differences and shares come from the database. */
export interface Change {
	readonly framework: string;
	readonly code: string;
	readonly title: string;
	readonly unit: string;
	readonly measure: Measure;
	readonly country: string | null;
	readonly kind: 'status' | 'value';
	readonly from: Status | null;
	readonly to: Status | null;
	readonly before: number | null;
	readonly now: number | null;
	readonly difference: number | null;
}

/** How a partner stands with its reports and figures. */
export interface PartnerLine extends OrganisationName {
	readonly due: number;
	readonly reported: number;
	/** A report that was due is neither approved nor handed in. */
	readonly late: boolean;
	/** A report waits for approval. */
	readonly pending: boolean;
	/** The day of its last approved value. */
	readonly since: string | null;
	/** Its series by status. */
	readonly counts: StatusCounts;
	/** The median pace of its series; 1 = as planned. */
	readonly pace: number | null;
}

export interface CountryLine {
	readonly iso2: string;
	readonly due: number;
	readonly reported: number;
	readonly counts: StatusCounts;
}

export interface OverviewPage extends Page {
	readonly counts: StatusCounts;
	readonly indicators: readonly MatrixRow[];
	readonly changes: readonly Change[];
	readonly partners: readonly PartnerLine[];
	readonly countries: readonly CountryLine[];
}

/** One period of an indicator's course. */
export interface TimePoint {
	readonly period: string;
	readonly asOf: string;
	readonly actual: number | null;
	readonly atLeast: boolean;
	readonly expected: number | null;
	/** The final target as it was set at the time. */
	readonly target: number | null;
	/** What was reported for the period alone. */
	readonly inPeriod: number | null;
	/** What answers waiting for approval would add; null where the reader has no sight of them. */
	readonly pending: number | null;
	readonly baseline: number | null;
	readonly status: Status | null;
	readonly due: number;
	readonly reported: number;
}

/** A split by one or more dimensions; its parts add up to its own total, never to another split's. */
export interface Breakdown {
	readonly dimensions: readonly string[];
	readonly total: number;
	readonly parts: readonly { readonly categories: readonly string[]; readonly value: number }[];
}

export interface ProjectName {
	readonly id: string;
	readonly code: string;
	readonly title: string;
}

/** One series: what one organisation reports on one indicator in one country for one project. */
export interface SeriesLine extends IndicatorName {
	readonly id: string;
	readonly title: string;
	readonly unit: string;
	readonly measure: Measure;
	readonly country: string | null;
	readonly ascending: boolean;
	readonly partner: OrganisationName;
	readonly project: ProjectName;
	readonly valueKind: ValueKind;
	readonly figure: Standing;
	readonly counted: boolean;
	readonly leftOut: LeftOut | null;
	/** The parent's figure counts until all its children have reported. */
	readonly standsForChildren: boolean;
}

export interface RelatedIndicator extends IndicatorName {
	readonly title: string;
	readonly relation: CrosswalkRelation;
	/** True where the other one belongs to a later framework. */
	readonly newer: boolean;
	readonly note: string | null;
}

export interface IndicatorDetail extends IndicatorHead {
	readonly related: readonly RelatedIndicator[];
}

export interface IndicatorPage extends Page {
	/** Null where there is no such indicator, or the reader may not know of it. */
	readonly indicator: IndicatorDetail | null;
	readonly total: Standing | null;
	/** The total over generations of the framework, where the indicator has relatives that mean the same. */
	readonly family: {
		readonly figure: Standing;
		readonly members: readonly (IndicatorName & { readonly title: string })[];
	} | null;
	readonly time: readonly TimePoint[];
	readonly countries: readonly { readonly country: string | null; readonly figure: Standing }[];
	readonly partners: readonly (OrganisationName & { readonly figure: Standing })[];
	readonly series: readonly SeriesLine[];
	readonly breakdowns: readonly Breakdown[];
	readonly targetHistory: readonly TargetVersion[];
	readonly explain: Explain | null;
	readonly activities: readonly ActivityLine[];
}

/** Something that was done, where and with whom. Venue, participants' and programme country may all differ. */
export interface ActivityLine {
	readonly id: string;
	readonly kind: string;
	readonly title: string;
	readonly startsOn: string;
	readonly endsOn: string;
	readonly venueCountry: string | null;
	readonly place: string | null;
	readonly participants: number | null;
	readonly men: number | null;
	readonly women: number | null;
	readonly organisers: readonly OrganisationName[];
	readonly participation: readonly {
		readonly country: string;
		readonly sex: 'female' | 'male' | 'unknown';
		readonly participants: number | null;
	}[];
	readonly origin: 'source' | 'reported' | 'made_up';
	readonly source: string | null;
	readonly note: string | null;
	readonly project: ProjectName | null;
	readonly claims: readonly (IndicatorName & {
		readonly title: string;
		/** An event may count in a figure of another programme. */
		readonly programme: string;
		/** The country whose figure they are in, which need not be the venue's or their own. */
		readonly country: string | null;
		readonly partner: string;
		readonly participants: number;
	})[];
	/** People that several organisations claimed and totals count once, as agreed. */
	readonly overlaps: readonly (IndicatorName & {
		readonly participants: number;
		readonly agreedOn: string;
		readonly note: string;
	})[];
}

export type ProjectLine = ProjectName & { readonly level: string };

export interface CountryPage extends Page {
	readonly country: string;
	readonly counts: StatusCounts;
	readonly indicators: readonly (IndicatorHead & { readonly figure: Standing })[];
	readonly changes: readonly Change[];
	readonly partners: readonly PartnerLine[];
	readonly projects: readonly ProjectLine[];
	readonly activities: readonly ActivityLine[];
}

export type ReportState = 'draft' | 'submitted' | 'returned' | 'approved' | 'missing';

export interface ReportLine {
	readonly period: string;
	readonly project: string;
	readonly projectTitle: string;
	readonly projectId: string;
	readonly state: ReportState;
	readonly dueOn: string | null;
	readonly submittedAt: string | null;
	readonly decidedAt: string | null;
	readonly decisionNote: string | null;
	readonly revision: number | null;
	/** Why an approved report was corrected. */
	readonly reason: string | null;
}

/** How many figures of a period were due, approved and waiting. */
export interface CoveragePoint {
	readonly period: string;
	readonly asOf: string;
	readonly due: number;
	readonly reported: number;
	readonly pending: number | null;
}

export interface PartnerPage extends Page {
	readonly partner: OrganisationName | null;
	readonly counts: StatusCounts;
	readonly series: readonly SeriesLine[];
	readonly coverage: readonly CoveragePoint[];
	readonly reports: readonly ReportLine[];
	readonly projects: readonly ProjectLine[];
	readonly changes: readonly Change[];
}

/** A project in the tree: programme, decision, contract. */
export interface ProjectNode extends ProjectLine {
	readonly parentId: string | null;
	readonly publishedCode: string | null;
	readonly depth: number;
	/** A test row that reached production: listed, never counted. */
	readonly test: boolean;
	readonly startsOn: string | null;
	readonly endsOn: string | null;
	readonly budget: number | null;
	readonly budgetCurrency: string;
}

export interface ProjectDetail extends ProjectNode {
	readonly frequency: 'quarter' | 'half' | 'year' | 'snapshot';
	readonly source: string | null;
	readonly funds: readonly string[];
	readonly countries: readonly string[];
	readonly organisations: readonly (OrganisationName & {
		readonly role: 'funding' | 'accountable' | 'extending' | 'implementing';
		readonly position: number;
	})[];
}

/** What a parent declared beside what its children add up to. It is compared and listed, never added. */
export interface Declared {
	readonly own: number | null;
	readonly children: number | null;
	readonly difference: number | null;
}

/** A result of the chain with the indicators that measure it; a null result gathers those without one. */
export interface LogframeResult {
	readonly resultId: string | null;
	readonly level: 'impact' | 'outcome' | 'output' | null;
	readonly code: string | null;
	readonly title: string | null;
	readonly assumptions: string | null;
	readonly depth: number;
	readonly indicators: readonly (IndicatorHead & {
		readonly figure: Standing | null;
		readonly series: readonly SeriesLine[];
		readonly declared: Declared | null;
	})[];
}

export interface ProjectPage extends Page {
	readonly project: ProjectDetail | null;
	readonly tree: readonly ProjectNode[];
	readonly logframe: readonly LogframeResult[];
	readonly differences: readonly (IndicatorName & {
		readonly project: ProjectName;
		readonly title: string;
		readonly unit: string;
		readonly declared: number | null;
		readonly children: number | null;
		readonly difference: number | null;
	})[];
	readonly activities: readonly ActivityLine[];
}

export interface ProjectsPage extends Page {
	readonly tree: readonly (ProjectNode & {
		readonly counts: StatusCounts;
		readonly partners: readonly string[];
	})[];
}

export interface ActivitiesPage extends Page {
	readonly activities: readonly ActivityLine[];
}
