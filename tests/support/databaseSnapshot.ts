import { readMigrations } from '../../src/lib/server/backend/migrations.ts';
import { snapshotOf } from './snapshot.ts';

/** Makes the migrated database once, before the workers of the database tests start. */
export default async function setup(): Promise<void> {
	await snapshotOf(await readMigrations());
}
