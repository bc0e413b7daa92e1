/** Activities of a quarter as a partner enters them, and how many of their people stand in which figure. */
import type { OrganisationName } from './context.ts';
import type { EntryLock } from './entry.ts';

export const ACTIVITY_KINDS = [
	'workshop',
	'training',
	'campaign',
	'equipment',
	'service',
	'meeting',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];
export type Sex = 'female' | 'male' | 'unknown';

/** Participants from one country; null: some came from there, how many is not known. */
export interface Participation {
	readonly country: string;
	readonly sex: Sex;
	readonly participants: number | null;
}

/** What was done, when, where, and who took part. */
export interface ActivityEntry {
	readonly kind: ActivityKind;
	readonly title: string;
	readonly startsOn: string;
	readonly endsOn: string;
	readonly venueCountry: string | null;
	readonly place: string | null;
	readonly participants: number | null;
	readonly men: number | null;
	readonly women: number | null;
	readonly participation: readonly Participation[];
}

/** An activity to save: new without an id, else on top of the version it was made from. */
export interface ActivityChange extends ActivityEntry {
	readonly id: string | null;
	readonly version: number;
	readonly note: string | null;
	/** Slugs of those who held it; the report's own organisation is always one. */
	readonly organisers: readonly string[];
}

interface KnownActivity extends ActivityEntry {
	readonly id: string;
	readonly version: number;
	readonly organisers: readonly OrganisationName[];
}

/** How many people of an activity stand in a series. Version 0: as in the last revision. */
export interface Claim {
	readonly seriesId: string;
	readonly participants: number;
	readonly version: number;
}

/** How far organisations that count people of one event in one indicator have agreed how many are the same. */
export type OverlapState = 'nobody' | 'asked' | 'waiting' | 'differs' | 'agreed' | 'with-staff';

export interface SharedClaim {
	readonly indicatorId: string;
	/** Sensitive: that there is another claim is all that may be known. */
	readonly hidden: boolean;
	readonly mine: number;
	/** No more people than this can be the same. */
	readonly atMost: number;
	readonly others: readonly {
		readonly organisation: string | null;
		readonly participants: number | null;
		readonly proposed: number | null;
		readonly note: string | null;
	}[];
	readonly proposed: number | null;
	readonly note: string | null;
	readonly agreed: number | null;
	readonly agreedOn: string | null;
	readonly byStaff: boolean | null;
	/** Staff alone can change what was agreed: approved totals use it, or they recorded it. */
	readonly fixed: boolean;
	readonly state: OverlapState;
}

export interface EnteredActivity extends KnownActivity {
	readonly note: string | null;
	readonly editable: boolean;
	/** Nobody counts its people, so whoever entered it may take it away. */
	readonly removable: boolean;
	readonly claims: readonly Claim[];
	readonly shared: readonly SharedClaim[];
}

/** An activity entered by others that may be the same event; `like` is the own one at the same place and time. */
export interface SuggestedActivity extends KnownActivity {
	readonly like: string | null;
}

/** A figure of the report that counts people. */
export interface ClaimableSeries {
	readonly id: string;
	readonly indicatorId: string;
	readonly code: string;
	readonly title: string;
	readonly country: string | null;
	readonly sensitive: boolean;
	/** What is entered for it now. */
	readonly value: number | null;
	/** All claims on activities together. */
	readonly claimed: number | null;
}

export interface ReportActivities {
	readonly id: string;
	readonly lock: EntryLock;
	/** The reader belongs to the organisation, and so can answer for it. */
	readonly answering: boolean;
	readonly project: { readonly id: string; readonly code: string; readonly title: string };
	readonly organisation: OrganisationName;
	readonly period: { readonly code: string; readonly startsOn: string; readonly endsOn: string };
	readonly series: readonly ClaimableSeries[];
	readonly activities: readonly EnteredActivity[];
	readonly suggestions: readonly SuggestedActivity[];
	readonly organisations: readonly OrganisationName[];
	readonly countries: readonly string[];
}

/** An activity whose people stand in a figure. */
export interface ClaimedActivity {
	readonly seriesId: string;
	readonly activityId: string;
	readonly title: string;
	readonly participants: number;
}

/** What keeps an activity from being saved; the database holds the same rules. */
export type ActivityProblem = 'dates' | 'outside-period' | 'sexes' | 'origins' | 'claimed';

/**
 * Finds what is wrong with an activity.
 * @param period the first and last day of the report
 * @param largestClaim the most people that a figure counts of it already; null where none does
 */
export function activityProblems(
	activity: ActivityEntry,
	period: { readonly startsOn: string; readonly endsOn: string },
	largestClaim: number | null = null,
): ActivityProblem[] {
	const { startsOn, endsOn, participants, men, women } = activity;
	const problems: ActivityProblem[] = [];
	if (endsOn < startsOn) problems.push('dates');
	else if (endsOn < period.startsOn || startsOn > period.endsOn) problems.push('outside-period');
	if (participants === null) return problems;
	if (known([men, women]) > participants) problems.push('sexes');
	if (known(activity.participation.map((part) => part.participants)) > participants) problems.push('origins');
	if (largestClaim !== null && participants < largestClaim) problems.push('claimed');
	return problems;
}

/** What may be right, and should be looked at: a split that is complete and does not make the total. */
export function activityAdvice(activity: ActivityEntry): ('sexes' | 'origins')[] {
	const { participants, men, women, participation } = activity;
	if (participants === null) return [];
	const advice: ('sexes' | 'origins')[] = [];
	if (men !== null && women !== null && known([men, women]) < participants) advice.push('sexes');
	const counts = participation.map((part) => part.participants);
	if (counts.length > 0 && !counts.includes(null) && known(counts) < participants) advice.push('origins');
	return advice;
}

/** True where more people are claimed of an activity than took part. */
export function isTooMany(claimed: number, activity: Pick<ActivityEntry, 'participants'>): boolean {
	return activity.participants !== null && claimed > activity.participants;
}

/** What the known parts come to: compared with a total, never shown as one. */
function known(parts: readonly (number | null)[]): number {
	return parts.reduce<number>((all, part) => (part === null ? all : all + part), 0);
}
