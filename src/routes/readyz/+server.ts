import { currentBackend } from '#server/backend/current.ts';
import { databaseAnswers } from '#server/queries/health.ts';
import type { RequestHandler } from './$types';

/** The database answers: a proxy may send visitors. */
export const GET: RequestHandler = async () =>
	(await databaseAnswers(await currentBackend()))
		? new Response('ready\n')
		: new Response('the database does not answer\n', { status: 503 });
