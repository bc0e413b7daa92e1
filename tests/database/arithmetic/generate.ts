// Worlds as they come: trees of one to three levels, gaps, corrections, take-overs, targets of every kind.
import type fc from 'fast-check';
import { calendar, periodOf } from './calendar.ts';
import { ORGANISATIONS, shape } from './shapes.ts';
import type { AnswerShape, Shape } from './shapes.ts';
import { kindOf } from './world.ts';
import type {
	Answer,
	Indicator,
	Link,
	Override,
	Period,
	Project,
	Report,
	Revision,
	Schedule,
	Series,
	TargetRow,
	ValueKind,
	World,
} from './world.ts';

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
