/** What every page knows beside its subject: who reads, which programme and period, what may be chosen. */

/** Whose figures a reader gets: all of a programme, the approved ones, or those of the own organisation. */
export type Sight = 'everything' | 'approved' | 'own';

export interface Reader {
	readonly roles: readonly string[];
	readonly organisations: readonly OrganisationName[];
	readonly sees: Sight;
	readonly name: string | null;
}

export interface OrganisationName {
	readonly slug: string;
	readonly name: string;
	readonly shortName: string | null;
}

export interface ProgrammeName {
	readonly code: string;
	readonly name: string;
	/** Holds made-up figures. */
	readonly demonstration: boolean;
}

export interface Programme extends ProgrammeName {
	readonly description: string | null;
	/** Pace from which a series is on track; 1 = as planned. */
	readonly onTrackFrom: number;
	/** Pace from which a series is at risk; below it is off track. */
	readonly atRiskFrom: number;
	readonly source: string | null;
}

/** A period that can be chosen. */
export interface ReportingPeriod {
	readonly code: string;
	readonly kind: 'quarter' | 'half' | 'year' | 'snapshot';
	readonly startsOn: string;
	readonly endsOn: string;
	/** The day its figures speak of. */
	readonly asOf: string;
	readonly dueOn: string | null;
}

export interface Context {
	readonly reader: Reader;
	readonly programmes: readonly ProgrammeName[];
	/** Null where the reader has no programme, or the address names one that is not theirs. */
	readonly programme: Programme | null;
	readonly periods: readonly ReportingPeriod[];
	readonly period: ReportingPeriod | null;
	readonly previous: ReportingPeriod | null;
	/** ISO 3166-1 alpha-2; '' is regional: of several countries, not split. */
	readonly countries: readonly string[];
	readonly partners: readonly OrganisationName[];
	readonly filters: { readonly country: string | null; readonly partner: string | null };
}

/** What tells a reader whether to trust what stands below it. */
export interface Trust {
	readonly due: number;
	readonly approved: number;
	readonly pending: number;
	readonly missing: number;
	readonly missingPartners: readonly (OrganisationName & { readonly countries: readonly string[] })[];
	readonly lastChange: string | null;
	/** Counts every change of the programme's figures: drawings are kept by it. */
	readonly dataVersion: number | null;
	readonly madeUp: boolean;
	readonly source: string | null;
}
