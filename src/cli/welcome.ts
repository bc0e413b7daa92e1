import type { Backend } from '../lib/server/backend/backend.ts';
import { demonstrationAccounts, demonstrationPassword, isDemonstrationLoaded } from '../lib/server/demo.ts';
import type { Settings } from '../lib/server/settings.ts';

const KINDS: Readonly<Record<Backend['kind'], (settings: Settings) => string>> = {
	embedded: (settings) => `its own, in ${settings.dataFolder}`,
	postgres: () => 'the PostgreSQL server of DATABASE_URL',
	supabase: () => 'the Supabase project of SUPABASE_URL',
};

/** Prints where Waymark is, on what data, and how to come in. */
export async function printWelcome(backend: Backend, settings: Settings): Promise<void> {
	console.log(`\nWaymark is at ${settings.origin}\n`);
	console.log(`Database         ${KINDS[backend.kind](settings)}`);
	console.log(`Publishable key  ${backend.publishableKey}`);
	if (await isDemonstrationLoaded(backend)) {
		console.log(`\nDemonstration accounts, password ${demonstrationPassword}:`);
		for (const { email, role } of demonstrationAccounts) console.log(`  ${email.padEnd(24)}${role}`);
	} else if (await isWithoutPeople(backend)) {
		console.log('\nNobody can sign in yet. The first administrator:');
		console.log('  npm run waymark -- invite --email ADDRESS --role admin');
	}
	console.log('');
}

async function isWithoutPeople(backend: Backend): Promise<boolean> {
	const { data, error } = await backend.serviceClient().from('membership').select('id').limit(1);
	if (error) throw error;
	return data.length === 0;
}
