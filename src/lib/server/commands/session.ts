import { createAttempts } from '../attempts.ts';
import type { Backend, WaymarkClient } from '../backend/backend.ts';
import { demonstrationAccounts, isDemonstrationLoaded } from '../demo.ts';

/** Why somebody could not be signed in: keys of messages. */
export type SignInProblem = 'login.missing' | 'login.wrong' | 'login.tooMany' | 'login.noDemonstration';

export type SignInResult = { readonly ok: true } | { readonly ok: false; readonly problem: SignInProblem };

type Credentials = { readonly email: string; readonly password: string };
type Visitor = { readonly backend: Backend; readonly supabase: WaymarkClient; readonly address: string };

const perPerson = createAttempts({ limit: 8, seconds: 15 * 60 });
const perAddress = createAttempts({ limit: 60, seconds: 15 * 60 });

/**
 * Signs a visitor in; the client writes the session's cookies.
 * @returns a problem to show when the credentials are refused
 * @throws when the backend does not answer
 */
export async function signIn(visitor: Visitor, credentials: Credentials): Promise<SignInResult> {
	const email = credentials.email.trim().toLowerCase();
	if (email === '' || credentials.password === '') return { ok: false, problem: 'login.missing' };
	// By address too, so that nobody can lock another person out from elsewhere.
	const person = `${visitor.address} ${email}`;
	if (!(await perPerson.begin(person)) || !(await perAddress.begin(visitor.address))) {
		return { ok: false, problem: 'login.tooMany' };
	}
	const { error } = await visitor.supabase.auth.signInWithPassword({ email, password: credentials.password });
	if (!error) {
		await perPerson.forget(person);
		await perAddress.forgive(visitor.address);
		return { ok: true };
	}
	if (error.status === undefined || error.status >= 500) throw error;
	return { ok: false, problem: await problemOf(visitor.backend, email, error.status) };
}

/** Ends this browser's session. */
export async function signOut(supabase: WaymarkClient): Promise<void> {
	const { error } = await supabase.auth.signOut({ scope: 'local' });
	if (error) throw error;
}

async function problemOf(backend: Backend, email: string, status: number): Promise<SignInProblem> {
	if (status === 429) return 'login.tooMany';
	const isDemonstration = demonstrationAccounts.some((account) => account.email === email);
	return isDemonstration && !(await isDemonstrationLoaded(backend)) ? 'login.noDemonstration' : 'login.wrong';
}
