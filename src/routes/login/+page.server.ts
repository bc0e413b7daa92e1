import { fail, redirect } from '@sveltejs/kit';
import { rememberLanguage } from '#server/commands/person.ts';
import { signIn } from '#server/commands/session.ts';
import { demonstrationAccounts, demonstrationPassword, isDemonstrationLoaded } from '#server/demo.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** The sign-in form, with the demonstration's accounts where it is loaded. */
export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.claims) redirect(303, nextOf(url));
	const isLoaded = await isDemonstrationLoaded(locals.backend);
	return {
		demonstration: isLoaded ? { accounts: demonstrationAccounts, password: demonstrationPassword } : null,
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url, getClientAddress }) => {
		const form = await request.formData();
		const email = textOf(form.get('email'));
		const visitor = { ...locals, address: getClientAddress() };
		const result = await signIn(visitor, { email, password: textOf(form.get('password')) });
		if (!result.ok)
			return fail(result.problem === 'login.tooMany' ? 429 : 422, { email, problem: result.problem });
		await rememberLanguage(locals.supabase, locals.lang);
		redirect(303, nextOf(url));
	},
};

/** Where to go after signing in: a page of this site, whatever the address says. */
function nextOf(url: URL): string {
	const wanted = url.searchParams.get('next') ?? '/';
	const target = URL.canParse(wanted, url) ? new URL(wanted, url) : url;
	return target.origin === url.origin && target.pathname !== '/login' ? target.pathname + target.search : '/';
}

function textOf(entry: FormDataEntryValue | null): string {
	return typeof entry === 'string' ? entry : '';
}
