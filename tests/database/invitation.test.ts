import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WaymarkClient } from '../../src/lib/server/backend/backend.ts';
import { acceptAs, acceptAsNew } from '../../src/lib/server/commands/invitation.ts';
import { invite } from '../../src/lib/server/commands/invite.ts';
import type { Invitee } from '../../src/lib/server/commands/invite.ts';
import { findInvitation } from '../../src/lib/server/queries/invitation.ts';
import type { OpenWorld } from './security/openWorld.ts';
import { openWorld } from './security/openWorld.ts';
import { userIdOf } from './security/people.ts';

let world: OpenWorld;

beforeAll(async () => {
	world = await openWorld();
});
afterAll(() => world.close());

const origin = 'https://waymark.example';
const chosen = { name: 'Amina', password: 'long enough a password' };

/** Somebody at a browser of their own. */
function visitor(supabase: WaymarkClient = world.database.backend.client()) {
	return { backend: world.database.backend, supabase };
}

/** Invites at the keyboard and returns the letter's token. */
async function letterFor(invitee: Invitee): Promise<string> {
	const made = await invite(world.database.asService(), invitee, { origin, invitedBy: null });
	if (!made.ok) throw new Error(made.problem.kind);
	return made.link.slice(`${origin}/invitation/`.length);
}

function membershipsOf(email: string) {
	return world.database.sql.query(
		`select m.role, o.slug as organisation, m.every_programme, pn.name, array_remove(array_agg(p.code), null) as programmes
		from auth.users u
		join public.membership m on m.user_id = u.id
		left join public.organisation o on o.id = m.organisation_id
		left join public.person pn on pn.user_id = u.id
		left join public.membership_programme mp on mp.membership_id = m.id
		left join public.programme p on p.id = mp.programme_id
		where u.email = $1
		group by m.id, o.slug, pn.name`,
		[email],
	);
}

describe('a letter', () => {
	const members: readonly (readonly [Invitee, object])[] = [
		[
			{ email: 'First@Example.org', role: 'admin' },
			{ role: 'admin', organisation: null, every_programme: false, programmes: [] },
		],
		[
			{ email: 'hq@example.org', role: 'donor', everyProgramme: true },
			{ role: 'donor', organisation: null, every_programme: true, programmes: [] },
		],
		[
			{ email: 'focal@example.org', role: 'staff', programmes: ['north'] },
			{ role: 'staff', organisation: null, every_programme: false, programmes: ['north'] },
		],
		[
			{ email: 'alpha@example.org', role: 'partner', organisation: 'alpha' },
			{ role: 'partner', organisation: 'alpha', every_programme: false, programmes: [] },
		],
	];

	it.each(members)('makes of $email what it says, once', async (invitee, expected) => {
		const token = await letterFor(invitee);
		const email = invitee.email.toLowerCase();
		expect(await findInvitation(world.database.backend, token)).toMatchObject({
			state: 'open',
			email,
			role: invitee.role,
		});
		expect(await acceptAsNew(visitor(), token, chosen)).toEqual({ ok: true });
		expect(await membershipsOf(email)).toEqual([{ ...expected, name: 'Amina' }]);
		expect(await acceptAsNew(visitor(), token, chosen)).toEqual({ ok: false, problem: 'used' });
	});

	it('is kept as a hash alone', async () => {
		const token = await letterFor({ email: 'kept@example.org', role: 'admin' });
		const rows = await world.database.sql.query(
			'select row_to_json(i)::text as row from public.invitation i',
		);
		const record = await world.database.sql.query(
			'select row_to_json(l)::text as row from public.audit_log l',
		);
		expect(rows.length).toBeGreaterThan(0);
		for (const { row } of [...rows, ...record]) expect(row).not.toContain(token);
	});

	it('is of no use once its last day is over', async () => {
		const token = await letterFor({ email: 'late@example.org', role: 'admin' });
		await world.database.sql.query(
			`update public.invitation set expires_at = now() - interval '1 second' where email = 'late@example.org'`,
		);
		expect(await acceptAsNew(visitor(), token, chosen)).toEqual({ ok: false, problem: 'expired' });
		const stranger = visitor(await world.as('stranger'));
		const person = { sub: String(userIdOf('stranger')), email: undefined };
		expect(await acceptAs(stranger, person, token, '')).toEqual({ ok: false, problem: 'expired' });
		expect(await membershipsOf('late@example.org')).toEqual([]);
	});

	it('adds to what a member already is', async () => {
		const member = visitor(await world.as('staff of north'));
		const person = { sub: String(userIdOf('staff of north')), email: undefined };
		const token = await letterFor({ email: 'x@example.org', role: 'staff', programmes: ['south'] });
		expect(await acceptAs(member, person, token, '')).toEqual({ ok: true });
		const wider = await letterFor({ email: 'x@example.org', role: 'staff', everyProgramme: true });
		expect(await acceptAs(member, person, wider, '')).toEqual({ ok: true });
		const narrower = await letterFor({ email: 'x@example.org', role: 'staff', programmes: ['north'] });
		expect(await acceptAs(member, person, narrower, '')).toEqual({ ok: true });
		const rows = await world.database.sql.query(
			`select m.every_programme, count(mp.programme_id)::int as programmes
			from public.membership m join public.membership_programme mp on mp.membership_id = m.id
			where m.user_id = $1 group by m.id`,
			[person.sub],
		);
		expect(rows).toEqual([{ every_programme: true, programmes: 2 }]);
	});
});

