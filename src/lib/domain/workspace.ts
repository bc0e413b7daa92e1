/** What a partner owes and has handed in. */
import type { OrganisationName } from './context.ts';
import type { Answer, ReportHead, ReportState } from './entry.ts';

/** A report in the list of what is owed. */
export interface OwedReport extends ReportHead {
	/** How many figures it asks for, and how many have an answer. */
	readonly asked: number;
	readonly answered: number;
	readonly decidedAt: string | null;
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
