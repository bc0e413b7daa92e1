/**
 * A partner's report while it is filled in. Keys of an answer are single words, so that the database, the device's
 * store, the workbook and the page all hold the same JSON.
 */
import type { OrganisationName, ProgrammeName, ReportingPeriod } from './context.ts';
import type { ValueKind } from './indicator.ts';
import type { Measure } from './page.ts';
import type { Status } from './status.ts';

/** A part of one breakdown: its categories in the order of the dimensions; `unknown` is one. */
export interface BreakdownPart {
	readonly categories: readonly string[];
	readonly value: number;
}

/** One way a figure is split. Breakdowns stand beside each other and are never added together. */
export interface Breakdown {
	readonly dimensions: readonly string[];
	readonly parts: readonly BreakdownPart[];
}

/** Fields that a person types a number into. */
export const NUMBER_FIELDS = ['value', 'numerator', 'denominator'] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

/**
 * What one cell holds. A key that is not there is empty, which is not zero; `{}` is an empty cell.
 * At most one of value, numerator with denominator, text, level and inapplicable is given.
 */
export interface Answer {
	readonly value?: number;
	readonly numerator?: number;
	readonly denominator?: number;
	/** A qualitative answer. */
	readonly text?: string;
	/** A step of the scale, from 1. */
	readonly level?: number;
	/** Why the question does not apply in this period. */
	readonly inapplicable?: string;
	/** Hand-set judgement of an ordinal or qualitative answer. */
	readonly rating?: Extract<Status, 'achieved' | 'on-track' | 'at-risk' | 'off-track'>;
	readonly note?: string;
	/** Source of verification. */
	readonly verification?: string;
	/** Why an indicator is off track, and what is done about it. */
	readonly reason?: string;
	readonly action?: string;
	/** What was typed into a number's field where it is not (yet) one number: kept, shown, and in the way of submitting. */
	readonly typed?: Readonly<Partial<Record<NumberField, string>>>;
	readonly breakdowns?: readonly Breakdown[];
}

/** What the server holds of one cell. Version 0: nothing was ever saved. */
export interface Cell {
	readonly version: number;
	readonly answer: Answer;
	readonly changedBy: string | null;
	readonly changedAt: string | null;
}

/** An earlier answer of the same series, newest first. */
export interface PastAnswer {
	readonly period: string;
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly text: string | null;
	readonly level: number | null;
	readonly inapplicable: string | null;
	readonly state: 'submitted' | 'returned' | 'approved';
}

export interface CellComment {
	readonly id: string;
	readonly text: string;
	readonly at: string;
	readonly revision: number;
}

export interface EntryIndicator {
	readonly id: string;
	readonly framework: string;
	readonly code: string;
	readonly title: string;
	readonly definition: string | null;
	readonly unit: string;
	readonly measure: Measure;
	readonly ascending: boolean;
	readonly sensitive: boolean;
	readonly counts: 'people' | 'contacts' | 'things';
	/** What it can be split by: sex, age ... */
	readonly dimensions: readonly string[];
	/** The steps of its scale, lowest first; empty where it has none. */
	readonly levels: readonly string[];
}

/** One series as a line of the form. */
export interface EntryLine {
	readonly seriesId: string;
	readonly resultId: string | null;
	readonly indicator: EntryIndicator;
	readonly valueKind: ValueKind;
	/** ISO 3166-1 alpha-2; null is regional. */
	readonly country: string | null;
	readonly baseline: number | null;
	readonly baselineOn: string | null;
	/** Where the approved figures stood at the period before this one. */
	readonly actual: number | null;
	/** Target to date at the end of this period, and the final one. */
	readonly expected: number | null;
	readonly target: number | null;
	readonly targetText: string | null;
	/** Status at the period before; the form asks for a reason where it is off track. */
	readonly status: Status | null;
	readonly history: readonly PastAnswer[];
	readonly comments: readonly CellComment[];
	readonly cell: Cell;
}

/** Whether figures can be entered now, and if not, why not. */
export type EntryLock =
	| { readonly kind: 'open' }
	/** Closed for all, reopened for this organisation until a day. */
	| { readonly kind: 'reopened'; readonly until: string }
	/** The period has not begun. */
	| { readonly kind: 'not-open'; readonly opensOn: string }
	| { readonly kind: 'closed' }
	/** Handed in, waits for a decision: can be withdrawn. */
	| { readonly kind: 'submitted' }
	/** Approved: a correction is a new revision with a reason. */
	| { readonly kind: 'approved' };

/** Draft: nothing handed in yet, or taken back. */
export type ReportState = 'draft' | 'submitted' | 'returned' | 'approved';

export interface EntryResult {
	readonly id: string;
	readonly parentId: string | null;
	readonly level: 'impact' | 'outcome' | 'output';
	readonly code: string | null;
	readonly title: string;
}

export interface Narrative {
	readonly version: number;
	readonly progress: string;
	readonly difficulties: string;
	readonly next: string;
}

/** What a report is: one project, organisation and period, and how far it has come. */
export interface ReportHead {
	readonly id: string;
	readonly programme: ProgrammeName;
	readonly project: { readonly id: string; readonly code: string; readonly title: string };
	readonly organisation: OrganisationName;
	readonly period: ReportingPeriod;
	readonly dueOn: string | null;
	readonly state: ReportState;
	readonly lock: EntryLock;
	/** The number of the newest revision; null before the first was handed in. */
	readonly revision: number | null;
	/** What the reviewer wrote when it came back. */
	readonly decisionNote: string | null;
	readonly submittedAt: string | null;
	/** Why an approved report is being corrected; null where it is not. */
	readonly correcting: string | null;
}

/** A report as it is filled in. */
export interface EntryReport extends ReportHead {
	readonly results: readonly EntryResult[];
	readonly lines: readonly EntryLine[];
	readonly narrative: Narrative;
}

/** One change of one cell, as it travels: the whole answer, on top of the version it was made from. */
export interface CellChange {
	/** Made once, on the device: the same key delivered twice takes effect once. */
	readonly key: string;
	readonly reportId: string;
	readonly seriesId: string;
	readonly baseVersion: number;
	readonly answer: Answer;
	/** Where it was made. */
	readonly origin: 'page' | 'offline' | 'workbook';
}

/** Why a change was not taken. */
export type RefusalReason =
	'not-open' | 'closed' | 'submitted' | 'approved' | 'not-yours' | 'unknown-series' | 'invalid';

/** What became of a change. */
export type SaveOutcome =
	| { readonly key: string; readonly state: 'saved'; readonly version: number }
	/** Somebody changed the cell meanwhile: what it holds now. */
	| { readonly key: string; readonly state: 'conflict'; readonly current: Cell }
	| { readonly key: string; readonly state: 'refused'; readonly reason: RefusalReason };

/** True where nothing is answered: notes and sources alone are no answer. */
export function isUnanswered(answer: Answer): boolean {
	return (
		answer.value === undefined &&
		answer.numerator === undefined &&
		answer.text === undefined &&
		answer.level === undefined &&
		answer.inapplicable === undefined
	);
}

/** The same answer, whatever the order of its keys. */
export function sameAnswer(one: Answer, other: Answer): boolean {
	return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
	const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
	return `{${entries
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
		.join(',')}}`;
}
