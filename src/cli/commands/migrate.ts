import type { Command } from 'commander';
import { readHealth } from '../../lib/server/queries/health.ts';
import { withBackend } from '../withBackend.ts';

/** `waymark migrate`: brings the database up to this version. Opening it does that; a Supabase project is pushed to. */
export function registerMigrate(program: Command): void {
	program
		.command('migrate')
		.description('bring the database up to this version of Waymark (a start does it too)')
		.action(async () => {
			const health = await withBackend((backend) => readHealth(backend));
			const missing = health?.missingMigrations ?? ['all'];
			console.log(
				missing.length === 0
					? 'The database is up to date.'
					: `Still missing: ${missing.join(', ')}. Restart the server that holds the database.`,
			);
			if (missing.length > 0) process.exitCode = 1;
		});
}
