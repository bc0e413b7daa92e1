import type { Backend, Claims, WaymarkClient } from '../backend/backend.ts';
import { DataError, unwrap } from '../dataError.ts';
import { shortestPassword } from '../password.ts';
import { findInvitation } from '../queries/invitation.ts';

/** Why somebody did not come in: keys of messages under `invitation.problem`. */
export type AcceptProblem =
	'unknown' | 'used' | 'expired' | 'name' | 'weakPassword' | 'hasAccount' | 'confirmFirst';

export type AcceptResult = { readonly ok: true } | { readonly ok: false; readonly problem: AcceptProblem };

type Visitor = { readonly backend: Backend; readonly supabase: WaymarkClient };

/** What a new person chooses. */
export type NewPerson = { readonly name: string; readonly password: string };

/**
 * Makes an account for the address that was invited, signs it in and gives it the invitation's role.
 * @returns a problem where the letter is of no use any more, or the address or password is
 * @throws when the backend does not answer
 */
export async function acceptAsNew(visitor: Visitor, token: string, person: NewPerson): Promise<AcceptResult> {
	const name = person.name.trim();
	if (name === '') return refused('name');
	if (person.password.length < shortestPassword) return refused('weakPassword');
	const found = await findInvitation(visitor.backend, token);
	if (found.state !== 'open') return refused(found.state);

	const credentials = { email: found.email, password: person.password };
	const { data, error } = await visitor.supabase.auth.signUp(credentials);
	if (error) {
		if (error.code === 'user_already_exists' || error.code === 'email_exists') return refused('hasAccount');
		if (error.code === 'weak_password') return refused('weakPassword');
		throw error;
	}
	// Where addresses are confirmed, an account that exists is not admitted: it comes back without an identity.
	if (data.user?.identities?.length === 0) return refused('hasAccount');
	if (!data.session) return refused('confirmFirst');
	return acceptAs(visitor, { sub: data.session.user.id, email: found.email }, token, name);
}

/**
 * Gives the person signed in the invitation's role; the token decides, whatever their address.
 * @param name their name, from those who have not told it yet; empty leaves what is kept
 * @throws DataError when the backend does not answer
 */
export async function acceptAs(
	visitor: Visitor,
	person: Claims,
	token: string,
	name: string,
): Promise<AcceptResult> {
	const { error } = await visitor.supabase.rpc('accept_invitation', { token });
	if (error) {
		// Asked rather than read from the error's code, which @supabase/lite does not hand on.
		const found = await findInvitation(visitor.backend, token);
		if (found.state !== 'open') return refused(found.state);
		throw new DataError('accepting an invitation', error);
	}
	if (name.trim() !== '') {
		const row = { user_id: person.sub, name: name.trim(), email: person.email ?? null };
		unwrap(await visitor.supabase.from('person').upsert(row), 'a name');
	}
	return { ok: true };
}

function refused(problem: AcceptProblem): AcceptResult {
	return { ok: false, problem };
}
