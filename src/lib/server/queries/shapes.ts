/** The parts that several pages share, as the database's page functions give them. */
import * as v from 'valibot';
import type { Context, Trust } from '#domain/context.ts';
import type { Standing, StatusCounts } from '#domain/standing.ts';
import { VALUE_KINDS } from '#domain/indicator.ts';
import type { ActivityLine, Change, PartnerLine, SeriesLine } from '#domain/page.ts';
import { STATUSES } from '#domain/status.ts';
import { listOf, numeric, orNull } from './border.ts';

type Shape<T> = v.GenericSchema<unknown, T>;

const text = v.string();
export const flag = v.nullish(v.boolean(), false);
export const status = v.picklist(STATUSES);

export const standing: Shape<Standing> = v.object({
	actual: orNull(numeric),
	atLeast: flag,
	baseline: orNull(numeric),
	baselineAssumed: flag,
	target: orNull(numeric),
	targetText: orNull(text),
	expected: orNull(numeric),
	progress: orNull(numeric),
	expectedProgress: orNull(numeric),
	progressToNext: orNull(numeric),
	nextTarget: orNull(numeric),
	numerator: orNull(numeric),
	denominator: orNull(numeric),
	pending: orNull(numeric),
	pendingProgress: orNull(numeric),
	pace: orNull(numeric),
	status: orNull(status),
	statusAsOf: orNull(text),
	targetShare: orNull(numeric),
	series: numeric,
	withValue: numeric,
	due: numeric,
	reported: numeric,
	overlap: orNull(numeric),
	textValue: orNull(text),
	scaleLevel: orNull(numeric),
	scaleWord: orNull(text),
});

export const statusCounts: Shape<StatusCounts> = v.nullish(
	v.record(v.picklist([...STATUSES, 'none']), numeric),
	() => ({}),
);

export const head = {
	id: text,
	framework: text,
	frameworkName: text,
	code: text,
	title: text,
	definition: orNull(text),
	unit: text,
	measure: v.picklist(['unit', 'percentage', 'nominal', 'ordinal', 'qualitative']),
	ascending: v.boolean(),
	sensitive: v.boolean(),
	hidden: flag,
	counts: v.picklist(['people', 'contacts', 'things']),
	valueKind: v.picklist(VALUE_KINDS),
	overTime: orNull(v.picklist(['sum', 'latest', 'max', 'average'])),
	overPartner: v.picklist(['sum', 'max', 'ratio', 'none']),
	overPlace: v.picklist(['sum', 'max', 'ratio', 'none']),
} as const;

export const organisation = v.object({ slug: text, name: text, shortName: orNull(text) });
export const period = v.object({
	code: text,
	kind: v.picklist(['quarter', 'half', 'year', 'snapshot']),
	startsOn: text,
	endsOn: text,
	asOf: text,
	dueOn: orNull(text),
});
const programmeName = { code: text, name: text, demonstration: v.boolean() };

const context: Shape<Context> = v.object({
	reader: v.object({
		roles: listOf(text),
		organisations: listOf(organisation),
		sees: v.picklist(['everything', 'approved', 'own']),
		name: orNull(text),
	}),
	programmes: listOf(v.object(programmeName)),
	programme: orNull(
		v.object({
			...programmeName,
			description: orNull(text),
			onTrackFrom: numeric,
			atRiskFrom: numeric,
			source: orNull(text),
		}),
	),
	periods: listOf(period),
	period: orNull(period),
	previous: orNull(period),
	countries: listOf(text),
	partners: listOf(organisation),
	filters: v.object({ country: orNull(text), partner: orNull(text) }),
});

const trust: Shape<Trust> = v.object({
	due: numeric,
	approved: numeric,
	pending: numeric,
	missing: numeric,
	missingPartners: listOf(v.object({ ...organisation.entries, countries: listOf(text) })),
	lastChange: orNull(text),
	dataVersion: orNull(numeric),
	madeUp: flag,
	source: orNull(text),
});

/** What every page carries. */
export const page = { context, trust } as const;

export const change: Shape<Change> = v.object({
	framework: text,
	code: text,
	title: text,
	unit: text,
	measure: head.measure,
	country: orNull(text),
	kind: v.picklist(['status', 'value']),
	from: orNull(status),
	to: orNull(status),
	before: orNull(numeric),
	now: orNull(numeric),
	difference: orNull(numeric),
});

export const partnerLine: Shape<PartnerLine> = v.object({
	...organisation.entries,
	due: numeric,
	reported: numeric,
	late: flag,
	pending: flag,
	since: orNull(text),
	counts: statusCounts,
	pace: orNull(numeric),
});

export const projectName = { id: text, code: text, title: text };
export const projectLine = v.object({ ...projectName, level: text });
export const leftOut = orNull(v.picklist(['children', 'parent', 'taken-over', 'test']));
export const origin = v.picklist(['source', 'reported', 'made_up']);

export const seriesLine: Shape<SeriesLine> = v.object({
	id: text,
	framework: text,
	code: text,
	title: text,
	unit: text,
	measure: head.measure,
	country: orNull(text),
	ascending: v.boolean(),
	partner: organisation,
	project: v.object(projectName),
	valueKind: head.valueKind,
	figure: standing,
	counted: v.boolean(),
	leftOut,
	standsForChildren: flag,
});

export const activityLine: Shape<ActivityLine> = v.object({
	id: text,
	kind: text,
	title: text,
	startsOn: text,
	endsOn: text,
	venueCountry: orNull(text),
	place: orNull(text),
	participants: orNull(numeric),
	men: orNull(numeric),
	women: orNull(numeric),
	organisers: listOf(organisation),
	participation: listOf(
		v.object({
			country: text,
			sex: v.picklist(['female', 'male', 'unknown']),
			participants: orNull(numeric),
		}),
	),
	origin,
	source: orNull(text),
	note: orNull(text),
	project: orNull(v.object(projectName)),
	claims: listOf(
		v.object({
			framework: text,
			code: text,
			title: text,
			programme: text,
			country: orNull(text),
			partner: text,
			participants: numeric,
		}),
	),
	overlaps: listOf(
		v.object({ framework: text, code: text, participants: numeric, agreedOn: text, note: text }),
	),
});
