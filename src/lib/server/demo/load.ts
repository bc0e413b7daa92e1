import type { Backend } from '../backend/backend.ts';
import type { Json } from '../database.types.ts';
import { StartError } from '../startError.ts';
import { demonstrationAccounts, demonstrationPassword } from './content/accounts.ts';
import { commentRows } from './comments.ts';
import { demonstrationChangeSet } from './changeSet.ts';

/** What a load did, by table. */
export type LoadOutcome = {
	readonly nothingChanged: boolean;
	readonly tables: Readonly<
		Record<string, { readonly added: number; readonly changed: number; readonly unchanged: number }>
	>;
};

/**
 * Loads the demonstration with its accounts, all or nothing; what is there already stays as it is.
 * @throws StartError on a hosted backend, and where real programmes were there first: the accounts' password is published
 */
export async function loadDemonstration(backend: Backend): Promise<LoadOutcome> {
	if (backend.kind === 'supabase') {
		throw new StartError('The demonstration is for local databases: its accounts have a published password.');
	}
	await refuseAmongRealProgrammes(backend);
	const ids = new Map<string, string>();
	for (const { email } of demonstrationAccounts) ids.set(email, await ensureAccount(backend, email));
	const { data, error } = await backend.serviceClient().rpc('load_change_set', {
		// Rows that nobody may change are no less JSON.
		change_set: demonstrationChangeSet(ids) as unknown as Json,
	});
	if (error) throw error;
	await saveComments(backend, ids.get('staff@example.org') ?? null);
	return data as LoadOutcome;
}

async function ensureAccount(backend: Backend, email: string): Promise<string> {
	const { auth } = backend.client();
	const credentials = { email, password: demonstrationPassword };
	const made = await auth.signUp(credentials);
	// An account that is here already is ours only if it takes the password.
	const { data, error } = made.error ? await auth.signInWithPassword(credentials) : made;
	if (error) {
		const reason = made.error?.message ?? error.message;
		throw new StartError(`The demonstration's account ${email} cannot be made: ${reason}.`, { cause: error });
	}
	if (!data.user) throw new Error(`Signing up ${email} gave no person.`);
	return data.user.id;
}

// Beside the change set, which holds what an import may bring.
async function saveComments(backend: Backend, author: string | null): Promise<void> {
	const { error } = await backend
		.serviceClient()
		.from('cell_comment')
		.upsert(commentRows(author), { ignoreDuplicates: true });
	if (error) throw error;
}

async function refuseAmongRealProgrammes(backend: Backend): Promise<void> {
	const { data, error } = await backend.serviceClient().from('programme').select('demonstration');
	if (error) throw error;
	// Where the demonstration came first, its accounts exist anyway and loading it again changes nothing.
	if (data.length > 0 && !data.some(({ demonstration }) => demonstration)) {
		throw new StartError(
			'This database holds real programmes, and the demonstration has an administrator whose password is published: load it into another data folder (WAYMARK_DATA).',
		);
	}
}
