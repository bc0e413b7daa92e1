import type { Backend } from './backend/backend.ts';
import { loadDemonstration } from './demo/load.ts';

export { demonstrationAccounts, demonstrationPassword } from './demo/content/accounts.ts';
export type { DemonstrationAccount } from './demo/content/accounts.ts';
export { loadDemonstration } from './demo/load.ts';

/** Whether this database holds the demonstration. */
export async function isDemonstrationLoaded(backend: Backend): Promise<boolean> {
	return hasProgramme(backend, [true]);
}

/** Loads the demonstration into a database that holds no programme yet; does nothing in any other. */
export async function loadDemonstrationIfEmpty(backend: Backend): Promise<void> {
	if (!(await hasProgramme(backend, [true, false]))) await loadDemonstration(backend);
}

async function hasProgramme(backend: Backend, demonstration: readonly boolean[]): Promise<boolean> {
	const { data, error } = await backend
		.serviceClient()
		.from('programme')
		.select('id')
		.in('demonstration', demonstration)
		.limit(1);
	if (error) throw error;
	return data.length > 0;
}
