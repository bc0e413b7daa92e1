import { idOf } from './idOf.ts';
import type { Organisation, Programme } from './people.ts';
import { partnersOf, programmes } from './people.ts';
import type { Row } from './world.ts';

/** What stands in the reports that are being filled in, and what reviewers said of those that came back. */
export function entryRows(): Row[] {
	return programmes.flatMap((programme) =>
		partnersOf[programme].flatMap((organisation) => draftOf(programme, organisation)),
	);
}

function draftOf(programme: Programme, organisation: Organisation): Row[] {
	const row = { label: organisation, about: { programme, organisations: [organisation] } };
	const whose = { programme_id: idOf(programme), organisation_id: idOf(organisation) };
	const cell = {
		report_id: idOf(`report ${organisation} 2025-Q3`),
		series_id: idOf(`series ${organisation} victims`),
		...whose,
	};
	return [
		{ ...row, table: 'public.report_draft', values: { report_id: cell.report_id, ...whose, version: 1 } },
		{
			...row,
			table: 'public.draft_cell',
			values: { ...cell, version: 1, answer: { value: 4 }, based_on: 1 },
		},
		{
			...row,
			table: 'public.draft_change',
			values: {
				key: idOf(`change ${organisation}`),
				...cell,
				outcome: 'saved',
				version: 1,
				origin: 'page',
				new_answer: { value: 4 },
			},
		},
		{
			...row,
			table: 'public.cell_comment',
			values: {
				id: idOf(`comment ${organisation}`),
				revision_id: idOf(`revision ${organisation} 2025-Q2 1 returned`),
				...whose,
				body: 'Please check the register.',
			},
		},
	];
}
