import { describe, expect, test } from 'vitest';
import {
	cameraWords,
	jpegOfPhone,
	officeFile,
	openDocument,
	pdfFile,
	plainPng,
	pngOfPhone,
	webpOfPhone,
} from '../../../../tests/support/evidenceFiles.ts';
import { LARGEST_FILE } from '#domain/evidence.ts';
import { examineFile } from './examine.ts';

async function kept(name: string, content: Buffer) {
	const examined = await examineFile(name, content);
	if (!examined.ok) throw new Error(`${name} was refused: ${examined.problem}`);
	return examined;
}

describe('a file is what it holds', () => {
	const office = 'application/vnd.openxmlformats-officedocument';
	test.each([
		['list.pdf', pdfFile(), 'application/pdf'],
		['photo.jpg', jpegOfPhone(), 'image/jpeg'],
		['photo.png', pngOfPhone(), 'image/png'],
		['photo.webp', webpOfPhone(), 'image/webp'],
		['report.docx', officeFile('word'), `${office}.wordprocessingml.document`],
		['figures.xlsx', officeFile('excel'), `${office}.spreadsheetml.sheet`],
		['bmz.csv', Buffer.from('BMZ;people\nEG;12\n'), 'text/csv'],
		['report.odt', openDocument(), 'application/vnd.oasis.opendocument.text'],
		['notes.txt', Buffer.from('محضر الاجتماع\r\n12 people\ttrained\n'), 'text/plain'],
		['list.csv', Buffer.from('\ufeffcountry;people\r\nEG;12\r\n'), 'text/csv'],
	])('%s', async (name, content, type) => {
		expect(await kept(name, content)).toMatchObject({ name, type });
	});

	test('whatever its name says, which is then mended', async () => {
		expect(await kept('C:\\camera\\photo.exe', pngOfPhone())).toMatchObject({
			name: 'photo.png',
			type: 'image/png',
		});
		expect(await kept('figures.pdf', officeFile('excel'))).toMatchObject({ name: 'figures.xlsx' });
	});

	const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
	test.each([
		[
			'a program under a harmless name',
			'list.pdf',
			Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(200)]),
		],
		[
			'a page that calls itself a picture',
			'photo.png',
			Buffer.from('<!doctype html><script>alert(1)</script>'),
		],
		['a page that calls itself text', 'notes.txt', Buffer.from('  <html><script>alert(1)</script></html>')],
		['a drawing that can hold programs', 'chart.svg', Buffer.from(svg)],
		['the same, as text', 'chart.txt', Buffer.from(svg)],
		['text of an unknown kind', 'run.sh', Buffer.from('rm -rf ~\n')],
		['text with control characters', 'notes.txt', Buffer.from('a\u0007b')],
		['text that is no UTF-8', 'notes.txt', Buffer.from('caf\xe9', 'latin1')],
		['an archive', 'files.zip', Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')],
		['an archive behind a PDF', 'list.pdf', Buffer.concat([pdfFile(), officeFile('word')])],
	])('%s is refused', async (_what, name, content) => {
		expect(await examineFile(name, content)).toEqual({ ok: false, problem: 'type' });
	});

	test('nothing, and too much, are refused', async () => {
		expect(await examineFile('a.pdf', Buffer.alloc(0))).toEqual({ ok: false, problem: 'empty' });
		expect(await examineFile('a.pdf', Buffer.alloc(LARGEST_FILE + 1))).toEqual({
			ok: false,
			problem: 'too-large',
		});
	});

	test('a picture that browsers cannot draw is named', async () => {
		const heic = Buffer.concat([
			Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
			Buffer.alloc(100),
		]);
		expect(await examineFile('IMG_1.HEIC', heic)).toEqual({ ok: false, problem: 'heic' });
	});
});

describe('programs in Office files', () => {
	test.each([
		['a document that says so', 'plan.docm', officeFile('word with macros', { 'word/vbaProject.bin': 'x' })],
		['a document that does not', 'plan.docx', officeFile('word', { 'word/vbaProject.bin': 'x' })],
		['whatever the case', 'plan.docx', officeFile('word', { 'word/VBAPROJECT.BIN': 'x' })],
		['controls', 'plan.docx', officeFile('word', { 'word/activeX/activeX1.bin': 'x' })],
		['a sheet of macros', 'plan.xlsx', officeFile('excel', { 'xl/macrosheets/sheet1.xml': 'x' })],
		['Basic in OpenDocument', 'plan.odt', openDocument({ 'Basic/Standard/Module1.xml': 'x' })],
		['scripts in OpenDocument', 'plan.odt', openDocument({ 'Scripts/python/run.py': 'x' })],
	])('%s are refused', async (_what, name, content) => {
		expect(await examineFile(name, content)).toEqual({ ok: false, problem: 'macros' });
	});

	test('an archive that cannot be read is damaged', async () => {
		const whole = officeFile('word');
		expect(await examineFile('plan.docx', whole.subarray(0, whole.length - 30))).toEqual({
			ok: false,
			problem: 'damaged',
		});
	});
});

describe('photos', () => {
	test.each([
		['photo.jpg', jpegOfPhone()],
		['photo.png', pngOfPhone()],
		['photo.webp', webpOfPhone()],
	])('%s loses place, device and what else is no picture', async (name, content) => {
		expect(cameraWords.some((word) => content.includes(word))).toBe(true);
		const { content: clean } = await kept(name, content);
		for (const word of [...cameraWords, '<script>', 'PK\x03\x04', 'xmpmeta'])
			expect(clean.includes(word), word).toBe(false);
		// cleaned again it stays as it is, so that the same photo is known again
		expect((await kept(name, clean)).content).toEqual(clean);
	});

	test('a JPEG is still the right way up', async () => {
		const { content } = await kept('photo.jpg', jpegOfPhone());
		const at = content.indexOf('Exif\0\0', 0, 'latin1');
		expect(at).toBeGreaterThan(0);
		// one entry: which way up, turned right
		expect(content.subarray(at + 6, at + 26).toString('hex')).toBe(
			'4d4d002a00000008000101120003000000010006',
		);
		expect(content.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
	});

	test('a PNG without camera data stays as it is', async () => {
		expect((await kept('a.png', plainPng())).content).toEqual(plainPng());
	});

	test.each([
		['photo.jpg', jpegOfPhone().subarray(0, 400)],
		['photo.png', pngOfPhone().subarray(0, 60)],
		['photo.webp', webpOfPhone().subarray(0, 200)],
	])('%s that is cut off is damaged', async (name, content) => {
		expect(await examineFile(name, content)).toEqual({ ok: false, problem: 'damaged' });
	});
});
