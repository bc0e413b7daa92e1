/**
 * A JPEG without anything but the picture: place, device, date, thumbnails, comments and whatever follows its end are
 * left out. Kept are what draws it (tables, colour profile) and which way up it is.
 * @returns undefined where the file is no whole JPEG
 */
export function cleanJpeg(file: Buffer): Buffer | undefined {
	if (file.length < 4 || file.readUInt16BE(0) !== SOI) return undefined;
	const kept: Buffer[] = [file.subarray(0, 2)];
	let turned = 1;
	let at = 2;
	while (at + 4 <= file.length) {
		if (file[at] !== 0xff) return undefined;
		const marker = file[at + 1] ?? 0;
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		if (marker === EOI) return finished(kept, turned);
		const end = at + 2 + file.readUInt16BE(at + 2);
		if (end < at + 4 || end > file.length) return undefined;
		const segment = file.subarray(at, end);
		if (marker === EXIF) turned = orientationOf(segment) ?? turned;
		if (belongsToPicture(marker, segment)) kept.push(segment);
		at = end;
		if (marker === SOS) {
			const next = endOfScan(file, at);
			kept.push(file.subarray(at, next));
			at = next;
		}
	}
	// nothing follows its end in most files
	return file.readUInt16BE(file.length - 2) === 0xff00 + EOI ? finished(kept, turned) : undefined;
}

const SOI = 0xffd8;
const EOI = 0xd9;
const SOS = 0xda;
const EXIF = 0xe1;

function finished(kept: readonly Buffer[], turned: number): Buffer {
	const [start, ...rest] = kept;
	const turn = turned === 1 ? [] : [exifOfOrientation(turned)];
	// JFIF, where there is any, comes first.
	const jfif = rest[0]?.[1] === 0xe0 ? rest.splice(0, 1) : [];
	return Buffer.concat([start ?? Buffer.alloc(0), ...jfif, ...turn, ...rest, Buffer.from([0xff, EOI])]);
}

function belongsToPicture(marker: number, segment: Buffer): boolean {
	const says = (name: string) => segment.subarray(4, 4 + name.length).toString('latin1') === name;
	// application data is what programs and cameras write beside the picture
	if (marker === 0xe0) return says('JFIF\0') && segment.length === 18;
	if (marker === 0xe2) return says('ICC_PROFILE\0');
	if (marker === 0xee) return says('Adobe') && segment.length <= 16;
	if (marker >= 0xe1 && marker <= 0xef) return false;
	// FE is a comment; F0 to FD are for extensions that no camera uses
	return marker >= 0xc0 && marker < 0xf0;
}

/** Where a scan's data end: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(file: Buffer, start: number): number {
	for (let at = start; at + 1 < file.length; at += 1) {
		if (file[at] !== 0xff) continue;
		const next = file[at + 1] ?? 0;
		if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
	}
	return file.length;
}

/** Which way up a camera's data say the picture is: 1 to 8. */
function orientationOf(segment: Buffer): number | undefined {
	const tiff = segment.subarray(10);
	if (segment.subarray(4, 10).toString('latin1') !== 'Exif\0\0' || tiff.length < 14) return undefined;
	const little = tiff.toString('latin1', 0, 2) === 'II';
	const word = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
	if (directory + 2 > tiff.length) return undefined;
	for (let entry = 0; entry < word(directory); entry += 1) {
		const at = directory + 2 + entry * 12;
		if (at + 12 > tiff.length) return undefined;
		if (word(at) === 0x0112) return word(at + 8) >= 1 && word(at + 8) <= 8 ? word(at + 8) : undefined;
	}
	return undefined;
}

/** An EXIF segment that says which way up the picture is, and nothing else. */
function exifOfOrientation(orientation: number): Buffer {
	const segment = Buffer.alloc(36);
	segment.writeUInt16BE(0xff00 + EXIF, 0);
	segment.writeUInt16BE(34, 2);
	segment.write('Exif\0\0MM\0*', 4, 'latin1');
	segment.writeUInt32BE(8, 14);
	segment.writeUInt16BE(1, 18);
	segment.writeUInt16BE(0x0112, 20);
	segment.writeUInt16BE(3, 22);
	segment.writeUInt32BE(1, 24);
	segment.writeUInt16BE(orientation, 28);
	return segment;
}
