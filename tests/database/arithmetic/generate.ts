// Worlds as they come: trees of one to three levels, gaps, corrections, take-overs, targets of every kind.
import fc from 'fast-check';
import { calendar, periodOf } from './calendar.ts';
import { kindOf } from './world.ts';
import type {
	Answer,
	Indicator,
	Link,
	Override,
	Period,
	PeriodKind,
	Project,
	Report,
	Revision,
	RevisionState,
	Schedule,
	Series,
	TargetRow,
	ValueKind,
	World,
} from './world.ts';

const COUNTRIES = ['EG', 'LY', 'TN', null] as const;
export const ORGANISATIONS = 3;

/** Quarters of units: exact in binary and in decimal, so that equality means equality. */
const amount = fc.oneof(
	{ weight: 5, arbitrary: fc.integer({ min: 0, max: 40 }) },
	{ weight: 1, arbitrary: fc.constantFrom(0, 0, 12.5, 0.25, -3) },
);

const startDay = fc.constantFrom(
	'2020-01-01',
	'2020-01-01',
	'2020-02-15',
	'2020-07-01',
	'2021-01-01',
	'2021-04-10',
);
const endDay = fc.constantFrom(
	'2021-06-30',
	'2021-11-20',
	'2021-12-31',
	'2022-06-30',
	'2022-12-31',
	'2023-12-31',
);

const indicatorShape = fc.record({
	framework: fc.nat(2),
	kind: fc.constantFrom<ValueKind>(
		'increment',
		'increment',
		'increment',
		'cumulative',
		'cumulative_year',
		'level',
		'ratio',
		'ratio',
		'qualitative',
	),
	percentage: fc.boolean(),
	ascending: fc.boolean(),
	overTime: fc.constantFrom<Indicator['overTime']>(null, 'latest', 'max', 'average', 'sum'),
	adding: fc.constantFrom('sum', 'sum', 'sum', 'max', 'none'),
	overPartner: fc.constantFrom('sum', 'sum', 'max', 'none'),
});

const projectShape = fc.record({
	parent: fc.option(fc.nat(20), { freq: 4 }),
	startsOn: fc.option(startDay),
	endsOn: fc.option(endDay),
	frequency: fc.constantFrom<PeriodKind>(
		'quarter',
		'quarter',
		'quarter',
		'quarter',
		'half',
		'year',
		'snapshot',
	),
	test: fc.nat(14).map((n) => n === 14),
});

const targetShape = fc.record({
	period: fc.nat(60),
	value: fc.oneof(
		{ weight: 12, arbitrary: amount },
		{ weight: 1, arbitrary: fc.constant('TBD') },
		{ weight: 2, arbitrary: fc.constant('baseline' as const) },
	),
});

const versionShape = fc.record({
	inForceFrom: startDay,
	basis: fc.constantFrom<TargetRow['basis']>('in_period', 'to_date', 'to_date'),
	by: fc.constantFrom<PeriodKind>('quarter', 'quarter', 'half', 'year'),
	dated: fc.nat(7).map((n) => n > 0),
	rows: fc.array(targetShape, { minLength: 1, maxLength: 5 }),
});

const answerShape = fc.option(
	fc.record({
		is: fc.constantFrom('number', 'number', 'number', 'number', 'number', 'number', 'not-applicable', 'text'),
		value: amount,
		denominator: fc.integer({ min: 0, max: 50 }),
	}),
	{ freq: 4 },
);
type AnswerShape = NonNullable<typeof answerShape extends fc.Arbitrary<infer T> ? T : never>;

const seriesShape = fc.record({
	project: fc.nat(20),
	indicator: fc.nat(20),
	country: fc.constantFrom(...COUNTRIES),
	organisation: fc.nat(ORGANISATIONS - 1),
	startsOn: fc.option(startDay, { freq: 1 }),
	endsOn: fc.option(endDay, { freq: 1 }),
	continues: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(20) }),
	baseline: fc.option(amount, { freq: 2 }),
	baselineOn: fc.option(startDay, { freq: 1 }),
	versions: fc.array(versionShape, { maxLength: 3 }),
	answers: fc.array(answerShape, { minLength: 10, maxLength: 16 }),
	corrections: fc.array(answerShape, { minLength: 3, maxLength: 5 }),
	/** For each activity in turn: the report that claims people of it, if any. */
	claims: fc.array(fc.option(fc.nat(7), { freq: 1 }), { minLength: 3, maxLength: 3 }),
});

const revisionPlan = fc.constantFrom<RevisionState[]>(
	['approved'],
	['approved'],
	['approved'],
	['approved'],
	['approved', 'approved'],
	['approved', 'draft'],
	['approved', 'submitted'],
	['approved', 'returned'],
	['approved', 'approved', 'draft'],
	['returned', 'approved'],
	['draft'],
	['submitted'],
	['returned'],
);

