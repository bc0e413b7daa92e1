import { naturalId } from '#domain/naturalId.ts';
import { revisionId } from './reports.ts';
import { seriesId } from './logframes.ts';
import { rdppLines } from './content/rdppLines.ts';
import { organisationId, programmeId } from './frame.ts';
import type { Row } from './tables.ts';

/** What reviewers said of single figures of reports that came back. */
const comments: readonly {
	readonly report: string;
	readonly organisation: string;
	readonly indicator: string;
	readonly body: string;
}[] = [
	{
		report: 'prot-eg|gfngo|2022-Q4',
		organisation: 'gfngo',
		indicator: 'D2',
		body: 'The last report had more. Is one business closed, or is this the number of the quarter?',
	},
	{
		report: 'prot-eg|gfngo|2022-Q4',
		organisation: 'gfngo',
		indicator: 'C2',
		body: 'Which organisations of the network are new since September?',
	},
];

/** The comments as rows; their author is the demonstration's reviewer. */
export function commentRows(author: string | null): Row<'cell_comment'>[] {
	return comments.flatMap(({ report, organisation, indicator, body }) => {
		const [project = ''] = report.split('|');
		const line = rdppLines.find(
			(one) => one.project === project && one.organisation === organisation && one.indicator === indicator,
		);
		if (line === undefined) throw new Error(`The demonstration has no line ${indicator} in ${report}.`);
		return [
			{
				id: naturalId('demonstration comment', report, indicator),
				revision_id: revisionId(report, 1),
				series_id: seriesId(line),
				programme_id: programmeId('RDPP-NA'),
				organisation_id: organisationId(organisation),
				body,
				author,
			},
		];
	});
}
