import { naturalId } from '#domain/naturalId.ts';
import { demonstrationAccounts as accounts } from './content/accounts.ts';
import { eutfLines } from './content/eutfLines.ts';
import { eventTables } from './eventTables.ts';
import { frameTables, organisationId, programmeId } from './frame.ts';
import { logframeTables } from './logframes.ts';
import { programmes } from './content/programmes.ts';
import { rdppLines } from './content/rdppLines.ts';
import { reportTables } from './reports.ts';
import type { Tables } from './tables.ts';
import { mergeTables } from './tables.ts';

/** The whole demonstration as `load_change_set` takes it: the same on every machine but for the accounts' ids. */
export type DemonstrationChangeSet = {
	readonly source: { readonly name: string };
	readonly tables: Tables;
};

/** In: the accounts' ids in auth.users by address. @throws when an account of the demonstration has no id */
export function demonstrationChangeSet(ids: ReadonlyMap<string, string>): DemonstrationChangeSet {
	const lines = [...rdppLines, ...eutfLines];
	const idOf = (email: string): string => {
		const id = ids.get(email);
		if (id === undefined) throw new Error(`The demonstration has no account ${email}.`);
		return id;
	};
	const entering = new Map(accounts.map(({ email, organisation }) => [organisation, idOf(email)]));
	return {
		source: { name: 'demonstration' },
		tables: mergeTables([
			frameTables(),
			logframeTables(lines, idOf('manager@example.org')),
			eventTables(),
			reportTables(lines, {
				enters: (organisation) => entering.get(organisation) ?? null,
				decides: idOf('staff@example.org'),
			}),
			accountTables(idOf),
		]),
	};
}

function accountTables(idOf: (email: string) => string): Tables {
	const membership = (email: string) => naturalId('demonstration membership', email, idOf(email));
	return {
		person: accounts.map(({ email, name }) => ({ user_id: idOf(email), name, email })),
		membership: accounts.map(({ email, role, organisation }) => ({
			id: membership(email),
			user_id: idOf(email),
			role,
			organisation_id: organisation === null ? null : organisationId(organisation),
			// What is imported beside the demonstration is theirs to try as well.
			every_programme: role !== 'partner' && role !== 'admin',
		})),
		membership_programme: accounts
			.filter(({ role }) => role !== 'partner' && role !== 'admin')
			.flatMap(({ email }) =>
				programmes.map(({ code }) => ({ membership_id: membership(email), programme_id: programmeId(code) })),
			),
	};
}
