import type { OrganisationName, ProgrammeName } from './context.ts';

/** What a notice speaks of: a report to hand in soon, one that is late, one that came back. */
export const NOTICE_KINDS = ['before-due', 'overdue', 'returned'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A report that an organisation has still to hand in, and can. Days are ISO dates. */
export interface Notice {
	readonly kind: NoticeKind;
	/** Its page: /reports/<reportId>. */
	readonly reportId: string;
	readonly programme: ProgrammeName;
	readonly project: { readonly id: string; readonly code: string; readonly title: string };
	readonly organisation: OrganisationName;
	/** A period's code. */
	readonly period: string;
	/** Where a period was reopened for the organisation, the day it closes again. */
	readonly dueOn: string | null;
	readonly returnedOn: string | null;
	/** Figures it owes that have no answer yet. */
	readonly missing: number;
}

export interface Notices {
	/** The database's day, which "in 6 days" counts from. */
	readonly today: string;
	/** Returned ones first, then by the day they are due. */
	readonly notices: readonly Notice[];
}
