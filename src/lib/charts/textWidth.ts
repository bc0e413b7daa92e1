/**
 * How wide a text will be in Noto Sans, in px, without a page to measure on: the font's own widths for ASCII, averages
 * for the rest. A few percent off at most, and rather too wide, so that nothing is cut.
 */
export function textWidth(text: string, size: number): number {
	let hundredths = 0;
	for (const letter of text) hundredths += widthOf(letter.codePointAt(0) ?? 0);
	return (hundredths / 100) * size;
}

/** The text, or its beginning and "…" where it is wider than `room` px. */
export function fitText(text: string, room: number, size: number): string {
	if (textWidth(text, size) <= room) return text;
	const letters = [...text];
	while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > room) letters.pop();
	return `${letters.join('').trimEnd()}…`;
}

/** The text in lines no wider than `room` px, broken at spaces; the last line is shortened if `lines` are not enough. */
export function wrapText(text: string, room: number, size: number, lines = 2): string {
	const wrapped: string[] = [];
	for (const word of text.split(' ')) {
		const last = wrapped.at(-1);
		if (last !== undefined && textWidth(`${last} ${word}`, size) <= room)
			wrapped[wrapped.length - 1] = `${last} ${word}`;
		else wrapped.push(word);
	}
	const kept = wrapped.slice(0, lines);
	if (wrapped.length > lines) kept[lines - 1] = wrapped.slice(lines - 1).join(' ');
	return kept.map((line) => fitText(line, room, size)).join('\n');
}

// Advance widths of U+0020 to U+007E at weight 400, hundredths of an em.
const ASCII = [
	26, 27, 41, 65, 57, 83, 73, 22, 30, 30, 55, 57, 27, 32, 27, 37, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 27,
	27, 57, 57, 57, 43, 90, 64, 65, 63, 73, 56, 52, 73, 74, 34, 27, 62, 52, 91, 76, 78, 60, 78, 62, 55, 56, 73,
	60, 93, 59, 57, 57, 33, 37, 33, 57, 44, 28, 56, 62, 48, 62, 56, 34, 62, 62, 26, 26, 53, 26, 94, 62, 60, 62,
	62, 41, 48, 36, 62, 51, 79, 53, 51, 47, 38, 55, 38, 57,
];
const ARABIC = 50;
const OTHER = 62;

function widthOf(code: number): number {
	const ascii = ASCII[code - 0x20];
	if (ascii !== undefined) return ascii;
	// Marks of direction and joined vowels take no room.
	if ((code >= 0x200b && code <= 0x200f) || (code >= 0x2066 && code <= 0x2069)) return 0;
	if (code >= 0x64b && code <= 0x652) return 0;
	return code >= 0x600 && code <= 0x6ff ? ARABIC : OTHER;
}
