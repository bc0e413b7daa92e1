/** A project of the demonstration; `key` is how logframe lines name it. */
export type DemoProject = {
	readonly key: string;
	readonly programme: 'RDPP-NA' | 'EUTF-NOA-DEMO';
	readonly parent: string | null;
	/** The published id; null for a made-up project. */
	readonly publishedCode: string | null;
	readonly title: string;
	readonly level: 'programme' | 'decision' | 'contract';
	readonly startsOn: string | null;
	readonly endsOn: string | null;
	readonly budget: number | null;
	readonly frequency: 'quarter' | 'half';
	readonly funds: readonly string[];
	readonly implementing: readonly string[];
	readonly countries: readonly string[];
	readonly outcome: string | null;
	readonly source: string | null;
};

/** Where most contracts are published. */
export const RESULTS_EXPORT = 'https://github.com/dw-data/eutf-africa (EUTF results, extracted 17 Dec 2021)';

/** What a project has where nothing is said. */
export const blank = {
	parent: null,
	publishedCode: null,
	level: 'contract',
	startsOn: null,
	endsOn: null,
	budget: null,
	frequency: 'quarter',
	outcome: null,
	source: null,
} as const;

/** The countries of both programmes. */
export const five = ['DZ', 'EG', 'LY', 'MA', 'TN'] as const;
