/** Whether a file is text to read: valid UTF-8, no control characters but line ends and tabs, no page or drawing. */
export function isPlainText(content: Uint8Array): boolean {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(content);
	} catch (error) {
		if (error instanceof TypeError) return false;
		throw error;
	}
	if (/[^\P{Cc}\t\n\r]/u.test(text)) return false;
	return !/^\s*<(!doctype|!--|\?|html|head|body|script|svg|iframe|meta)/i.test(text.slice(0, 2000));
}
