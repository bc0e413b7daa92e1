/**
 * What an import wants the database to hold: rows of the tables they go to, nothing written yet. `load_change_set` in
 * the database takes it whole or not at all. Columns that a row does not name keep what the database has.
 */
import type { CrosswalkRow, FrameworkRow, IndicatorRow } from '#domain/catalogueRows.ts';
import type { ValueKind } from '#domain/indicator.ts';

export interface ChangeSet {
	readonly source: {
		readonly name: string;
		/** The day the figures were taken out of the source system. */
		readonly extractedOn: string;
		readonly files: readonly { readonly name: string; readonly sha256: string }[];
	};
	readonly tables: ChangeTables;
	readonly leftOut: readonly LeftOut[];
	readonly notes: readonly ImportNote[];
}

/** A row of the file that is not in the tables, and why. */
export interface LeftOut {
	readonly file: string;
	readonly line: number;
	readonly what: string;
	readonly why:
		| 'not-in-a-framework'
		| 'framework-unclear'
		| 'other-period'
		| 'same-row-twice'
		| 'rows-disagree'
		| 'other-window';
}

/** Something that was loaded, and that a reader of the file should know about. */
export interface ImportNote {
	readonly file: string;
	readonly line: number | null;
	readonly what: string;
	readonly kind:
		| 'no-number'
		| 'fraction-of-a-count'
		| 'id-tidied'
		| 'id-unreadable'
		| 'test-project'
		| 'level-assumed'
		| 'several-parents'
		| 'parent-not-in-file'
		| 'parent-from-id'
		| 'child-not-in-file'
		| 'child-id-unreadable'
		| 'country-from-id'
		| 'country-from-decision'
		| 'country-unknown'
		| 'publisher-reports'
		| 'first-of-several-reports'
		| 'organisation-new'
		| 'date-unreadable'
		| 'dates-contradict'
		| 'file-may-be-cut';
}

/** Why nothing was staged. `key` names the message, `values` fill it. */
export interface ImportProblem {
	readonly kind: 'problem';
	readonly file: string;
	readonly line: number | null;
	readonly key: ImportProblemKey;
	readonly values: Readonly<Record<string, string>>;
}

export type ImportProblemKey =
	| 'import.empty'
	| 'import.columnMissing'
	| 'import.quoteNotClosed'
	| 'import.cellCount'
	| 'import.malformed'
	| 'import.notUtf8'
	| 'import.projectUnknown'
	| 'import.projectTwice'
	| 'import.projectRing'
	| 'import.noPeriod'
	| 'import.dayUnreadable';

export type Staged = { readonly kind: 'staged'; readonly changeSet: ChangeSet } | ImportProblem;

/** Tables in the order in which they can be filled. */
export interface ChangeTables {
	readonly fund: readonly FundRow[];
	readonly programme: readonly ProgrammeRow[];
	readonly country: readonly CountryRow[];
	readonly organisation: readonly OrganisationRow[];
	readonly project: readonly ProjectRow[];
	readonly project_fund: readonly { readonly project_id: string; readonly fund_code: string }[];
	readonly project_organisation: readonly ProjectOrganisationRow[];
	readonly project_country: readonly { readonly project_id: string; readonly country_iso2: string }[];
	readonly framework: readonly FrameworkRow[];
	readonly indicator: readonly IndicatorRow[];
	readonly indicator_crosswalk: readonly CrosswalkRow[];
	readonly period: readonly PeriodRow[];
	readonly programme_period: readonly { readonly programme_id: string; readonly period_code: string }[];
	readonly result: readonly [];
	readonly project_indicator: readonly ProjectIndicatorRow[];
	readonly series: readonly SeriesRow[];
	readonly target_schedule: readonly TargetScheduleRow[];
	readonly target: readonly TargetRow[];
	readonly report: readonly ReportRow[];
	readonly report_revision: readonly ReportRevisionRow[];
	readonly observation: readonly ObservationRow[];
}

export interface FundRow {
	readonly code: string;
	readonly name: string;
}

export interface ProgrammeRow {
	readonly id: string;
	readonly code: string;
	readonly name: string;
	readonly description: string;
	readonly demonstration: boolean;
	readonly source: string;
}

export interface CountryRow {
	readonly iso2: string;
	readonly name: string;
}

export interface OrganisationRow {
	readonly id: string;
	readonly slug: string;
	readonly name: string;
	readonly short_name: string | null;
}

export interface ProjectRow {
	readonly id: string;
	readonly programme_id: string;
	readonly parent_id: string | null;
	readonly code: string;
	readonly published_code: string;
	readonly title: string;
	readonly level: 'programme' | 'decision' | 'contract';
	readonly starts_on: string | null;
	readonly ends_on: string | null;
	readonly budget: number | null;
	readonly budget_currency: string;
	readonly frequency: 'quarter' | 'half' | 'year' | 'snapshot';
	readonly test: boolean;
	readonly source: string;
}

export type OrganisationRole = 'funding' | 'accountable' | 'extending' | 'implementing';

export interface ProjectOrganisationRow {
	readonly project_id: string;
	readonly organisation_id: string;
	readonly role: OrganisationRole;
	/** As listed, from 1. */
	readonly position: number;
}

export interface PeriodRow {
	readonly code: string;
	readonly kind: 'snapshot';
	readonly starts_on: string;
	readonly ends_on: string;
	readonly as_of: string;
}

export interface ProjectIndicatorRow {
	readonly id: string;
	readonly project_id: string;
	readonly indicator_id: string;
	readonly value_kind: ValueKind;
	readonly position: number;
}

export interface SeriesRow {
	readonly id: string;
	readonly project_indicator_id: string;
	readonly programme_id: string;
	readonly project_id: string;
	readonly indicator_id: string;
	readonly country_iso2: string | null;
	readonly organisation_id: string;
}

export interface TargetScheduleRow {
	/** Follows from the series. Where the database has other targets under it, it makes them the next version. */
	readonly id: string;
	readonly series_id: string;
	readonly version: number;
	readonly in_force_from: string;
	readonly reason: string;
}

export interface TargetRow {
	readonly schedule_id: string;
	readonly position: number;
	readonly period_start: string;
	readonly period_end: string;
	readonly basis: 'to_date' | 'in_period';
	readonly value: number | null;
	readonly text_value: string | null;
	readonly dated: boolean;
}

export interface ReportRow {
	readonly id: string;
	readonly programme_id: string;
	readonly project_id: string;
	readonly organisation_id: string;
	readonly period_code: string;
}

export interface ReportRevisionRow {
	/** Follows from the report and its figures: other figures are another revision. */
	readonly id: string;
	readonly report_id: string;
	readonly number: number;
	readonly state: 'approved';
	readonly reason: string;
}

export interface ObservationRow {
	readonly id: string;
	readonly revision_id: string;
	readonly series_id: string;
	readonly value: number | null;
	readonly text_value: string | null;
	readonly origin: 'source';
	readonly source: string;
}
