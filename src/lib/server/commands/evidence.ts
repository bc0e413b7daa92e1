import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import {
	type AddOutcome,
	EVIDENCE_PROBLEMS,
	type EvidenceProblem,
	type RemoveOutcome,
} from '#domain/evidence.ts';
import type { WaymarkClient } from '../backend/backend.ts';
import { DataError, unwrap } from '../dataError.ts';
import { type Examined, examineFile } from '../files/examine.ts';
import type { Asker } from '../queries/border.ts';
import {
	BUCKET,
	type EvidencePlace,
	findEvidencePlace,
	readEvidence,
	sha256Of,
} from '../queries/evidence.ts';

/** What a file is behind: a figure, an activity, or (neither) the whole report. */
export interface Place {
	readonly reportId: string;
	readonly seriesId: string | null;
	readonly activityId: string | null;
}

/** A file as somebody sends it. */
export interface SentFile {
	readonly name: string;
	readonly content: Buffer;
}

const reason = v.picklist(EVIDENCE_PROBLEMS);
const added = v.variant('state', [
	v.object({ state: v.picklist(['added', 'known']), id: v.string() }),
	v.object({ state: v.literal('refused'), reason }),
]);
const removed = v.variant('state', [
	v.object({ state: v.literal('removed'), path: v.nullable(v.string()) }),
	v.object({ state: v.literal('struck-out') }),
	v.object({ state: v.literal('refused'), reason }),
]);

/**
 * Adds a file to a report: what it is is told by its content, photos lose place and device, the same file twice in one
 * place is one.
 * @throws DataError where the backend does not answer
 */
export async function addEvidence(asker: Asker, place: Place, sent: SentFile): Promise<AddOutcome> {
	const examined = await examineFile(sent.name, sent.content);
	if (!examined.ok) return refused(sent, examined.problem);
	const found = await findEvidencePlace(asker, place.reportId);
	if (found === null) return refused(sent, 'not-yours');
	if (!found.mayAdd) return refused(sent, whyLocked(found.lock));

	const id = randomUUID();
	const path = `${found.organisationId}/${place.reportId}/${id}`;
	await store(asker.supabase, path, examined);
	const outcome = await enter(asker.supabase, id, place, examined);
	// The row was not made: what lies in the store belongs to nothing.
	if (outcome.state !== 'added') await clearAway(asker.supabase, path);
	if (outcome.state === 'refused') return refused(sent, outcome.reason);
	const { files } = await readEvidence(asker, place.reportId);
	const file = files.find((candidate) => candidate.id === outcome.id);
	if (file === undefined) throw new DataError('a new file of evidence', { message: 'it cannot be read' });
	return { state: outcome.state, file };
}

/**
 * Takes a file back: one that was never handed in goes, another is struck out and stays readable.
 * @throws DataError where the backend does not answer
 */
export async function removeEvidence(supabase: WaymarkClient, id: string): Promise<RemoveOutcome> {
	const outcome = v.parse(
		removed,
		unwrap(await supabase.rpc('remove_evidence', { p_id: id }), 'removing evidence'),
	);
	if (outcome.state === 'refused') return { state: 'refused', problem: outcome.reason };
	if (outcome.state === 'removed' && outcome.path !== null) await clearAway(supabase, outcome.path);
	return { state: outcome.state };
}

type Kept = Extract<Examined, { readonly ok: true }>;

async function store(supabase: WaymarkClient, path: string, { content, type }: Kept): Promise<void> {
	const { error } = await supabase.storage.from(BUCKET).upload(path, content, { contentType: type });
	if (error) throw new DataError('storing evidence', error);
}

async function enter(supabase: WaymarkClient, id: string, place: Place, file: Kept) {
	const answer = await supabase.rpc('add_evidence', {
		p_id: id,
		p_report: place.reportId,
		p_series: place.seriesId,
		p_activity: place.activityId,
		p_name: file.name,
		p_media_type: file.type,
		p_bytes: file.content.length,
		p_sha256: sha256Of(file.content),
	});
	return v.parse(added, unwrap(answer, 'adding evidence'));
}

async function clearAway(supabase: WaymarkClient, path: string): Promise<void> {
	const { error } = await supabase.storage.from(BUCKET).remove([path]);
	if (error) throw new DataError('clearing away a file', error);
}

function whyLocked(lock: EvidencePlace['lock']): EvidenceProblem {
	return lock === 'open' || lock === 'reopened' ? 'not-yours' : lock;
}

function refused({ name }: SentFile, problem: EvidenceProblem): AddOutcome {
	return { state: 'refused', name, problem };
}
