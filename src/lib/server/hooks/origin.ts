import { error } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit';

/**
 * Refuses what another site's page sends with our visitor's cookies: forms, and what scripts send.
 * By host, not by whole origin: behind a proxy that speaks TLS the application itself sees http.
 */
export const refuseForeignWrites: Handle = ({ event, resolve }) => {
	if (isWrite(event.request) && !isOwn(event.request.headers.get('origin'), event.url.host)) {
		error(403, 'This was sent from another site.');
	}
	return resolve(event);
};

function isWrite({ method }: Request): boolean {
	return !['GET', 'HEAD', 'OPTIONS'].includes(method);
}

function isOwn(origin: string | null, host: string): boolean {
	return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
