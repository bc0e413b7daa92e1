/** Files behind figures: what may be one, and what is known of each. */

/** Bytes of one file. */
export const LARGEST_FILE = 10_000_000;
/** Files of one report, those struck out aside. */
export const MOST_FILES = 100;

/** What kind of file it is, for words: keys of messages under `evidence.kind`. */
export type FileKind = 'pdf' | 'image' | 'document' | 'spreadsheet' | 'presentation' | 'text' | 'table';

interface FileType {
	readonly kind: FileKind;
	/** The first is what a file of another ending gets. */
	readonly extensions: readonly [string, ...string[]];
	/** Whether a browser may show it: nothing in it runs. */
	readonly viewable: boolean;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

/** The types that are taken, by what the file holds, whatever its name says. */
export const FILE_TYPES = {
	'application/pdf': { kind: 'pdf', extensions: ['pdf'], viewable: true },
	'image/jpeg': { kind: 'image', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'], viewable: true },
	'image/png': { kind: 'image', extensions: ['png'], viewable: true },
	'image/webp': { kind: 'image', extensions: ['webp'], viewable: true },
	[`${OFFICE}.wordprocessingml.document`]: { kind: 'document', extensions: ['docx'], viewable: false },
	[`${OFFICE}.spreadsheetml.sheet`]: { kind: 'spreadsheet', extensions: ['xlsx'], viewable: false },
	[`${OFFICE}.presentationml.presentation`]: { kind: 'presentation', extensions: ['pptx'], viewable: false },
	[`${OPEN}.text`]: { kind: 'document', extensions: ['odt'], viewable: false },
	[`${OPEN}.spreadsheet`]: { kind: 'spreadsheet', extensions: ['ods'], viewable: false },
	[`${OPEN}.presentation`]: { kind: 'presentation', extensions: ['odp'], viewable: false },
	'text/plain': { kind: 'text', extensions: ['txt'], viewable: false },
	'text/csv': { kind: 'table', extensions: ['csv'], viewable: false },
} as const satisfies Readonly<Record<string, FileType>>;

export type MediaType = keyof typeof FILE_TYPES;

/** A file as those who may open it see it. */
export interface EvidenceFile {
	readonly id: string;
	/** The figure it is behind; with `activityId` null too, the whole report. */
	readonly seriesId: string | null;
	readonly activityId: string | null;
	readonly name: string;
	readonly mediaType: MediaType;
	readonly bytes: number;
	/** A name, null once it was erased. */
	readonly uploadedBy: string | null;
	/** Instants, ISO 8601. */
	readonly uploadedAt: string;
	/** Struck out after it was part of a submission; null where it stands. */
	readonly removedAt: string | null;
	readonly removedBy: string | null;
	/** Whether the reader may take it back. */
	readonly removable: boolean;
}

/** The files of a report. */
export interface Evidence {
	readonly mayAdd: boolean;
	readonly files: readonly EvidenceFile[];
}

/** How many files stand behind a report (both null), a figure or an activity. */
export interface EvidenceCountOf {
	readonly seriesId: string | null;
	readonly activityId: string | null;
	readonly files: number;
}

/** Why a file was not taken: keys of messages under `evidence.problem`. */
export const EVIDENCE_PROBLEMS = [
	'empty',
	'too-large',
	'type',
	'heic',
	'macros',
	'damaged',
	'too-many',
	'not-open',
	'closed',
	'submitted',
	'approved',
	'not-yours',
] as const;
export type EvidenceProblem = (typeof EVIDENCE_PROBLEMS)[number];

/** What became of a file that was sent. `known`: the same file was there already. */
export type AddOutcome =
	| { readonly state: 'added' | 'known'; readonly file: EvidenceFile }
	| { readonly state: 'refused'; readonly name: string; readonly problem: EvidenceProblem };

/** What became of a file that was taken back. `struck-out`: it was handed in and stays, crossed out. */
export type RemoveOutcome =
	| { readonly state: 'removed' | 'struck-out' }
	| { readonly state: 'refused'; readonly problem: EvidenceProblem };

/** Whether text is the name of a type that is taken. */
export function isMediaType(text: string): text is MediaType {
	return Object.hasOwn(FILE_TYPES, text);
}
