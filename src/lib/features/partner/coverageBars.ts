import type { CoverageBar } from '#charts/coverage.ts';
import type { CoveragePoint } from '#domain/page.ts';

/** Coverage as the chart draws it: nothing is said of what waits where the reader may not know it. */
export function coverageBars(points: readonly CoveragePoint[]): CoverageBar[] {
	return points.map(({ period, due, reported, pending }) =>
		pending === null ? { period, due, reported } : { period, due, reported, pending },
	);
}
