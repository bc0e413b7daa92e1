import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from './idOf.ts';
import type { OpenWorld } from './openWorld.ts';
import { openWorld } from './openWorld.ts';
import { people, userIdOf } from './people.ts';

let world: OpenWorld;

beforeAll(async () => {
	world = await openWorld();
});
afterAll(() => world.close());

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** An invitation to be staff of the south, as a manager there makes it. */
async function invite(token: string, expires_at: string): Promise<void> {
	const client = await world.as('manager of south');
	const { error } = await client.from('invitation').insert({
		email: 'new@example.org',
		role: 'staff',
		programme_ids: [idOf('south')],
		token_hash: hashOf(token),
		invited_by: String(userIdOf('manager of south')),
		expires_at,
	});
	expect(error).toBeNull();
}

function membershipsOf(userId: string) {
	return world.database.sql.query(
		`select m.role, m.organisation_id, m.every_programme, array_agg(mp.programme_id) as programmes
		from public.membership m left join public.membership_programme mp on mp.membership_id = m.id
		where m.user_id = $1 group by m.id`,
		[userId],
	);
}

const inADay = () => new Date(Date.now() + 86_400_000).toISOString();

describe('a role', () => {
	const others = people.filter((person) => person.role !== 'admin');

	it.each(others)('is not taken by $name', async ({ name }) => {
		const client = await world.as(name);
		const user_id = userIdOf(name) ?? idOf('nobody');
		const before = await membershipsOf(user_id);
		const taken = await client.from('membership').insert({ user_id, role: 'admin' });
		expect(taken.error).not.toBeNull();
		const joined = await client
			.from('membership')
			.insert({ user_id, role: 'partner', organisation_id: idOf('gamma') });
		expect(joined.error).not.toBeNull();
		const raised = await client
			.from('membership')
			.update({ role: 'admin', organisation_id: null })
			.eq('user_id', user_id)
			.select('id');
		expect(raised.data ?? []).toEqual([]);
		const widened = await client
			.from('membership')
			.update({ every_programme: true })
			.eq('user_id', user_id)
			.select('id');
		expect(widened.data ?? []).toEqual([]);
		for (const programme of ['north', 'south']) {
			const added = await client
				.from('membership_programme')
				.insert({ membership_id: idOf(`membership ${name}`), programme_id: idOf(programme) });
			expect(added.error).not.toBeNull();
		}
		expect(await membershipsOf(user_id)).toEqual(before);
	});
});

describe('an invitation', () => {
	it('is accepted once, and gives what it says', async () => {
		await invite('the letter', inADay());
		const first = await world.database.createUser('first@example.org');
		const second = await world.database.createUser('second@example.org');
		const client = await world.database.asUser(first);
		expect(await client.rpc('accept_invitation', { token: 'the letter' })).toMatchObject({
			data: 'staff',
			error: null,
		});
		expect(await membershipsOf(first)).toEqual([
			{ role: 'staff', organisation_id: null, every_programme: false, programmes: [idOf('south')] },
		]);
		for (const late of [client, await world.database.asUser(second)]) {
			expect((await late.rpc('accept_invitation', { token: 'the letter' })).error).not.toBeNull();
		}
		expect(await membershipsOf(second)).toEqual([]);
	});

	it('is not accepted after its last day', async () => {
		await invite('an old letter', '2020-01-01T00:00:00Z');
		const client = await world.as('stranger');
		expect((await client.rpc('accept_invitation', { token: 'an old letter' })).error?.message).toMatch(
			/expired/,
		);
	});

	it('is not accepted without its token, nor by its hash', async () => {
		await invite('an unread letter', inADay());
		const client = await world.as('stranger');
		for (const token of ['', '%', hashOf('an unread letter')]) {
			expect((await client.rpc('accept_invitation', { token })).error, token).not.toBeNull();
		}
	});

	it('is not accepted by the anonymous', async () => {
		await invite('a found letter', inADay());
		const anonymous = await world.as('anonymous');
		expect((await anonymous.rpc('accept_invitation', { token: 'a found letter' })).error).not.toBeNull();
		const [row] = await world.database.sql.query(
			'select accepted_at from public.invitation where token_hash = $1',
			[hashOf('a found letter')],
		);
		expect(row).toEqual({ accepted_at: null });
	});

	const given = { email: 'new@example.org', expires_at: inADay() };
	const refusals = [
		['a role above staff', { role: 'manager', programme_ids: [idOf('north')] }],
		['the role of an admin', { role: 'admin', programme_ids: [] }],
		['a programme of others', { role: 'staff', programme_ids: [idOf('north'), idOf('south')] }],
		['every programme there will be', { role: 'donor', every_programme: true }],
		['a partner of other programmes', { role: 'partner', organisation_id: idOf('gamma') }],
		["somebody in another manager's name", { role: 'staff', invited_by: String(userIdOf('admin')) }],
		[
			'somebody who has accepted already',
			{ role: 'staff', accepted_by: idOf('x'), accepted_at: '2025-01-01T00:00:00Z' },
		],
	] as const;

	it.each(refusals)('of a manager is not for %s', async (what, values) => {
		const client = await world.as('manager of north');
		const { error } = await client.from('invitation').insert({
			...given,
			token_hash: hashOf(what),
			invited_by: String(userIdOf('manager of north')),
			...values,
			programme_ids: 'programme_ids' in values ? [...values.programme_ids] : [],
		});
		expect(error?.code).toBe('42501');
	});

	it('for a partner comes from whoever manages every programme it works in', async () => {
		const manager = await world.as('manager of north');
		const asked = {
			...given,
			role: 'partner',
			organisation_id: idOf('alpha'),
			invited_by: String(userIdOf('manager of north')),
		} as const;
		expect(
			(await manager.from('invitation').insert({ ...asked, token_hash: hashOf('alpha at home') })).error,
		).toBeNull();
		await world.database.sql.query(
			`insert into public.project_organisation (project_id, organisation_id, role) values ($1, $2, 'implementing')`,
			[idOf('project south/gamma'), idOf('alpha')],
		);
		const abroad = await manager.from('invitation').insert({ ...asked, token_hash: hashOf('alpha abroad') });
		expect(abroad.error?.code).toBe('42501');
		const admin = await world.as('admin');
		const byAdmin = await admin
			.from('invitation')
			.insert({ ...asked, invited_by: String(userIdOf('admin')), token_hash: hashOf('alpha abroad') });
		expect(byAdmin.error).toBeNull();
	});

	it('is made by managers and admins only', async () => {
		for (const { name, role } of people.filter((person) => !['manager', 'admin'].includes(person.role))) {
			const client = await world.as(name);
			const { error } = await client.from('invitation').insert({
				...given,
				role: 'staff',
				token_hash: hashOf(name),
				invited_by: userIdOf(name) ?? null,
			});
			expect(error, role).not.toBeNull();
		}
	});
});
