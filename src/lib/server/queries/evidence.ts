import { createHash } from 'node:crypto';
import * as v from 'valibot';
import {
	type Evidence,
	type EvidenceCountOf,
	type EvidenceFile,
	isMediaType,
	type MediaType,
} from '#domain/evidence.ts';
import type { WaymarkClient } from '../backend/backend.ts';
import { DataError, unwrap } from '../dataError.ts';
import { type Asker, listOf, orNull, readPage } from './border.ts';

/** The bucket of the store; a file lies in it under organisation/report/id. */
export const BUCKET = 'evidence';

const text = v.string();
const mediaType = v.custom<MediaType>((value) => typeof value === 'string' && isMediaType(value));

const file: v.GenericSchema<unknown, EvidenceFile> = v.object({
	id: text,
	seriesId: orNull(text),
	activityId: orNull(text),
	name: text,
	mediaType,
	bytes: v.number(),
	uploadedBy: orNull(text),
	uploadedAt: text,
	removedAt: orNull(text),
	removedBy: orNull(text),
	removable: v.boolean(),
});

const evidence: v.GenericSchema<unknown, Evidence> = v.object({ mayAdd: v.boolean(), files: listOf(file) });

const counts: v.GenericSchema<unknown, EvidenceCountOf[]> = listOf(
	v.object({ seriesId: orNull(text), activityId: orNull(text), files: v.number() }),
);

const place = v.nullable(
	v.object({
		organisationId: text,
		mayAdd: v.boolean(),
		lock: v.picklist(['open', 'reopened', 'not-open', 'closed', 'submitted', 'approved']),
	}),
);
/** Whose folder a report's files lie in, and whether the reader may add to it. */
export type EvidencePlace = NonNullable<v.InferOutput<typeof place>>;

/** Where a report's files go; null for those who may never add any. */
export function findEvidencePlace(asker: Asker, reportId: string): Promise<EvidencePlace | null> {
	return readPage(asker, 'evidence_place', { p_report: reportId }, place);
}

/** The files of a report, oldest first; none for those who may not open them. */
export function readEvidence(asker: Asker, reportId: string): Promise<Evidence> {
	return readPage(asker, 'evidence_files', { p_report: reportId }, evidence);
}

/** How many files stand behind a report and each of its figures and activities, as far as the reader may know. */
export function countEvidence(asker: Asker, reportId: string): Promise<EvidenceCountOf[]> {
	return readPage(asker, 'evidence_counts', { p_report: reportId }, counts);
}

/** A file with its content. */
export interface OpenedFile {
	readonly name: string;
	readonly mediaType: MediaType;
	readonly content: Uint8Array<ArrayBuffer>;
}

/**
 * One file, as it was added.
 * @returns null where there is none, or none for this reader
 * @throws DataError where the store does not answer, or holds another file than the one that was added
 */
export async function openEvidence(supabase: WaymarkClient, id: string): Promise<OpenedFile | null> {
	const [row] = unwrap(
		await supabase.from('evidence').select('name, media_type, sha256, path').eq('id', id).limit(1),
		'a file of evidence',
	);
	if (row === undefined || !isMediaType(row.media_type)) return null;
	const stored = await supabase.storage.from(BUCKET).download(row.path);
	if (stored.error) throw new DataError('a file of evidence', stored.error);
	const content = new Uint8Array(await stored.data.arrayBuffer());
	// The store has ways in of its own: what was exchanged there is not what somebody vouched for.
	if (sha256Of(content) !== row.sha256)
		throw new DataError('a file of evidence', {
			code: 'EXCHANGED',
			message: `${id} is not the file that was added`,
		});
	return { name: row.name, mediaType: row.media_type, content };
}

/** The SHA-256 of a file, as hexadecimal digits. */
export function sha256Of(content: Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}
