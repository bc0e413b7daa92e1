import { createHash } from 'node:crypto';

/**
 * The id of a row that has a natural key: the same key gives the same id on every machine and every run, so that
 * loading twice changes nothing. SQL makes the same id: `md5('organisation/iom')::uuid`.
 */
export function naturalId(kind: string, ...key: readonly string[]): string {
	const hash = createHash('md5')
		.update([kind, ...key].join('/'))
		.digest('hex');
	return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}

/** SHA-256 of a text or file, in hexadecimal. */
export function sha256(content: string): string {
	return createHash('sha256').update(content).digest('hex');
}
