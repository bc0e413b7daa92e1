import type { OwedReport } from '#domain/workspace.ts';

/** Groups of the workspace, in the order a partner's officer needs them. */
export const GROUPS = ['returned', 'overdue', 'due', 'submitted', 'approved', 'closed', 'later'] as const;
export type Group = (typeof GROUPS)[number];

/** Where a report stands on a day. */
export function groupOf(report: OwedReport, today: string): Group {
	const { lock, state, dueOn } = report;
	if (state === 'submitted') return 'submitted';
	const canEnter = lock.kind === 'open' || lock.kind === 'reopened';
	if (state === 'returned') return 'returned';
	if (state === 'approved') return report.correcting !== null && canEnter ? 'due' : 'approved';
	if (lock.kind === 'not-open') return 'later';
	if (lock.kind === 'closed') return 'closed';
	const until = lock.kind === 'reopened' ? lock.until : dueOn;
	return until !== null && until < today ? 'overdue' : 'due';
}

/** Reports of one group, those due first on top; what lies behind keeps its newest first. */
export function inGroups(
	reports: readonly OwedReport[],
	today: string,
): { readonly group: Group; readonly reports: readonly OwedReport[] }[] {
	const byGroup = Map.groupBy(reports, (report) => groupOf(report, today));
	return GROUPS.flatMap((group) => {
		const found = byGroup.get(group);
		if (found === undefined) return [];
		const isAhead = group === 'overdue' || group === 'due' || group === 'later';
		return [{ group, reports: isAhead ? found.toSorted(byDueDate) : found }];
	});
}

function byDueDate(one: OwedReport, other: OwedReport): number {
	return (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999');
}
