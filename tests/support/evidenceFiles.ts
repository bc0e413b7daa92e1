// Files as people send them: photos with place and device, Office files with and without programs, and what is no evidence.
import { crc32 } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

/** Words that a cleaned photo must not hold any more. */
export const cameraWords = ['Nokia', 'GPSLatitude', 'N 31 12 0', 'Taken at the shelter', 'photoshop'];

// 16 x 8 pixels, half blue and half white, as a browser's canvas writes them.
const jpeg =
	'/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABQBAQAAAAAAAAAAAAAAAAAAAAP/xAAWEQEBAQAAAAAAAAAAAAAAAAAAA0H/2gAMAwEAAhEDEQA/AJzbgWmDm//Z';
const png =
	'iVBORw0KGgoAAAANSUhEUgAAABAAAAAICAYAAADwdn+XAAAAKklEQVR4AeyQMQ0AAAjDlulAFK6QPRzAwcGzJn17lJGlSS0QRxwA/h80AAAA///fWEoaAAAABklEQVQDAF7PL4GP4ElZAAAAAElFTkSuQmCC';
const webp =
	'UklGRhICAABXRUJQVlA4WAoAAAAgAAAADwAABwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggJAAAAHABAJ0BKhAACAAEAGgloAJ0AUAAAP7iuf/3JoXGHnT6m1oAAA==';

const plainJpeg = () => Buffer.from(jpeg, 'base64');
export const plainPng = () => Buffer.from(png, 'base64');
const plainWebp = () => Buffer.from(webp, 'base64');

/** A JPEG from a phone held upright: EXIF with place and device, XMP, IPTC, a comment, and a second file behind its end. */
export function jpegOfPhone(): Buffer {
	const segments = [
		segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif()])),
		segment(
			0xe1,
			Buffer.from(
				`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPSLatitude ${cameraWords[2]}</x:xmpmeta>`,
				'latin1',
			),
		),
		segment(0xed, Buffer.from('photoshop 3.0', 'latin1')),
		segment(0xfe, Buffer.from('Taken at the shelter', 'latin1')),
	];
	const file = plainJpeg();
	return Buffer.concat([file.subarray(0, 2), ...segments, file.subarray(2), officeFile('word')]);
}

/** A PNG with camera data and texts. */
export function pngOfPhone(): Buffer {
	const file = plainPng();
	const head = file.subarray(0, 33);
	return Buffer.concat([
		head,
		chunk('eXIf', exif()),
		chunk('tEXt', Buffer.from('Comment\0Taken at the shelter', 'latin1')),
		file.subarray(33),
		Buffer.from('<script>alert(1)</script>'),
	]);
}

/** A WebP with camera data. */
export function webpOfPhone(): Buffer {
	const file = plainWebp();
	const data = exif();
	const head = Buffer.alloc(8);
	head.write('EXIF', 'latin1');
	head.writeUInt32LE(data.length, 4);
	const whole = Buffer.concat([file, head, data, Buffer.alloc(data.length % 2)]);
	whole.writeUInt32LE(whole.length - 8, 4);
	// VP8X announces it
	whole.writeUInt8(whole.readUInt8(20) | 0x08, 20);
	return whole;
}

/** A small PDF. */
export function pdfFile(text = 'Attendance list'): Buffer {
	return Buffer.from(
		`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
			`3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 80]>>endobj\n% ${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
		'latin1',
	);
}

const contentTypes = {
	word: ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
	excel: ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
	'word with macros': ['word/document.xml', 'application/vnd.ms-word.document.macroEnabled'],
} as const;

/** An Office file with these further parts. */
export function officeFile(
	kind: keyof typeof contentTypes,
	parts: Readonly<Record<string, string>> = {},
): Buffer {
	const [part, type] = contentTypes[kind];
	const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}.main+xml"/></Types>`;
	const files = { '[Content_Types].xml': types, [part]: '<document/>', ...parts };
	return Buffer.from(zipSync(bytesOf(files)));
}

/** An OpenDocument text with these further parts. */
export function openDocument(parts: Readonly<Record<string, string>> = {}): Buffer {
	const mimetype = strToU8('application/vnd.oasis.opendocument.text');
	return Buffer.from(
		zipSync({ mimetype: [mimetype, { level: 0 }], ...bytesOf({ 'content.xml': '<text/>', ...parts }) }),
	);
}

function bytesOf(files: Readonly<Record<string, string>>): Record<string, Uint8Array> {
	return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
}

function segment(marker: number, data: Buffer): Buffer {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(data.length + 2, 2);
	return Buffer.concat([head, data]);
}

function chunk(name: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Camera data, little-endian: the maker, the way up (6: turned right), and a directory of the place. */
function exif(): Buffer {
	const place = Buffer.from('GPSLatitude N 31 12 0\0', 'latin1');
	const maker = Buffer.from('Nokia\0', 'latin1');
	const directory = Buffer.alloc(8 + 2 + 3 * 12 + 4);
	directory.write('II*\0', 'latin1');
	directory.writeUInt32LE(8, 4);
	directory.writeUInt16LE(3, 8);
	const entry = (index: number, tag: number, type: number, count: number, value: number) => {
		const at = 10 + index * 12;
		directory.writeUInt16LE(tag, at);
		directory.writeUInt16LE(type, at + 2);
		directory.writeUInt32LE(count, at + 4);
		directory.writeUInt32LE(value, at + 8);
	};
	entry(0, 0x010f, 2, maker.length, directory.length);
	entry(1, 0x0112, 3, 1, 6);
	entry(2, 0x8825, 4, 1, directory.length + maker.length);
	return Buffer.concat([directory, maker, place]);
}
