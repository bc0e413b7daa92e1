/** One figure that a benchmark found. */
export type Measure = {
	readonly metric: string;
	readonly value: number;
	readonly unit: string;
	/** The most it may be; null where it is there to be known. */
	readonly budget: number | null;
};

/** What a benchmark may ask of the run it is part of. */
export type Bench = (run: BenchRun) => Promise<readonly Measure[]>;

export type BenchRun = {
	/** A data folder with the demonstration, and the published results where WAYMARK_SAMPLES names them. */
	data(): Promise<BenchData>;
	/** Also on a PostgreSQL server of this machine. */
	readonly postgres: boolean;
	/** Says on stderr what is going on. */
	note(text: string): void;
};

export type BenchData = {
	readonly folder: string;
	/** The demonstration's programme, then the published one where it is there. */
	readonly programmes: readonly string[];
};

/** The value below which a share of the values lies: 0.5 is the median. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
	if (value === undefined) throw new Error('There is nothing to take a percentile of.');
	return value;
}

export function median(values: readonly number[]): number {
	return percentile(values, 0.5);
}

/** How long some work takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}
