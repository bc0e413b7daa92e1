import type { Handle } from '@sveltejs/kit';
import { currentBackend } from '../backend/current.ts';
import { createAttempts } from '../attempts.ts';

const PREFIXES = ['/rest/v1/', '/auth/v1/', '/storage/v1/'];

/** Bytes of one request to the API; larger files belong to imports. Whole in memory, so that it is kept small. */
const LARGEST = 10_000_000;

/** Sign-ins, codes and sign-ups that fail, per address. */
const attempts = createAttempts({ limit: 30, seconds: 300 });

/** Whether an address belongs to the Supabase API rather than to a page. */
export function isApi(path: string): boolean {
	return PREFIXES.some((prefix) => path.startsWith(prefix));
}

/** Answers the Supabase API on the application's own address, keyed, where the backend runs in this process. */
export const answerApi: Handle = async ({ event, resolve }) => {
	if (!isApi(event.url.pathname)) return resolve(event);
	const { answer } = await currentBackend();
	if (!answer) return problem(404, 'The Supabase API of this installation is at the project’s own address.');

	const guarded = event.request.method === 'POST' && event.url.pathname.startsWith('/auth/v1/');
	const address = event.getClientAddress();
	if (guarded && !(await attempts.begin(address))) return problem(429, 'Too many attempts: try again later.');

	if (Number(event.request.headers.get('content-length')) > LARGEST)
		return problem(413, 'The request is too large.');
	const request = await received(event.request);
	if (!request) return problem(413, 'The request is too large.');
	const response = await answer(request);
	if (guarded && response.ok) await attempts.forgive(address);
	return response;
};

// Read before it takes its turn: a sender who dawdles must not hold up everybody else.
async function received(request: Request): Promise<Request | undefined> {
	if (!request.body) return request;
	const body = await request.arrayBuffer();
	if (body.byteLength > LARGEST) return undefined;
	return new Request(request.url, { method: request.method, headers: request.headers, body });
}

function problem(status: number, message: string): Response {
	return Response.json({ message }, { status });
}
