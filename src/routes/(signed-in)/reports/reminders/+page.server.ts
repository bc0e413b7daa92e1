import { error, fail } from '@sveltejs/kit';
import { languages } from '#domain/language.ts';
import { saveMailSettings } from '#server/commands/person.ts';
import { readMailSettings } from '#server/queries/person.ts';
import { readSettings } from '#server/settings.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** How one is reminded by mail. */
export const load: PageServerLoad = async ({ locals }) => {
	if (!locals.claims) error(401, 'Not signed in');
	const { language, wantsMail } = await readMailSettings(locals.supabase, locals.claims);
	return {
		language: language ?? locals.lang,
		wantsMail,
		address: locals.claims.email ?? null,
		sendsMail: readSettings(process.env).mail !== undefined,
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		if (!locals.claims) error(401, 'Not signed in');
		const form = await request.formData();
		const language = languages.find((known) => known === form.get('language'));
		if (language === undefined) return fail(422, { saved: false });
		const wantsMail = form.get('wants-mail') !== null;
		await saveMailSettings(locals.supabase, locals.claims, { language, wantsMail });
		return { saved: true };
	},
};
