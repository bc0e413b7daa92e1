import { rm } from 'node:fs/promises';

/** Removes the data folder of the browser tests' server. */
export default async function removeTestData(): Promise<void> {
	const folder = process.env['WAYMARK_TEST_DATA'];
	if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}
