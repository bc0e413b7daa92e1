import { randomUUID } from 'node:crypto';
import { reader } from './benchData.ts';
import type { Bench } from './measure.ts';
import { percentile, timed } from './measure.ts';
import { saveable } from './saveable.ts';
import type { SaveableCell } from './saveable.ts';
import { serveWaymark } from './servedWaymark.ts';
import type { ServedWaymark } from './servedWaymark.ts';

const REQUESTS = 200;
const OFFICERS = 40;
const ROUNDS = 5;
const partners = ['unodc', 'iom-egypt', 'gfngo'];

type Officer = { readonly cookie: string; readonly cells: readonly SaveableCell[] };

/** Saving a figure through the page's own door: one officer alone, then forty at once, each in a cell of its own. */
export const saving: Bench = async (run) => {
	const { folder } = await run.data();
	const waymark = await serveWaymark(folder, true);
	try {
		const officers: Officer[] = [];
		for (const name of partners) {
			const credentials = { email: `${name}@example.org`, password: reader.password };
			const cookie = await waymark.signIn(credentials.email, credentials.password);
			officers.push({ cookie, cells: await saveable(waymark.origin, folder, credentials) });
		}
		const [first] = officers;
		const [cell] = first?.cells ?? [];
		if (first === undefined || cell === undefined) throw new Error('No report takes figures.');

		const alone: number[] = [];
		for (let i = 0; i < REQUESTS; i += 1) alone.push(await timed(() => save(waymark, first.cookie, cell, i)));

		const spread = officers.flatMap(({ cookie, cells }) => cells.map((one) => ({ cookie, cell: one })));
		const together: number[] = [];
		for (let round = 0; round < ROUNDS; round += 1) {
			const saves = Array.from({ length: OFFICERS }, (_, n) => spread[n % spread.length]).flatMap((one) =>
				one === undefined ? [] : [one],
			);
			// more officers than cells: those of one cell wait for each other, as people would see a conflict
			const turns = Map.groupBy(saves, (one) => one.cell);
			await Promise.all(
				[...turns.values()].map(async (queue) => {
					for (const one of queue)
						together.push(await timed(() => save(waymark, one.cookie, one.cell, round)));
				}),
			);
		}
		return [
			{ metric: 'one cell p50', value: percentile(alone, 0.5), unit: 'ms', budget: 50 },
			{ metric: 'one cell p95', value: percentile(alone, 0.95), unit: 'ms', budget: null },
			{ metric: `${OFFICERS} at once p95`, value: percentile(together, 0.95), unit: 'ms', budget: 1000 },
		];
	} finally {
		await waymark.stop();
	}
};

/** @throws where the change is not taken: an error at 40 officers is what the bench looks for */
async function save(
	waymark: ServedWaymark,
	cookie: string,
	cell: SaveableCell,
	value: number,
): Promise<void> {
	const change = {
		key: randomUUID(),
		reportId: cell.reportId,
		seriesId: cell.seriesId,
		baseVersion: cell.version,
		answer: { value: value + cell.version },
		origin: 'page',
	};
	const answer = await fetch(`${waymark.origin}/reports/${cell.reportId}/cells`, {
		method: 'POST',
		headers: { cookie, origin: waymark.origin, 'content-type': 'application/json' },
		body: JSON.stringify({ changes: [change] }),
	});
	const { outcomes } = (await answer.json()) as { outcomes: readonly { state: string; version: number }[] };
	const [outcome] = outcomes;
	if (outcome?.state !== 'saved') throw new Error(`A figure was not saved: ${JSON.stringify(outcome)}`);
	cell.version = outcome.version;
}
