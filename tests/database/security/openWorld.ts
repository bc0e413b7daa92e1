import { vi } from 'vitest';
import type { WaymarkClient } from '../../../src/lib/server/backend/backend.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { userIdOf } from './people.ts';
import { enterWorld } from './world.ts';

/** A database with the world in it, reached the way people reach it: through the API, with their own token. */
export type OpenWorld = {
	readonly database: TestDatabase;
	as(name: string): Promise<WaymarkClient>;
	close(): Promise<void>;
};

export async function openWorld(): Promise<OpenWorld> {
	// @supabase/lite prints each refusal, and here refusals are what is asked for
	const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	const database = await openTestDatabase();
	await enterWorld(database.sql);
	return {
		database,
		as: (name) => {
			const userId = userIdOf(name);
			return userId === undefined ? Promise.resolve(database.asAnonymous()) : database.asUser(userId);
		},
		close: () => {
			printed.mockRestore();
			return database.close();
		},
	};
}
