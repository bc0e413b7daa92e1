/** What a partner owes and has handed in. */
import type { OrganisationName, ProgrammeName, ReportingPeriod } from './context.ts';
import type { Answer, EntryLock, ReportState } from './entry.ts';

/** One report: a project, an organisation, a period. */
export interface OwedReport {
	readonly id: string;
	readonly programme: ProgrammeName;
	readonly project: { readonly id: string; readonly code: string; readonly title: string };
	readonly organisation: OrganisationName;
	readonly period: ReportingPeriod;
	readonly dueOn: string | null;
	readonly state: ReportState;
	readonly lock: EntryLock;
	/** How many figures it asks for, and how many have an answer. */
	readonly asked: number;
	readonly answered: number;
	readonly revision: number | null;
	/** The reviewer's words on a returned report. */
	readonly decisionNote: string | null;
	readonly submittedAt: string | null;
	readonly decidedAt: string | null;
	/** Why an approved report is being corrected; null where it is not. */
	readonly correcting: string | null;
}

export interface Workspace {
	/** The database's day: due dates are told from it. */
	readonly today: string;
	readonly organisations: readonly OrganisationName[];
	/** Newest period first. */
	readonly reports: readonly OwedReport[];
}

/** One thing that happened to a figure, newest first: a change while it was filled in, or a revision it stood in. */
export interface CellEvent {
	readonly kind: 'change' | ReportState;
	readonly at: string | null;
	/** Who, for colleagues and staff. */
	readonly by: string | null;
	readonly origin: 'page' | 'offline' | 'workbook' | null;
	readonly before: Answer | null;
	readonly after: Answer | null;
	readonly revision: number | null;
	/** Why it was returned or corrected. */
	readonly reason: string | null;
}

/** A revision as it was handed in, to be read for ever. */
export interface EarlierRevision {
	readonly number: number;
	readonly state: ReportState;
	readonly submittedAt: string | null;
	readonly decidedAt: string | null;
	readonly decisionNote: string | null;
	/** Why it replaced the one before. */
	readonly reason: string | null;
	/** Progress, difficulties and next steps, as far as they were written. */
	readonly words: readonly string[];
	/** By series. */
	readonly answers: ReadonlyMap<string, Answer>;
}
