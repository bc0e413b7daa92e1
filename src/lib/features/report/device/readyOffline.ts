import { dev } from '$app/environment';
import { deliverAll } from './deliverAll.ts';
import { markOf, setMark } from './unsentMark.ts';

/**
 * Readies this device for working without a connection: the service worker with the application's files, and copies of
 * the pages of every report that is due; and sends what an earlier visit left unsent.
 * @param due the reports to keep, by id
 * @param open the report that is being filled in, whose page sends what is typed there
 */
export async function readyOffline(
	person: string,
	due: readonly string[],
	open: string | undefined,
): Promise<void> {
	if (markOf(person) === 'unsent') await deliverAll(person, { but: open });
	else setMark(person, 'kept');
	if (dev || !('serviceWorker' in navigator)) return;
	await navigator.serviceWorker.register('/service-worker.js');
	const { active } = await navigator.serviceWorker.ready;
	const pages = ['/reports', ...due.flatMap((id) => [`/reports/${id}`, `/reports/${id}/check`])];
	active?.postMessage({ person, pages });
	// Asks the browser not to clear away what a person typed when the disk runs full.
	if (due.length > 0) await navigator.storage?.persist?.();
}
