import type { Settings } from '../settings.ts';
import type { Backend } from './backend.ts';
import { openEmbedded } from './embedded.ts';
import { openPostgres } from './postgres.ts';
import { openSupabase } from './supabase.ts';

/**
 * Opens the backend that the settings name, migrated where that is ours to do.
 * @param serving whether this process answers at the settings' origin, so that commands can ask it
 * @throws StartError with one line that says what to mend
 */
export async function openBackend(settings: Settings, serving: boolean): Promise<Backend> {
	const { backend } = settings;
	switch (backend.kind) {
		case 'embedded':
			return openEmbedded(settings, serving);
		case 'postgres':
			return openPostgres(settings, backend.databaseUrl);
		case 'supabase':
			return openSupabase(backend);
	}
}
