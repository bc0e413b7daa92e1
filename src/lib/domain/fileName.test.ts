import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName } from './fileName.ts';

test.each([
	['list.pdf', 'list.pdf'],
	['../../etc/passwd.pdf', 'passwd.pdf'],
	['C:\\files\\Liste des présents.PDF', 'Liste des présents.pdf'],
	['كشف الحضور.pdf', 'كشف الحضور.pdf'],
	['annexe\u202efdp.exe', 'annexefdp.pdf'],
	['a<b>:"c"|?*.pdf', 'a-b---c----.pdf'],
	['line\r\nbreak.pdf', 'linebreak.pdf'],
	['.htaccess', 'file.pdf'],
	['...', 'file.pdf'],
	['', 'file.pdf'],
	['no ending', 'no ending.pdf'],
])('%j is kept as %j', (given, clean) => {
	expect(cleanFileName(given, 'application/pdf')).toBe(clean);
});

test('whatever the name: short, one line, no folder, and clean already when cleaned again', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
			const clean = cleanFileName(name, 'image/jpeg');
			expect([...clean].length).toBeLessThanOrEqual(120);
			expect(clean).toMatch(/^[^\p{Cc}\p{Cf}/\\]+\.(jpg|jpeg|jpe|jfif)$/u);
			expect(cleanFileName(clean, 'image/jpeg')).toBe(clean);
		}),
	);
});
