/**
 * Text that goes into a cell of a spreadsheet or a CSV file. A program that opens the file computes what begins with
 * one of these; the apostrophe before it says that it is text, and is what people type themselves to say so.
 */
const COMPUTED = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

/** The text as it can stand in anyone's file without becoming a formula. `fromCellText` gives it back unchanged. */
export function toCellText(text: string): string {
	return COMPUTED.test(text) ? `'${text}` : text;
}

/** The text that a cell holds, without the apostrophe that kept it from being computed. */
export function fromCellText(cell: string): string {
	return cell.startsWith("'") && COMPUTED.test(cell) ? cell.slice(1) : cell;
}