const shape = fc.record({
	startsOn: fc.option(startDay),
	bands: fc.constantFrom([0.9, 0.6], [0.9, 0.6], [0.75, 0.5]),
	indicators: fc.array(indicatorShape, { minLength: 1, maxLength: 4 }),
	links: fc.array(
		fc.record({
			from: fc.nat(3),
			to: fc.nat(3),
			relation: fc.constantFrom<Link['relation']>('same', 'renamed', 'renamed', 'partly'),
		}),
		{ maxLength: 3 },
	),
	projects: fc.array(projectShape, { minLength: 1, maxLength: 6 }),
	overrides: fc.array(
		fc.record({
			project: fc.nat(5),
			indicator: fc.nat(3),
			kind: fc.constantFrom<ValueKind>('increment', 'cumulative', 'cumulative_year'),
		}),
		{ maxLength: 2 },
	),
	series: fc.array(seriesShape, { minLength: 1, maxLength: 9 }),
	firstQuarter: fc.nat(4),
	quarters: fc.integer({ min: 3, max: 9 }),
	others: fc.subarray(calendar.filter((period) => period.kind !== 'quarter').map((period) => period.code)),
	plans: fc.array(revisionPlan, { minLength: 5, maxLength: 11 }),
	activities: fc.array(
		fc.record({
			indicator: fc.nat(3),
			endsOn: fc.constantFrom('2020-03-20', '2020-08-05', '2021-02-11', '2021-06-30', '2022-04-01'),
			overlap: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 }),
		}),
		{ maxLength: 3 },
	),
});
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

/** A whole programme with its figures. */
export const world: fc.Arbitrary<World> = shape.map(build);

function build(drawn: Shape): World {
	const indicators = drawn.indicators.map(indicatorOf);
	const projects: Project[] = [];
	for (const [index, { parent, startsOn, endsOn, frequency, test }] of drawn.projects.entries()) {
		const above = index > 0 && parent !== null ? parent % index : null;
		const tooDeep = above !== null && depth(projects, above) >= 2;
		projects.push({
			parent: tooDeep ? null : above,
			startsOn,
			endsOn: startsOn !== null && endsOn !== null && endsOn < startsOn ? null : endsOn,
			frequency,
			test,
		});
	}
	const quarters = calendar.filter((period) => period.kind === 'quarter');
	const opened = [
		...quarters.slice(drawn.firstQuarter, drawn.firstQuarter + drawn.quarters).map((period) => period.code),
		...drawn.others,
	];
	const kinds = {
		indicators,
		overrides: drawn.overrides
			.map((o): Override => ({
				...o,
				project: o.project % projects.length,
				indicator: o.indicator % indicators.length,
			}))
			.filter((o) =>
				['increment', 'cumulative', 'cumulative_year'].includes(indicators[o.indicator]?.kind ?? ''),
			),
	};
	const frame: World = {
		startsOn: drawn.startsOn,
		onTrackFrom: drawn.bands[0] ?? 0.9,
		atRiskFrom: drawn.bands[1] ?? 0.6,
		frameworks: ['2016-05-01', '2018-02-01', '2021-09-01'],
		links: linksOf(drawn.links, indicators.length),
		projects,
		opened,
		series: [],
		schedules: [],
		reports: [],
		activities: drawn.activities.map((activity) => ({
			...activity,
			indicator: activity.indicator % indicators.length,
		})),
		...kinds,
	};
	return withSeries(frame, drawn);
}

function indicatorOf({ adding, overPartner, ...own }: Shape['indicators'][number]): Indicator {
	if (own.kind === 'ratio') {
		const rule = adding === 'none' ? 'none' : 'ratio';
		return { ...own, overPartner: overPartner === 'none' ? 'none' : 'ratio', overPlace: rule };
	}
	if (own.kind === 'qualitative')
		return { ...own, percentage: false, overPartner: 'none', overPlace: 'none' };
	return {
		...own,
		overPartner: overPartner as Indicator['overPartner'],
		overPlace: adding as Indicator['overPlace'],
	};
}

function linksOf(drawn: Shape['links'], indicators: number): Link[] {
	const links = new Map<string, Link>();
	for (const link of drawn) {
		const from = link.from % indicators;
		const to = link.to % indicators;
		if (from !== to) links.set(`${from} ${to}`, { from, to, relation: link.relation });
	}
	return [...links.values()];
}

function depth(projects: readonly Project[], index: number): number {
	const parent = projects[index]?.parent ?? null;
	return parent === null ? 0 : 1 + depth(projects, parent);
}

