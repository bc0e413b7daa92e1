/** What a figure is made of, so that a reader can follow it back to the reports. */
import type { OrganisationName } from './context.ts';
import type { Standing } from './standing.ts';
import type { AddingRule, OverTime, ValueKind } from './indicator.ts';

/** Why a series is not part of a total. */
export type LeftOut = 'children' | 'parent' | 'taken-over' | 'test';

/** One version of a target: set once, never overwritten. */
export interface TargetVersion {
	readonly version: number;
	readonly inForceFrom: string;
	readonly reason: string | null;
	readonly country: string | null;
	readonly partner: OrganisationName;
	readonly project: { readonly id: string; readonly code: string; readonly title: string };
	readonly rows: readonly {
		readonly periodStart: string;
		readonly periodEnd: string;
		readonly basis: 'in_period' | 'to_date';
		readonly value: number | null;
		/** The target as typed, where it was no number. */
		readonly textValue: string | null;
		/** False where no date was given with it. */
		readonly dated: boolean;
	}[];
}

/** One approved answer behind a term. */
export interface ExplainedReport {
	readonly period: string;
	readonly asOf: string;
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly text: string | null;
	readonly notApplicable: string | null;
	readonly revision: number;
	readonly decidedAt: string | null;
	readonly origin: 'source' | 'reported' | 'made_up';
	readonly source: string | null;
	readonly note: string | null;
}

/** One series of a total, counted or left out. */
export interface ExplainedTerm {
	readonly seriesId: string;
	readonly country: string | null;
	readonly partner: OrganisationName;
	readonly project: { readonly id: string; readonly code: string; readonly title: string };
	readonly actual: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly textValue: string | null;
	readonly counted: boolean;
	readonly leftOut: LeftOut | null;
	readonly standsForChildren: boolean;
	readonly baseline: number | null;
	readonly baselineAssumed: boolean;
	/** Reports that were due and did not come. */
	readonly missing: number;
	readonly atLeast: boolean;
	/** The series this one took over from. */
	readonly continues: string | null;
	readonly reports: readonly ExplainedReport[];
}

export interface Explain {
	readonly rule: {
		readonly valueKind: ValueKind;
		readonly overTime: OverTime | null;
		readonly overPartner: AddingRule;
		readonly overPlace: AddingRule;
	};
	readonly total: Standing | null;
	readonly terms: readonly ExplainedTerm[];
	/** People of one activity whom several partners claimed; counted once, as agreed. */
	readonly overlaps: readonly {
		readonly activityId: string;
		readonly title: string;
		readonly participants: number;
		readonly partners: readonly string[];
		readonly deducted: number;
		readonly agreedOn: string;
		readonly note: string;
	}[];
}
