import { fail, redirect } from '@sveltejs/kit';
import { acceptAs, acceptAsNew } from '#server/commands/invitation.ts';
import { rememberLanguage } from '#server/commands/person.ts';
import { shortestPassword } from '#server/password.ts';
import { findInvitation } from '#server/queries/invitation.ts';
import { readOwnName } from '#server/queries/person.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	// The address is a key: nobody keeps a copy of what it opens.
	setHeaders({ 'cache-control': 'no-store' });
	return {
		invitation: await findInvitation(locals.backend, params.token),
		name: locals.claims ? await readOwnName(locals.supabase, locals.claims) : null,
		shortestPassword,
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const name = textOf(form, 'name');
		const result = locals.claims
			? await acceptAs(locals, locals.claims, params.token, name)
			: await acceptAsNew(locals, params.token, { name, password: textOf(form, 'password') });
		if (!result.ok) return fail(422, { problem: result.problem, name });
		await rememberLanguage(locals.supabase, locals.lang);
		redirect(303, '/');
	},
};

function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
