import type { MatrixRow } from '#domain/page.ts';
import type { Status } from '#domain/status.ts';
import type { MessageKey } from '#format/messages.ts';

export const SORTS = ['attention', 'code'] as const;
export type Sort = (typeof SORTS)[number];

/** The order an address asks for; what needs attention comes first where it asks for none. */
export function sortOf(query: URLSearchParams): Sort {
	return query.get('sort') === 'code' ? 'code' : 'attention';
}

export interface MatrixGroup {
	readonly key: string;
	readonly frameworkName: string;
	/** The objective's title, where the framework is one we know the objectives of. */
	readonly objective: MessageKey | null;
	readonly rows: readonly MatrixRow[];
}

/** The rows under their framework and objective, in the order of codes or the most urgent first. */
export function groupRows(rows: readonly MatrixRow[], sort: Sort): MatrixGroup[] {
	const groups = new Map<string, MatrixGroup & { rows: MatrixRow[] }>();
	for (const row of rows) {
		const objective = objectiveOf(row);
		const key = `${row.framework} ${objective ?? ''}`;
		const group = groups.get(key) ?? { key, frameworkName: row.frameworkName, objective, rows: [] };
		group.rows.push(row);
		groups.set(key, group);
	}
	if (sort === 'code') return [...groups.values()];
	return [...groups.values()]
		.map((group) => ({ ...group, rows: group.rows.toSorted((a, b) => urgency(a) - urgency(b)) }))
		.sort((a, b) => urgencyOfFirst(a) - urgencyOfFirst(b));
}

/** What a reader should see first; what cannot be judged comes last. */
const URGENT: readonly Status[] = ['off-track', 'at-risk', 'not-reported', 'on-track', 'achieved'];

function urgency(row: MatrixRow): number {
	return row.hidden ? URGENT.length + 1 : rankOf(row.total?.status ?? worstCountry(row));
}

function worstCountry(row: MatrixRow): Status | null {
	const statuses = Object.values(row.countries).map((standing) => standing.status);
	return statuses.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? null;
}

function urgencyOfFirst({ rows }: MatrixGroup): number {
	return rows[0] === undefined ? URGENT.length : urgency(rows[0]);
}

function rankOf(status: Status | null): number {
	const rank = status === null ? -1 : URGENT.indexOf(status);
	return rank < 0 ? URGENT.length : rank;
}

/** EUTF codes begin with the number of their strategic objective, RDPP codes with the letter of their component. */
function objectiveOf({ framework, code }: MatrixRow): MessageKey | null {
	const eutf = framework.startsWith('EUTF-') ? /^([1-6])\./.exec(code)?.[1] : undefined;
	if (eutf !== undefined) return `objective.eutf${eutf as '1' | '2' | '3' | '4' | '5' | '6'}`;
	const rdpp = framework.startsWith('RDPP') ? /^([PDC])\d/.exec(code)?.[1] : undefined;
	return rdpp === undefined ? null : `objective.rdpp${rdpp as 'P' | 'D' | 'C'}`;
}
