import type { Bench } from './measure.ts';
import { median } from './measure.ts';
import { serveWaymark } from './servedWaymark.ts';

const RUNS = 5;

/** How long the server takes from its spawn to the first 200 of /readyz, built and on existing data. */
export const start: Bench = async (run) => {
	const { folder } = await run.data();
	const times: number[] = [];
	while (times.length < RUNS) {
		const waymark = await serveWaymark(folder, true);
		await waymark.stop();
		times.push(waymark.startedIn);
	}
	return [{ metric: 'start on existing data', value: median(times), unit: 'ms', budget: 6000 }];
};
