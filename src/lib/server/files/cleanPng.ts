/** What draws a PNG: the picture, its colours, its frames. */
const PICTURE = new Set(
	'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(
		' ',
	),
);
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/**
 * A PNG without anything but the picture: camera data, texts, times and whatever follows its end are left out.
 * @returns undefined where the file is no whole PNG
 */
export function cleanPng(file: Buffer): Buffer | undefined {
	if (!file.subarray(0, 8).equals(SIGNATURE)) return undefined;
	const kept: Buffer[] = [SIGNATURE];
	for (let at = 8; at + 12 <= file.length;) {
		const end = at + 12 + file.readUInt32BE(at);
		if (end > file.length) return undefined;
		const chunk = file.toString('latin1', at + 4, at + 8);
		if (PICTURE.has(chunk)) kept.push(file.subarray(at, end));
		if (chunk === 'IEND') return Buffer.concat(kept);
		at = end;
	}
	return undefined;
}
