import { FILE_TYPES, type MediaType } from '#domain/evidence.ts';

/** Characters of a name, the ending included. */
const LONGEST = 120;
/** Control characters, and those that turn the reading direction or take no room: a name must not read as another. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu;
/** What a file system refuses or reads as a folder. */
const RESERVED = /[<>:"|?*/\\]/g;

/**
 * A name that can be shown and saved anywhere: no folders, nothing unseen, and the ending of what the file is.
 * `C:\photos\IMG.exe` of a JPEG becomes `IMG.jpg`; a name of which nothing is left becomes `file.jpg`.
 */
export function cleanFileName(name: string, type: MediaType): string {
	const own = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
	const clean = own.replace(UNSEEN, '').replace(RESERVED, '-').replace(/\s+/g, ' ');
	const dot = clean.lastIndexOf('.');
	const extension = dot < 0 ? '' : clean.slice(dot + 1).toLowerCase();
	const known: readonly string[] = FILE_TYPES[type].extensions;
	const ending = known.includes(extension) ? extension : FILE_TYPES[type].extensions[0];
	const stem = (dot < 0 ? clean : clean.slice(0, dot)).replace(/^[\s.]+|[\s.]+$/g, '');
	// by whole characters, so that none is cut in two
	const short = [...stem].slice(0, LONGEST - ending.length - 1).join('');
	return `${short === '' ? 'file' : short}.${ending}`;
}

/** What follows a name's last dot, in small letters; empty where there is none. */
export function extensionOf(name: string): string {
	const dot = name.lastIndexOf('.');
	return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}
