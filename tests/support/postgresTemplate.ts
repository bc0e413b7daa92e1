import type { TestProject } from 'vitest/node';
import { migrate, readMigrations } from '../../src/lib/server/backend/migrations.ts';
import { ensurePlatform } from '../../src/lib/server/backend/platform.ts';
import { connectToServer } from '../../src/lib/server/backend/serverConnection.ts';
import { sqlOnPostgres } from '../../src/lib/server/backend/sql.ts';
import { freePort } from './freePort.ts';
import { findPostgres, startPostgres } from './postgresServer.ts';

/** The migrated database that each suite's own is copied from. */
export const TEMPLATE = 'waymark_template';

/** Starts a PostgreSQL server with the template for the suites of the project `postgres`; returns its end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const bin = await findPostgres();
	if (bin === undefined)
		throw new Error('The project postgres needs PostgreSQL 15 or later under /usr/lib/postgresql.');
	const server = await startPostgres(bin, await freePort());
	const owner = connectToServer(server.url, 1);
	await owner.driver.unsafe(`create database ${TEMPLATE}`);
	await owner.close();
	const template = connectToServer(server.url.replace(/\/\w+$/, `/${TEMPLATE}`), 1);
	const sql = sqlOnPostgres(template.driver);
	await ensurePlatform(sql);
	await migrate(sql, await readMigrations());
	await template.close();
	// For the workers of this project alone.
	project.config.env = { ...project.config.env, WAYMARK_TEST_POSTGRES: server.url };
	return () => server.stop();
}
