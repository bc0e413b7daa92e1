import { createHash } from 'node:crypto';

/** The same uuid for the same label on every run, so that a row can be named instead of looked up. */
export function idOf(label: string): string {
	const hex = createHash('sha256').update(label).digest('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join('-');
}
