import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { WaymarkClient } from '../backend/backend.ts';
import { unwrap } from '../dataError.ts';
import { hashOfToken } from '../queries/invitation.ts';
import type { OpenInvitation } from '../queries/invitation.ts';

/** Whom to invite, as what, and to what. */
export type Invitee = {
	readonly email: string;
	readonly role: OpenInvitation['role'];
	/** A partner's organisation, by its slug. */
	readonly organisation?: string | undefined;
	/** Codes of the programmes of a donor, staff member or manager. */
	readonly programmes?: readonly string[] | undefined;
	readonly everyProgramme?: boolean | undefined;
};

/** Why an invitation cannot be made. */
export type InviteProblem =
	| {
			readonly kind:
				| 'not-an-address'
				| 'organisation-needed'
				| 'organisation-not-for-role'
				| 'programme-needed'
				| 'programmes-not-for-role'
				| 'one-or-every-programme'
				| 'not-permitted';
	  }
	| { readonly kind: 'unknown-organisation' | 'unknown-programme'; readonly name: string };

export type InviteResult =
	| { readonly ok: true; readonly link: string; readonly expiresAt: string }
	| { readonly ok: false; readonly problem: InviteProblem };

const address = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email());

/**
 * Makes a single-use way in and returns its link, which is kept nowhere: the database has the token's SHA-256 alone.
 * @param client the inviter's own, so that row security says what they may hand out; the service's at the keyboard
 * @param invitedBy the inviter, null at the keyboard
 * @param origin the address of this installation
 * @throws DataError when the database does not answer
 */
export async function invite(
	client: WaymarkClient,
	invitee: Invitee,
	{ origin, invitedBy }: { readonly origin: string; readonly invitedBy: string | null },
): Promise<InviteResult> {
	const email = v.safeParse(address, invitee.email);
	if (!email.success) return refused('not-an-address');
	const misfit = misfitOf(invitee);
	if (misfit) return refused(misfit);

	const organisation = await organisationOf(client, invitee.organisation);
	if (organisation === undefined) return unknown('unknown-organisation', String(invitee.organisation));
	const programmes = await programmesOf(client, invitee.programmes ?? []);
	const missing = invitee.programmes?.find((code) => !programmes.has(code));
	if (missing !== undefined) return unknown('unknown-programme', missing);

	const token = randomBytes(32).toString('base64url');
	const answer = await client
		.from('invitation')
		.insert({
			email: email.output,
			role: invitee.role,
			organisation_id: organisation,
			programme_ids: [...programmes.values()],
			every_programme: invitee.everyProgramme ?? false,
			token_hash: hashOfToken(token),
			invited_by: invitedBy,
		})
		.select('expires_at')
		.single();
	// Row security: a role or programme that is not theirs to give.
	if (answer.error?.code === '42501') return refused('not-permitted');
	const { expires_at } = unwrap(answer, 'a new invitation');
	return { ok: true, link: `${origin}/invitation/${token}`, expiresAt: expires_at };
}

function misfitOf({ role, organisation, programmes = [], everyProgramme = false }: Invitee) {
	const named = programmes.length > 0;
	if (role === 'partner') {
		if (organisation === undefined) return 'organisation-needed';
		return named || everyProgramme ? 'programmes-not-for-role' : undefined;
	}
	if (organisation !== undefined) return 'organisation-not-for-role';
	if (role === 'admin') return named || everyProgramme ? 'programmes-not-for-role' : undefined;
	if (named && everyProgramme) return 'one-or-every-programme';
	return named || everyProgramme ? undefined : 'programme-needed';
}

/** The organisation's id, null where none is asked for, undefined where there is none of that name. */
async function organisationOf(client: WaymarkClient, slug: string | undefined) {
	if (slug === undefined) return null;
	const [row] = unwrap(
		await client.from('organisation').select('id').eq('slug', slug).limit(1),
		'an organisation',
	);
	return row?.id;
}

async function programmesOf(client: WaymarkClient, codes: readonly string[]): Promise<Map<string, string>> {
	if (codes.length === 0) return new Map();
	const rows = unwrap(await client.from('programme').select('id, code').in('code', codes), 'programmes');
	return new Map(rows.map(({ id, code }) => [code, id]));
}

function refused(kind: Exclude<InviteProblem, { name: string }>['kind']): InviteResult {
	return { ok: false, problem: { kind } };
}

function unknown(kind: 'unknown-organisation' | 'unknown-programme', name: string): InviteResult {
	return { ok: false, problem: { kind, name } };
}
