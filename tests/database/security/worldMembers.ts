import { idOf } from './idOf.ts';
import { signedIn, userIdOf } from './people.ts';
import type { Row } from './world.ts';

/** Names, memberships, invitations, and what the installation records about itself. */
export function memberRows(): Row[] {
	return [
		...signedIn.flatMap((person): Row[] => {
			// an admin belongs to no programme in particular
			const [programme] = person.role === 'admin' ? [] : person.programmes;
			const about = {
				person: person.name,
				...(programme !== undefined && { programme }),
			};
			const membership_id = idOf(`membership ${person.name}`);
			const rows: Row[] = [
				{
					table: 'public.person',
					label: person.name,
					about,
					values: { user_id: userIdOf(person.name), name: person.name, email: 'someone@example.org' },
				},
			];
			if (person.role === 'stranger') return rows;
			rows.push({
				table: 'public.membership',
				label: person.name,
				about,
				values: {
					id: membership_id,
					user_id: userIdOf(person.name),
					role: person.role,
					...(person.organisation !== undefined && { organisation_id: idOf(person.organisation) }),
				},
			});
			if (programme !== undefined && person.role !== 'partner') {
				rows.push({
					table: 'public.membership_programme',
					label: person.name,
					about,
					values: { membership_id, programme_id: idOf(programme) },
				});
			}
			return rows;
		}),
		reminderOf('partner alpha'),
		reminderOf('staff of north'),
		invitationBy('manager of north', 'north', false),
		invitationBy('manager of north', 'north', true),
		invitationBy('manager of south', 'south', false),
		invitationBy('admin', 'south', false),
		{
			table: 'public.audit_log',
			label: 'a change',
			about: {},
			values: { id: 1_000_000, table_name: 'target', row_key: { world: 1 }, command: 'UPDATE' },
		},
		{
			table: 'public.import_batch',
			label: 'a load',
			about: {},
			values: { id: idOf('a load'), source: 'EUTF results', left_out: [{ value: 5 }] },
		},
	];
}

function reminderOf(person: string): Row {
	return {
		table: 'public.reminder',
		label: `to ${person}`,
		about: { person },
		values: {
			id: idOf(`reminder ${person}`),
			user_id: userIdOf(person),
			day: '2025-05-01',
			language: 'fr',
			lines: [{ kind: 'before-due', period: '2025-Q1' }],
		},
	};
}

function invitationBy(person: string, programme: string, accepted: boolean): Row {
	const label = `by ${person}${accepted ? ', accepted' : ''}`;
	return {
		table: 'public.invitation',
		label,
		about: { person, accepted },
		values: {
			id: idOf(`invitation ${label}`),
			email: 'new@example.org',
			role: 'staff',
			programme_ids: [idOf(programme)],
			token_hash: `not a token: ${label}`,
			invited_by: userIdOf(person),
			...(accepted && { accepted_by: idOf('user once here'), accepted_at: '2025-01-02T00:00:00+00:00' }),
		},
	};
}
