import { error } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit';

const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

/**
 * Refuses a form that another site's page sends with our visitor's cookies.
 * By host, not by whole origin: behind a proxy that speaks TLS the application itself sees http.
 */
export const refuseForeignForms: Handle = ({ event, resolve }) => {
	if (isForm(event.request) && !isOwn(event.request.headers.get('origin'), event.url.host)) {
		error(403, 'This form was sent from another site.');
	}
	return resolve(event);
};

function isForm(request: Request): boolean {
	if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return false;
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	// Without a type it is what an empty form sends.
	return type === undefined || FORMS.includes(type);
}

function isOwn(origin: string | null, host: string): boolean {
	return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
