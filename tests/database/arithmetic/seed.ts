// The same worlds on every run, unless asked: WAYMARK_SEED=4711 or WAYMARK_SEED=random, and WAYMARK_RUNS=10 for ten times as many.

const asked = process.env.WAYMARK_SEED;

export const seed =
	asked === undefined ? 20261101 : asked === 'random' ? Date.now() & 0x7fffffff : Number(asked);

/** How often to run a property. */
export function runs(usual: number): number {
	return usual * Number(process.env.WAYMARK_RUNS ?? '1');
}
