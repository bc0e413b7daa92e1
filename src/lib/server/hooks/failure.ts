import { randomUUID } from 'node:crypto';
import type { HandleServerError } from '@sveltejs/kit';

/** Logs what nobody expected under an id, and shows the visitor that id instead of the reason. */
export const reportFailure: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message };
	const id = randomUUID().slice(0, 8);
	console.error(`[${id}] ${event.request.method} ${event.url.pathname}`, error);
	return { message, id };
};
