import * as v from 'valibot';
import type { ActivityChange } from '#domain/activityEntry.ts';
import type { WaymarkClient } from '../backend/backend.ts';
import type { Json } from '../database.types.ts';
import { checked, numeric, orNull } from '../queries/border.ts';

const text = v.string();
const LOCKED = ['not-open', 'closed', 'submitted', 'approved', 'not-yours', 'invalid'] as const;

const refusal = <const Reasons extends readonly string[]>(reasons: Reasons) =>
	v.object({
		state: v.literal('refused'),
		reason: v.picklist([...LOCKED, ...reasons]),
		limit: orNull(numeric),
	});

const activityOutcome = v.variant('state', [
	v.object({ state: v.literal('saved'), id: text, version: v.number() }),
	/** Somebody changed it meanwhile. */
	v.object({ state: v.literal('conflict'), version: v.number() }),
	refusal(['dates', 'outside-period', 'sexes', 'origins', 'claimed']),
]);
export type ActivityOutcome = v.InferOutput<typeof activityOutcome>;

/**
 * Adds or changes an activity of a report, with who held it and who took part.
 * @param key made with the form: sent twice it takes effect once
 * @throws DataError when the database does not answer
 */
export async function saveActivity(
	supabase: WaymarkClient,
	reportId: string,
	activity: ActivityChange,
	key: string,
): Promise<ActivityOutcome> {
	const { id, version, kind, title, startsOn, endsOn, venueCountry, place, note } = activity;
	const row = {
		...{ report_id: reportId, id, version, kind, title, starts_on: startsOn, ends_on: endsOn, place, note },
		...{ venue_country: venueCountry, participants: activity.participants },
		...{ men: activity.men, women: activity.women, organisers: [...activity.organisers] },
		participation: activity.participation.map((part): Json => ({ ...part })),
	};
	return checked(
		activityOutcome,
		await supabase.rpc('save_activity', { p_activity: row, p_key: key }),
		'saving an activity',
	);
}

const removalOutcome = v.variant('state', [v.object({ state: v.literal('removed') }), refusal(['counted'])]);
export type RemovalOutcome = v.InferOutput<typeof removalOutcome>;

/** Removes an activity that was entered twice or by mistake, while no figure counts its people. */
export async function removeActivity(
	supabase: WaymarkClient,
	reportId: string,
	activityId: string,
): Promise<RemovalOutcome> {
	const removed = await supabase.rpc('remove_activity', { p_report: reportId, p_activity: activityId });
	return checked(removalOutcome, removed, 'removing an activity');
}

const claimOutcome = v.variant('state', [
	v.object({ state: v.literal('saved'), version: v.number() }),
	v.object({
		state: v.literal('conflict'),
		current: orNull(v.object({ participants: numeric, version: v.number() })),
	}),
	refusal(['unknown-series', 'unknown-activity', 'too-many']),
]);
export type ClaimOutcome = v.InferOutput<typeof claimOutcome>;

/** Whose people stand in which figure. */
export interface ClaimChange {
	readonly activityId: string;
	readonly seriesId: string;
	/** Null: none any more. */
	readonly participants: number | null;
	/** The version it was made from; 0 where there was no claim. */
	readonly version: number;
}

/** Says how many of an activity's participants stand in a figure of a report. */
export async function saveClaim(
	supabase: WaymarkClient,
	reportId: string,
	claim: ClaimChange,
): Promise<ClaimOutcome> {
	const saved = await supabase.rpc('save_claim', {
		p_report: reportId,
		p_activity: claim.activityId,
		p_series: claim.seriesId,
		// the generated type does not know that an argument may be null
		p_participants: claim.participants as number,
		p_version: claim.version,
	});
	return checked(claimOutcome, saved, 'saving a claim');
}

const overlapOutcome = v.variant('state', [
	v.object({ state: v.literal('saved'), overlap: orNull(text) }),
	refusal(['not-shared', 'settled', 'too-many']),
]);
export type OverlapOutcome = v.InferOutput<typeof overlapOutcome>;

/** How many people of an activity others count in the same indicator too, in the own organisation's words. */
export interface OverlapAnswer {
	readonly activityId: string;
	readonly indicatorId: string;
	/** Null takes the answer back. */
	readonly participants: number | null;
	readonly note: string;
}

/** Answers how many people several organisations have in common; once all say the same number, it is agreed. */
export async function proposeOverlap(
	supabase: WaymarkClient,
	reportId: string,
	answer: OverlapAnswer,
): Promise<OverlapOutcome> {
	const saved = await supabase.rpc('propose_overlap', {
		p_report: reportId,
		p_activity: answer.activityId,
		p_indicator: answer.indicatorId,
		// the generated type does not know that an argument may be null
		p_participants: answer.participants as number,
		p_note: answer.note,
	});
	return checked(overlapOutcome, saved, 'answering for an overlap');
}
