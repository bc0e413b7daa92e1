import { runCli } from '../support/waymarkProcess.ts';

/** A cell of a report that takes figures now. */
export type SaveableCell = { readonly reportId: string; readonly seriesId: string; version: number };

type Finding = { readonly what: string; readonly detail: string };
type Owed = { readonly id: string; readonly lock: { readonly kind: string } };
type Line = {
	readonly series_id: string;
	readonly value_kind: string;
	readonly cell: { readonly version: number };
};

/** The cells an officer can type plain numbers into, asked of the served API as a script of theirs would. */
export async function saveable(
	origin: string,
	folder: string,
	credentials: { readonly email: string; readonly password: string },
): Promise<SaveableCell[]> {
	const { stdout } = await runCli('waymark.ts', ['doctor', '--json'], { WAYMARK_DATA: folder });
	const findings: Finding[] = stdout
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
	const apikey = String(findings.find(({ what }) => what === 'publishable key')?.detail);
	const ask = async (path: string, body: unknown, token?: string): Promise<unknown> => {
		const answer = await fetch(origin + path, {
			method: 'POST',
			headers: {
				apikey,
				'content-type': 'application/json',
				'content-profile': 'reporting',
				...(token !== undefined && { authorization: `Bearer ${token}` }),
			},
			body: JSON.stringify(body),
		});
		if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
		return answer.json();
	};
	const { access_token } = (await ask('/auth/v1/token?grant_type=password', credentials)) as {
		access_token: string;
	};
	const { reports } = (await ask('/rest/v1/rpc/workspace', {}, access_token)) as { reports: readonly Owed[] };
	const cells: SaveableCell[] = [];
	for (const { id } of reports.filter(({ lock }) => lock.kind === 'open')) {
		const { lines } = (await ask('/rest/v1/rpc/entry_page', { p_report: id }, access_token)) as {
			lines: readonly Line[];
		};
		const plain = lines.filter(({ value_kind }) => ['increment', 'cumulative', 'level'].includes(value_kind));
		cells.push(
			...plain.map(({ series_id, cell }) => ({ reportId: id, seriesId: series_id, version: cell.version })),
		);
	}
	return cells;
}
