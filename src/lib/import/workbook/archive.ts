/**
 * The files inside a zip, listed from its central directory before anything is unpacked, and unpacked to exactly the
 * size that the directory promised. Nothing here trusts what the file says of itself further than it was checked.
 */
import { constants, inflateRawSync } from 'node:zlib';
import { LIMITS } from './limits.ts';
import { RefusedFile } from './refuse.ts';

export interface ArchiveEntry {
	readonly name: string;
	readonly method: number;
	readonly packed: number;
	readonly unpacked: number;
	readonly offset: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** Stands where a zip of more than 4 GB says its size elsewhere; no workbook needs that. */
const ELSEWHERE = 0xffffffff;

/** @throws RefusedFile for a directory that can't be read, lies, names paths outside, or would unpack to too much */
export function listArchive(bytes: Uint8Array): readonly ArchiveEntry[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	const count = view.getUint16(end + 10, true);
	if (count > LIMITS.entries) throw new RefusedFile('too-many-files');
	const entries: ArchiveEntry[] = [];
	let at = view.getUint32(end + 16, true);
	for (let index = 0; index < count; index += 1) {
		const { entry, next } = readEntry(view, bytes, at, end);
		entries.push(entry);
		at = next;
	}
	refuseBombs(entries, bytes.byteLength);
	return entries;
}

/** One file of the archive. @throws RefusedFile where it is damaged or larger than its directory says */
export function unpack(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (entry.offset + 30 > bytes.byteLength || view.getUint32(entry.offset, true) !== LOCAL)
		throw new RefusedFile('damaged');
	const names = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
	const start = entry.offset + 30 + names;
	if (start + entry.packed > bytes.byteLength) throw new RefusedFile('damaged');
	const packed = bytes.subarray(start, start + entry.packed);
	const unpacked = entry.method === STORED ? packed : inflated(packed, entry.unpacked);
	if (unpacked.byteLength !== entry.unpacked) throw new RefusedFile('damaged');
	return unpacked;
}

function inflated(packed: Uint8Array, size: number): Uint8Array {
	try {
		return inflateRawSync(packed, {
			maxOutputLength: Math.max(size, 1),
			finishFlush: constants.Z_SYNC_FLUSH,
		});
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		throw new RefusedFile(code === 'ERR_BUFFER_TOO_LARGE' ? 'zip-bomb' : 'damaged');
	}
}

function findEnd(view: DataView): number {
	// A comment of up to 65,535 bytes may follow it.
	const first = Math.max(0, view.byteLength - 22 - 0xffff);
	for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
	throw new RefusedFile('damaged');
}

function readEntry(
	view: DataView,
	bytes: Uint8Array,
	at: number,
	end: number,
): { entry: ArchiveEntry; next: number } {
	if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY) throw new RefusedFile('damaged');
	const flags = view.getUint16(at + 8, true);
	const method = view.getUint16(at + 10, true);
	const packed = view.getUint32(at + 20, true);
	const unpacked = view.getUint32(at + 24, true);
	const nameLength = view.getUint16(at + 28, true);
	const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	const offset = view.getUint32(at + 42, true);
	if (flags & 1) throw new RefusedFile('encrypted');
	if (method !== STORED && method !== DEFLATED) throw new RefusedFile('damaged');
	if ([packed, unpacked, offset].includes(ELSEWHERE)) throw new RefusedFile('zip-bomb');
	const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
	if (leadsOutside(name)) throw new RefusedFile('unsafe-names');
	return { entry: { name, method, packed, unpacked, offset }, next };
}

function leadsOutside(name: string): boolean {
	return /^[/\\]|^[a-z]:|\0/iu.test(name) || name.split(/[/\\]/u).includes('..');
}

function refuseBombs(entries: readonly ArchiveEntry[], size: number): void {
	const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
	if (unpacked > LIMITS.unpacked) throw new RefusedFile('zip-bomb');
	if (unpacked > LIMITS.ratioFrom && unpacked > size * LIMITS.ratio) throw new RefusedFile('zip-bomb');
	// Files that share their bytes make a small archive unpack to much more than it holds.
	const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
	if (packed > size) throw new RefusedFile('zip-bomb');
}
