import { idOf } from './idOf.ts';
import type { Organisation, Programme } from './people.ts';
import { partnersOf, programmes } from './people.ts';
import type { Row } from './world.ts';

/** Files behind figures of each report: one that was handed in, and one that was not yet. */
export function evidenceRows(): Row[] {
	return programmes.flatMap((programme) =>
		partnersOf[programme].flatMap((organisation) => [
			fileOf(programme, organisation, '2025-Q1', { handed_in_at: '2025-04-10T00:00:00+00:00' }),
			fileOf(programme, organisation, '2025-Q3', {}),
		]),
	);
}

function fileOf(programme: Programme, organisation: Organisation, period: string, more: Row['values']): Row {
	const id = idOf(`evidence ${organisation} ${period}`);
	const report_id = idOf(`report ${organisation} ${period}`);
	return {
		table: 'public.evidence',
		label: `${organisation} ${period}`,
		about: { programme, organisations: [organisation] },
		values: {
			id,
			report_id,
			programme_id: idOf(programme),
			organisation_id: idOf(organisation),
			series_id: idOf(`series ${organisation} trained`),
			media_type: 'application/pdf',
			bytes: 1000,
			sha256: 'a'.repeat(64),
			path: `${idOf(organisation)}/${report_id}/${id}`,
			...more,
			name: 'attendance.pdf',
		},
	};
}
