import { randomUUID } from 'node:crypto';
import { link, rm, writeFile } from 'node:fs/promises';

/**
 * Creates a file (mode 600) that nobody ever sees half written.
 * @returns false when it exists already; it is then left alone
 */
export async function createFile(path: string, text: string): Promise<boolean> {
	const draft = `${path}.${randomUUID()}`;
	await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
	try {
		await link(draft, path);
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	} finally {
		await rm(draft);
	}
}
