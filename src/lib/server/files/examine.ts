import { fileTypeFromBuffer } from 'file-type';
import {
	type EvidenceProblem,
	FILE_TYPES,
	isMediaType,
	LARGEST_FILE,
	type MediaType,
} from '#domain/evidence.ts';
import { cleanFileName, extensionOf } from '#domain/fileName.ts';
import { cleanJpeg } from './cleanJpeg.ts';
import { cleanPng } from './cleanPng.ts';
import { cleanWebp } from './cleanWebp.ts';
import { hasMacros } from './officeMacros.ts';
import { isPlainText } from './plainText.ts';

/** A file that may be kept: what it is by its content, under a clean name, photos without place and device. */
export type Examined =
	| { readonly ok: true; readonly type: MediaType; readonly name: string; readonly content: Buffer }
	| { readonly ok: false; readonly problem: EvidenceProblem };

/** Says what a file is by its content, and makes of it what may be kept. */
export async function examineFile(name: string, content: Buffer): Promise<Examined> {
	if (content.length === 0) return refused('empty');
	if (content.length > LARGEST_FILE) return refused('too-large');
	const type = await typeOf(content, name);
	if (type === 'heic' || type === 'macros') return refused(type);
	if (type === undefined) return refused('type');
	const clean = cleaned(type, content);
	if (clean === 'macros' || clean === 'damaged' || clean === 'type') return refused(clean);
	return { ok: true, type, name: cleanFileName(name, type), content: clean };
}

/** What a file is by its content; a name decides only between kinds of plain text. */
export async function typeOf(
	content: Buffer,
	name: string,
): Promise<MediaType | 'heic' | 'macros' | undefined> {
	const found = (await fileTypeFromBuffer(content))?.mime;
	if (found !== undefined) {
		if (isMediaType(found)) return found;
		if (/^image\/(heic|heif|avif)/.test(found)) return 'heic';
		if (found.includes('macroenabled')) return 'macros';
	}
	// Two letters can look like a picture's beginning ("BM"), so that text is looked at whatever was found.
	const extension = extensionOf(name);
	const text = (['text/plain', 'text/csv'] as const).find((type) =>
		FILE_TYPES[type].extensions.some((known) => known === extension),
	);
	return text !== undefined && isPlainText(content) ? text : undefined;
}

function cleaned(type: MediaType, content: Buffer): Buffer | 'macros' | 'damaged' | 'type' {
	switch (type) {
		case 'image/jpeg':
			return cleanJpeg(content) ?? 'damaged';
		case 'image/png':
			return cleanPng(content) ?? 'damaged';
		case 'image/webp':
			return cleanWebp(content) ?? 'damaged';
		case 'application/pdf':
			return endsAsArchive(content) ? 'type' : content;
		case 'text/plain':
		case 'text/csv':
			return content;
		default: {
			const macros = hasMacros(content);
			if (macros === undefined) return 'damaged';
			return macros ? 'macros' : content;
		}
	}
}

/** Whether a file is also an archive: these are read from their end, so that one file can be two things. */
function endsAsArchive(content: Buffer): boolean {
	const from = Math.max(0, content.length - 22 - 0xffff);
	for (let at = content.indexOf(ARCHIVE_END, from); at >= 0; at = content.indexOf(ARCHIVE_END, at + 1)) {
		if (at + 22 <= content.length && at + 22 + content.readUInt16LE(at + 20) === content.length) return true;
	}
	return false;
}

const ARCHIVE_END = Buffer.from('PK\x05\x06', 'latin1');

function refused(problem: EvidenceProblem): Examined {
	return { ok: false, problem };
}
