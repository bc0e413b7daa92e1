/** What draws a WebP: the picture, its transparency, its frames, its colour profile. */
const PICTURE = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of VP8X that announce camera data and XMP. */
const ANNOUNCED = 0x08 | 0x04;

/**
 * A WebP without anything but the picture: camera data, XMP and whatever follows its end are left out.
 * @returns undefined where the file is no whole WebP
 */
export function cleanWebp(file: Buffer): Buffer | undefined {
	if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP') return undefined;
	const end = file.readUInt32LE(4) + 8;
	if (end > file.length) return undefined;
	const kept: Buffer[] = [];
	let at = 12;
	while (at + 8 <= end) {
		const size = file.readUInt32LE(at + 4);
		// chunks begin at even places
		const next = at + 8 + size + (size % 2);
		if (at + 8 + size > end) return undefined;
		const name = file.toString('latin1', at, at + 4);
		if (PICTURE.has(name))
			kept.push(name === 'VP8X' ? silent(file.subarray(at, next)) : file.subarray(at, next));
		at = next;
	}
	const body = Buffer.concat(kept);
	const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
	head.writeUInt32LE(body.length + 4, 4);
	return kept.length === 0 ? undefined : Buffer.concat([head, body]);
}

function silent(chunk: Buffer): Buffer {
	const copy = Buffer.from(chunk);
	if (copy.length > 8) copy.writeUInt8(copy.readUInt8(8) & ~ANNOUNCED, 8);
	return copy;
}
