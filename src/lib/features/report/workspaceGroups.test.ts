import { describe, expect, it, test } from 'vitest';
import type { EntryLock, ReportState } from '#domain/entry.ts';
import type { OwedReport } from '#domain/workspace.ts';
import { groupOf, inGroups } from '#features/report/workspaceGroups.ts';
import { entryReport } from '../../../../tests/support/entryReport.ts';

const TODAY = '2023-02-01';

function owed(state: ReportState, lock: EntryLock, dueOn: string | null, correcting?: string): OwedReport {
	const { id, programme, project, organisation, period } = entryReport();
	const rest = {
		asked: 4,
		answered: 1,
		revision: null,
		decisionNote: null,
		submittedAt: null,
		decidedAt: null,
	};
	return {
		id,
		programme,
		project,
		organisation,
		period,
		dueOn,
		state,
		lock,
		correcting: correcting ?? null,
		...rest,
	};
}

const open: EntryLock = { kind: 'open' };
const closed: EntryLock = { kind: 'closed' };

describe('a report is', () => {
	test.each([
		['due on its last day', owed('draft', open, TODAY), 'due'],
		['overdue the day after', owed('draft', open, '2023-01-31'), 'overdue'],
		['due where it has no date', owed('draft', open, null), 'due'],
		['due while it is reopened', owed('draft', { kind: 'reopened', until: TODAY }, '2022-10-31'), 'due'],
		['for later', owed('draft', { kind: 'not-open', opensOn: '2023-04-01' }, '2023-07-31'), 'later'],
		['closed', owed('draft', closed, '2022-10-31'), 'closed'],
		['returned', owed('returned', open, '2022-10-31'), 'returned'],
		['returned, and closed since', owed('returned', closed, '2022-10-31'), 'returned'],
		['submitted', owed('submitted', { kind: 'submitted' }, '2022-10-31'), 'submitted'],
		['approved', owed('approved', { kind: 'approved' }, '2022-10-31'), 'approved'],
		['being corrected', owed('approved', open, '2022-10-31', 'A typing error'), 'due'],
	])('%s', (_, report, group) => expect(groupOf(report, TODAY)).toBe(group));
});

it('what came back stands first, and the nearest date first in its group', () => {
	const groups = inGroups(
		[owed('draft', open, '2023-03-31'), owed('returned', open, null), owed('draft', open, '2023-02-28')],
		TODAY,
	);
	expect(groups.map(({ group, reports }) => [group, reports.map(({ dueOn }) => dueOn)])).toEqual([
		['returned', [null]],
		['due', ['2023-02-28', '2023-03-31']],
	]);
});
