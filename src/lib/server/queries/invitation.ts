import { createHash } from 'node:crypto';
import type { Backend } from '../backend/backend.ts';
import { unwrap } from '../dataError.ts';

/** What is kept of a token: its SHA-256, as hexadecimal digits. */
export function hashOfToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

/** What the holder of a letter may know before coming in. */
export type OpenInvitation = {
	readonly state: 'open';
	readonly email: string;
	readonly role: 'donor' | 'partner' | 'staff' | 'manager' | 'admin';
	/** The organisation a partner will report for. */
	readonly organisation: string | null;
	/** An instant, ISO 8601. */
	readonly expiresAt: string;
};

export type FoundInvitation = OpenInvitation | { readonly state: 'unknown' | 'used' | 'expired' };

/**
 * The invitation of a token, as it stands now. Read past row security, because its holder is nobody yet: the token is
 * the right, and no more than this one row is asked for.
 * @throws DataError when the database does not answer
 */
export async function findInvitation(backend: Backend, token: string): Promise<FoundInvitation> {
	const [invitation] = unwrap(
		await backend
			.serviceClient()
			.from('invitation')
			.select('email, role, expires_at, accepted_at, organisation (name, short_name)')
			.eq('token_hash', hashOfToken(token))
			.limit(1),
		'an invitation',
	);
	if (invitation === undefined) return { state: 'unknown' };
	if (invitation.accepted_at !== null) return { state: 'used' };
	if (Date.parse(invitation.expires_at) <= Date.now()) return { state: 'expired' };
	const { email, role, organisation, expires_at } = invitation;
	return {
		state: 'open',
		email,
		role,
		organisation: organisation === null ? null : (organisation.short_name ?? organisation.name),
		expiresAt: expires_at,
	};
}