function withSeries(frame: World, drawn: Shape): World {
	const series: Series[] = [];
	const schedules: Schedule[] = [];
	const reports = new Map<
		string,
		{
			report: Omit<Report, 'revisions'>;
			given: { series: number; of: Shape['series'][number]; turn: number }[];
		}
	>();
	const taken = new Set<string>();
	// Series, period and activity where people are claimed.
	const claimed = new Set<string>();
	for (const of of drawn.series) {
		const continues = of.continues !== null && series.length > 0 ? of.continues % series.length : null;
		const former = continues === null ? undefined : series[continues];
		const project = former?.project ?? of.project % frame.projects.length;
		const indicator = former?.indicator ?? of.indicator % frame.indicators.length;
		const country = former ? former.country : of.country;
		const organisation = former ? (former.organisation + 1) % ORGANISATIONS : of.organisation;
		const key = [project, indicator, country, organisation].join(' ');
		// A series is taken over once: two successors would both carry its history.
		if (taken.has(key) || (former && series.some((other) => other.continues === continues))) continue;
		taken.add(key);
		const index = series.length;
		series.push({
			project,
			indicator,
			country,
			organisation,
			startsOn: of.startsOn,
			endsOn: of.startsOn !== null && of.endsOn !== null && of.endsOn < of.startsOn ? null : of.endsOn,
			continues,
			baseline: of.baseline,
			baselineOn: of.baseline === null ? null : of.baselineOn,
		});
		if (of.versions.length > 0) schedules.push(scheduleOf(index, of, kindOf(frame, project, indicator)));
		for (const [turn, period] of reportable(frame, project).entries()) {
			const reportKey = [project, organisation, period.code].join(' ');
			const entry = reports.get(reportKey) ?? {
				report: { project, organisation, period: period.code },
				given: [],
			};
			entry.given.push({ series: index, of, turn });
			for (const [activity, claimedAt] of of.claims.entries()) {
				if (claimedAt === turn) claimed.add([index, period.code, activity].join(' '));
			}
			reports.set(reportKey, entry);
		}
	}
	const written = [...reports.values()].map(({ report, given }, number) => ({
		...report,
		revisions: (drawn.plans[number % drawn.plans.length] ?? []).map((state, attempt): Revision => ({
			state,
			answers: given.flatMap(({ series: index, of, turn }) => {
				const own = series[index];
				const kind = own && kindOf(frame, own.project, own.indicator);
				const shape =
					attempt > 0 ? of.corrections[(turn + attempt) % of.corrections.length] : of.answers[turn];
				return kind && shape ? [{ series: index, answer: answerOf(shape, kind) }] : [];
			}),
			claims: [],
		})),
	}));
	return {
		...frame,
		series,
		schedules,
		reports: written.map((report) => withClaims(report, frame, series, claimed)),
	};
}

/** The periods a project reports for: of its own frequency, and published snapshots. */
function reportable(frame: World, project: number): Period[] {
	return frame.opened
		.map(periodOf)
		.filter((period) => period.kind === 'snapshot' || period.kind === frame.projects[project]?.frequency);
}

function answerOf(shape: AnswerShape, kind: ValueKind): Answer {
	if (shape.is === 'not-applicable') return { is: 'not-applicable' };
	if (shape.is === 'text' || kind === 'qualitative') return { is: 'text', text: 'see the narrative' };
	if (kind !== 'ratio') return { is: 'value', value: shape.value };
	return { is: 'pair', numerator: Math.abs(shape.value), denominator: shape.denominator };
}

function scheduleOf(series: number, of: Shape['series'][number], kind: ValueKind): Schedule {
	const adds = kind === 'increment' || kind === 'cumulative' || kind === 'cumulative_year';
	const inOrder = [...of.versions].sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
	return {
		series,
		versions: inOrder.map((version) => {
			const basis = adds ? version.basis : 'to_date';
			const periods = calendar.filter((period) => period.kind === version.by);
			const rows = new Map<string, TargetRow>();
			for (const { period: pick, value } of version.rows) {
				const period = periods[pick % periods.length];
				if (!period) continue;
				// Levels from the baseline on, so that a target equal to it happens.
				const number =
					value === 'baseline' ? (basis === 'to_date' && of.baseline !== null ? of.baseline : 0) : value;
				rows.set(period.code, {
					start: period.startsOn,
					end: period.endsOn,
					basis,
					value: number,
					dated: version.dated,
				});
			}
			return { inForceFrom: version.inForceFrom, rows: [...rows.values()] };
		}),
	};
}

/** Claims stand in every revision that answers for the series. */
function withClaims(
	report: Report,
	frame: World,
	series: readonly Series[],
	claimed: ReadonlySet<string>,
): Report {
	return {
		...report,
		revisions: report.revisions.map((revision) => ({
			...revision,
			claims: revision.answers.flatMap(({ series: index }) =>
				[...frame.activities.entries()].flatMap(([activity, { indicator }]) =>
					series[index]?.indicator === indicator && claimed.has([index, report.period, activity].join(' '))
						? [{ series: index, activity, people: 6 }]
						: [],
				),
			),
		})),
	};
}
