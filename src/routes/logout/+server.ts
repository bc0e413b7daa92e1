import { redirect } from '@sveltejs/kit';
import { signOut } from '#server/commands/session.ts';
import type { RequestHandler } from './$types.js';

/** Ends the session. By post only: a link or a picture elsewhere must not sign anybody out. */
export const POST: RequestHandler = async ({ locals }) => {
	if (locals.claims) await signOut(locals.supabase);
	redirect(303, '/login');
};
