import { building } from '$app/environment';
import type { ServerInit } from '@sveltejs/kit';
import { startBackend } from '../backend/current.ts';
import { openBackend } from '../backend/open.ts';
import { loadDemonstrationIfEmpty } from '../demo.ts';
import { readSettings } from '../settings.ts';

/** Opens the backend before the first request, with the demonstration where the settings ask for it. */
export const startServer: ServerInit = async () => {
	if (building) return;
	const settings = readSettings(process.env);
	await startBackend(async () => {
		const backend = await openBackend(settings, true);
		if (settings.demonstration) await loadDemonstrationIfEmpty(backend);
		return backend;
	});
};
