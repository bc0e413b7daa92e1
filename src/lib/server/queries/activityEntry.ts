import * as v from 'valibot';
import { ACTIVITY_KINDS, type ClaimedActivity, type ReportActivities } from '#domain/activityEntry.ts';
import { type Asker, listOf, numeric, orNull, readPage } from './border.ts';
import { lock } from './report.ts';
import { flag, organisation } from './shapes.ts';

const text = v.string();

const known = {
	id: text,
	version: v.number(),
	kind: v.picklist(ACTIVITY_KINDS),
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
} as const;

const shared = v.object({
	indicatorId: text,
	hidden: v.boolean(),
	mine: numeric,
	atMost: numeric,
	others: listOf(
		v.object({
			organisation: orNull(text),
			participants: orNull(numeric),
			proposed: orNull(numeric),
			note: orNull(text),
		}),
	),
	proposed: orNull(numeric),
	note: orNull(text),
	agreed: orNull(numeric),
	agreedOn: orNull(text),
	byStaff: orNull(v.boolean()),
	fixed: flag,
	state: v.picklist(['nobody', 'asked', 'waiting', 'differs', 'agreed', 'with-staff']),
});

const activities: v.GenericSchema<unknown, ReportActivities> = v.object({
	id: text,
	lock,
	answering: v.boolean(),
	project: v.object({ id: text, code: text, title: text }),
	organisation,
	period: v.object({ code: text, startsOn: text, endsOn: text }),
	series: listOf(
		v.object({
			id: text,
			indicatorId: text,
			code: text,
			title: text,
			country: orNull(text),
			sensitive: v.boolean(),
			value: orNull(numeric),
			claimed: orNull(numeric),
		}),
	),
	activities: listOf(
		v.object({
			...known,
			note: orNull(text),
			editable: v.boolean(),
			removable: v.boolean(),
			claims: listOf(v.object({ seriesId: text, participants: numeric, version: v.number() })),
			shared: listOf(shared),
		}),
	),
	suggestions: listOf(v.object({ ...known, like: orNull(text) })),
	organisations: listOf(organisation),
	countries: listOf(text),
});

/** The activities of a report with its claims, what others claim of them, and events that may be the same. Null where the reader may not enter it. */
export function readReportActivities(asker: Asker, id: string): Promise<ReportActivities | null> {
	return readPage(asker, 'report_activities', { p_report: id }, v.nullable(activities));
}

const claims: v.GenericSchema<unknown, ClaimedActivity[]> = listOf(
	v.object({ seriesId: text, activityId: text, title: text, participants: numeric }),
);

/** Which activities bring people into the figures of a report. Empty where the reader may not enter it. */
export function readReportClaims(asker: Asker, id: string): Promise<readonly ClaimedActivity[]> {
	return readPage(asker, 'report_claims', { p_report: id }, claims);
}
