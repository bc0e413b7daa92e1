import type { ValueKind } from '#domain/indicator.ts';

/** What is to be reached in each year. */
export type Years = Readonly<Record<number, number>>;

export type Rating = 'achieved' | 'on-track' | 'at-risk' | 'off-track';

/** How a series' made-up figures come about. `pace`: share of the target reached, at the beginning and at the end. */
export type Figures =
	| {
			readonly is: 'counts';
			readonly years: Years;
			readonly pace: readonly [first: number, last: number];
			/** Each year ends exactly on its target, as in most of the published results: suspicious. */
			readonly exact: boolean;
			readonly pinned: Readonly<Record<string, number>>;
	  }
	| {
			readonly is: 'moves';
			readonly first: number;
			readonly last: number;
			readonly wobble: number;
			readonly digits: number;
	  }
	| { readonly is: 'shares'; readonly outOf: number; readonly first: number; readonly last: number }
	| {
			readonly is: 'judged';
			readonly steps: Readonly<Record<string, readonly [level: number | string, rating: Rating]>>;
	  }
	| {
			readonly is: 'published';
			readonly period: string;
			readonly value: number;
			readonly source: string;
			readonly note: string;
	  }
	/** A parent's own running total: its contracts' sum, and what it says on top from a period on. */
	| {
			readonly is: 'declared';
			readonly contracts: string;
			readonly more: readonly [from: string, value: number] | null;
			/** It also knows what the contracts did in periods they never reported on. */
			readonly knowsMissing: boolean;
	  };

/** How a version of a target schedule is written down. */
export type Plan =
	| { readonly by: 'year' | 'quarter' | 'date'; readonly years: Years }
	| { readonly by: 'points'; readonly points: readonly (readonly [on: string, value: number])[] }
	| { readonly by: 'text'; readonly text: string; readonly on: string };

export type Schedule = { readonly from: string; readonly reason: string | null; readonly plan: Plan };

/** One series of the demonstration, with all that is said of it. */
export type Line = {
	readonly project: string;
	/** "P1" of the RDPP's own set, "3.2" of the EUTF set of 2022, "2018/4.4" of that of 2018. */
	readonly indicator: string;
	/** Null is regional. */
	readonly country: string | null;
	readonly organisation: string;
	readonly figures: Figures;
	readonly schedules: readonly Schedule[];
	readonly valueKind?: ValueKind;
	readonly baseline?: {
		readonly value?: number;
		readonly text?: string;
		readonly on: string;
		readonly comment?: string;
	};
	readonly startsOn?: string;
	readonly endsOn?: string;
	/** The organisation whose series this one took over. */
	readonly continues?: string;
	readonly notApplicable?: Readonly<Record<string, string>>;
};

type Said = Omit<Line, 'project' | 'indicator' | 'country' | 'organisation'>;

/** A series under its address. */
export function line(
	project: string,
	indicator: string,
	country: string | null,
	organisation: string,
	said: Said,
	more: Partial<Said> = {},
): Line {
	return { project, indicator, country, organisation, ...said, ...more };
}

type Counting = {
	readonly by?: 'year' | 'quarter' | 'date' | 'none';
	readonly exact?: boolean;
	readonly pinned?: Readonly<Record<string, number>>;
};

/** Counts that follow their yearly targets at some pace; the targets stand by year unless said otherwise. */
export function counts(years: Years, pace: number | readonly [number, number], how: Counting = {}): Said {
	const { by = 'year', exact = false, pinned = {} } = how;
	const firstYear = Math.min(...Object.keys(years).map(Number));
	return {
		// Nothing is owed before the first year that has a target.
		...(firstYear > 2020 && { startsOn: `${firstYear}-01-01` }),
		figures: { is: 'counts', years, pace: typeof pace === 'number' ? [pace, pace] : pace, exact, pinned },
		schedules: by === 'none' ? [] : [{ from: '2020-01-01', reason: null, plan: { by, years } }],
	};
}

/** A value on a day that moves from one number to another, with targets to a date and a baseline. */
export function moves(
	first: number,
	last: number,
	points: readonly (readonly [string, number])[],
	{ wobble = 0, digits = 0, baseline = first }: { wobble?: number; digits?: number; baseline?: number } = {},
): Said {
	return {
		figures: { is: 'moves', first, last, wobble, digits },
		schedules:
			points.length === 0 ? [] : [{ from: '2020-01-01', reason: null, plan: { by: 'points', points } }],
		baseline: { value: baseline, on: '2019-12-31' },
	};
}

/** So many of `outOf` a period, in percent; targets in percent to a date. */
export function shares(
	outOf: number,
	first: number,
	last: number,
	points: readonly (readonly [string, number])[],
	baseline = first,
): Said {
	return { ...moves(first, last, points, { baseline }), figures: { is: 'shares', outOf, first, last } };
}

/** Hand-set answers: a level of a scale or words, each with a rating, in the period named; none is due in the others. */
export function judged(steps: Readonly<Record<string, readonly [number | string, Rating]>>): Said {
	return { figures: { is: 'judged', steps }, schedules: [] };
}

/** A parent's own running total over what its contracts report. */
export function declared(
	contracts: string,
	more: readonly [string, number] | null = null,
	knowsMissing = false,
): Said {
	return {
		figures: { is: 'declared', contracts, more, knowsMissing },
		schedules: [],
		valueKind: 'cumulative',
	};
}

/** The same plan again from a day on, with other numbers and the reason. */
export function retargeted(said: Said, from: string, reason: string, plan: Plan): Said {
	return { ...said, schedules: [...said.schedules, { from, reason, plan }] };
}