describe('nobody comes in', () => {
	it('by an invited address alone', async () => {
		await letterFor({ email: 'guessed@example.org', role: 'admin' });
		const client = world.database.backend.client();
		const { data, error } = await client.auth.signUp({
			email: 'guessed@example.org',
			password: chosen.password,
		});
		expect(error).toBeNull();
		expect(await membershipsOf('guessed@example.org')).toEqual([]);
		expect((await client.from('programme').select('id')).data).toEqual([]);
		const person = { sub: String(data.user?.id), email: 'guessed@example.org' };
		for (const token of ['', 'guessed@example.org']) {
			expect(await acceptAs(visitor(client), person, token, '')).toEqual({ ok: false, problem: 'unknown' });
		}
	});

	it('without a letter: no account is made either', async () => {
		expect(await acceptAsNew(visitor(), 'made up', chosen)).toEqual({ ok: false, problem: 'unknown' });
	});

	it('with a weak password or no name, and the letter stays good', async () => {
		const token = await letterFor({ email: 'weak@example.org', role: 'admin' });
		expect(await acceptAsNew(visitor(), token, { ...chosen, password: '123456789' })).toEqual({
			ok: false,
			problem: 'weakPassword',
		});
		expect(await acceptAsNew(visitor(), token, { ...chosen, name: ' ' })).toEqual({
			ok: false,
			problem: 'name',
		});
		expect(await acceptAsNew(visitor(), token, chosen)).toEqual({ ok: true });
	});

	it('over an account that exists: its owner signs in first', async () => {
		await world.database.backend
			.client()
			.auth.signUp({ email: 'known@example.org', password: 'another password' });
		const token = await letterFor({ email: 'known@example.org', role: 'admin' });
		expect(await acceptAsNew(visitor(), token, chosen)).toEqual({ ok: false, problem: 'hasAccount' });
		expect(await membershipsOf('known@example.org')).toEqual([]);
		const { client } = world.database.backend;
		const owner = client();
		const { data } = await owner.auth.signInWithPassword({
			email: 'known@example.org',
			password: 'another password',
		});
		const person = { sub: String(data.user?.id), email: 'known@example.org' };
		expect(await acceptAs(visitor(owner), person, token, 'Known')).toEqual({ ok: true });
		expect(await membershipsOf('known@example.org')).toMatchObject([{ role: 'admin', name: 'Known' }]);
	});
});

describe('a manager', () => {
	const asManager = async (invitee: Omit<Invitee, 'email'>) =>
		invite(
			await world.as('manager of north'),
			{ email: 'new@example.org', ...invitee },
			{ origin, invitedBy: String(userIdOf('manager of north')) },
		);

	it('invites to their own programmes', async () => {
		expect(await asManager({ role: 'donor', programmes: ['north'] })).toMatchObject({ ok: true });
		expect(await asManager({ role: 'partner', organisation: 'beta' })).toMatchObject({ ok: true });
	});

	const tooMuch: readonly Omit<Invitee, 'email'>[] = [
		{ role: 'admin' },
		{ role: 'manager', programmes: ['north'] },
		{ role: 'staff', everyProgramme: true },
		{ role: 'donor', everyProgramme: true },
		{ role: 'partner', organisation: 'gamma' },
	];
	it.each(tooMuch)('cannot hand out %o', async (invitee) => {
		expect(await asManager(invitee)).toEqual({ ok: false, problem: { kind: 'not-permitted' } });
	});

	it('does not learn of other programmes by inviting to them', async () => {
		expect(await asManager({ role: 'staff', programmes: ['north', 'south'] })).toEqual({
			ok: false,
			problem: { kind: 'unknown-programme', name: 'south' },
		});
	});
});

describe('an invitation that makes no sense is refused', () => {
	const slips: readonly (readonly [string, Invitee])[] = [
		['not-an-address', { email: 'somebody', role: 'admin' }],
		['organisation-needed', { email: 'a@example.org', role: 'partner' }],
		['organisation-not-for-role', { email: 'a@example.org', role: 'staff', organisation: 'alpha' }],
		['programme-needed', { email: 'a@example.org', role: 'staff' }],
		['programmes-not-for-role', { email: 'a@example.org', role: 'admin', everyProgramme: true }],
		[
			'one-or-every-programme',
			{ email: 'a@example.org', role: 'donor', programmes: ['north'], everyProgramme: true },
		],
		['unknown-organisation', { email: 'a@example.org', role: 'partner', organisation: 'nobody' }],
		['unknown-programme', { email: 'a@example.org', role: 'donor', programmes: ['nowhere'] }],
	];
	it.each(slips)('%s', async (kind, invitee) => {
		const made = await invite(world.database.asService(), invitee, { origin, invitedBy: null });
		expect(made).toMatchObject({ ok: false, problem: { kind } });
	});
});
