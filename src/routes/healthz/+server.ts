import type { RequestHandler } from './$types';

/** The process is alive; says nothing of its database. */
export const GET: RequestHandler = () => new Response('alive\n');
