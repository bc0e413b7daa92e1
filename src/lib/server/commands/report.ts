import * as v from 'valibot';
import type { CellChange, Narrative, RefusalReason, SaveOutcome } from '#domain/entry.ts';
import type { WaymarkClient } from '../backend/backend.ts';
import type { Json } from '../database.types.ts';
import { answer } from '../queries/answer.ts';
import { checked } from '../queries/border.ts';
import { cell } from '../queries/report.ts';

const text = v.string();
const REFUSALS = [
	'not-open',
	'closed',
	'submitted',
	'approved',
	'not-yours',
	'unknown-series',
	'invalid',
] as const satisfies readonly RefusalReason[];

/** A change as a device or a workbook sends it. */
export const cellChange: v.GenericSchema<unknown, CellChange> = v.object({
	key: v.pipe(text, v.uuid()),
	reportId: v.pipe(text, v.uuid()),
	seriesId: v.pipe(text, v.uuid()),
	baseVersion: v.pipe(v.number(), v.integer(), v.minValue(0)),
	answer,
	origin: v.picklist(['page', 'offline', 'workbook']),
});

const outcomes: v.GenericSchema<unknown, SaveOutcome[]> = v.array(
	v.variant('state', [
		v.object({ key: text, state: v.literal('saved'), version: v.number() }),
		v.object({ key: text, state: v.literal('conflict'), current: cell }),
		v.object({ key: text, state: v.literal('refused'), reason: v.picklist(REFUSALS) }),
	]),
);

/**
 * Saves changes in their order, each once, however often it is delivered.
 * @param together true: unless all can be saved, none is
 * @returns an outcome for each change
 * @throws DataError when the database does not answer
 */
export async function saveCells(
	supabase: WaymarkClient,
	changes: readonly CellChange[],
	{ together }: { readonly together: boolean },
): Promise<SaveOutcome[]> {
	const saved = await supabase.rpc('save_cells', { p_changes: asJson(changes), p_together: together });
	return checked(outcomes, saved, 'saving figures');
}

const narrativeOutcome = v.variant('state', [
	v.object({ state: v.literal('saved'), version: v.number() }),
	v.object({
		state: v.literal('conflict'),
		current: v.object({ version: v.number(), progress: text, difficulties: text, next: text }),
	}),
	v.object({ state: v.literal('refused'), reason: v.picklist(REFUSALS) }),
]);
export type NarrativeOutcome = v.InferOutput<typeof narrativeOutcome>;

/** Saves a report's words on top of the version they were made from. */
export async function saveNarrative(
	supabase: WaymarkClient,
	reportId: string,
	{ version, ...words }: Narrative,
): Promise<NarrativeOutcome> {
	const saved = await supabase.rpc('save_narrative', {
		p_report: reportId,
		p_base_version: version,
		p_narrative: words,
	});
	return checked(narrativeOutcome, saved, 'saving a narrative');
}

const submitOutcome = v.variant('state', [
	v.object({ state: v.literal('submitted'), revision: v.number(), submittedAt: text }),
	v.object({
		state: v.literal('blocked'),
		cells: v.array(
			v.object({ seriesId: text, why: v.picklist(['unreadable', 'half-ratio', 'unknown-level', 'parts']) }),
		),
	}),
	v.object({ state: v.literal('refused'), reason: v.picklist([...REFUSALS, 'empty']) }),
]);
export type SubmitOutcome = v.InferOutput<typeof submitOutcome>;

/**
 * Hands a report in.
 * @param key made with the form: a second press with the same key changes nothing
 */
export async function submitReport(
	supabase: WaymarkClient,
	reportId: string,
	key: string,
): Promise<SubmitOutcome> {
	const submitted = await supabase.rpc('submit_report', { p_report: reportId, p_key: key });
	return checked(submitOutcome, submitted, 'handing in a report');
}

const withdrawOutcome = v.variant('state', [
	v.object({ state: v.literal('withdrawn') }),
	v.object({ state: v.literal('refused'), reason: v.picklist(['not-yours', 'decided']) }),
]);
export type WithdrawOutcome = v.InferOutput<typeof withdrawOutcome>;

/** Takes a report back while nobody decided on it. */
export async function withdrawReport(supabase: WaymarkClient, reportId: string): Promise<WithdrawOutcome> {
	const withdrawn = await supabase.rpc('withdraw_report', { p_report: reportId });
	return checked(withdrawOutcome, withdrawn, 'withdrawing a report');
}

const correctionOutcome = v.variant('state', [
	v.object({ state: v.picklist(['correcting', 'ended']) }),
	v.object({
		state: v.literal('refused'),
		reason: v.picklist(['not-yours', 'not-approved', 'not-open', 'closed', 'no-reason']),
	}),
]);
export type CorrectionOutcome = v.InferOutput<typeof correctionOutcome>;

/** Opens an approved report for its next revision. */
export async function beginCorrection(
	supabase: WaymarkClient,
	reportId: string,
	reason: string,
): Promise<CorrectionOutcome> {
	const begun = await supabase.rpc('begin_correction', { p_report: reportId, p_reason: reason });
	return checked(correctionOutcome, begun, 'beginning a correction');
}

/** Leaves an approved report as it is. */
export async function endCorrection(supabase: WaymarkClient, reportId: string): Promise<CorrectionOutcome> {
	const ended = await supabase.rpc('end_correction', { p_report: reportId });
	return checked(correctionOutcome, ended, 'ending a correction');
}

/** Readonly values are JSON too; the generated type only knows the other kind. */
function asJson(value: readonly CellChange[]): Json {
	return JSON.parse(JSON.stringify(value));
}
