// `npm run types` writes the database types from the migrations; with --check it only says whether they are fresh.
import { readFile, writeFile } from 'node:fs/promises';
import { createPgliteConnection } from '@supabase/lite/pglite';
import { migrate, readMigrations } from '../lib/server/backend/migrations.ts';
import { ensurePlatform } from '../lib/server/backend/platform.ts';
import { sqlOnPglite } from '../lib/server/backend/sql.ts';
import { generateDatabaseTypes } from './databaseTypes.ts';
import { endOnStartError } from './endOnStartError.ts';

const FILE = 'src/lib/server/database.types.ts';

async function run(): Promise<void> {
	const connection = await createPgliteConnection();
	const sql = sqlOnPglite(connection.driver, (work) => work());
	await ensurePlatform(sql);
	await migrate(sql, await readMigrations());
	const types = await generateDatabaseTypes(sql);
	await connection.close();
	if (!process.argv.includes('--check')) {
		await writeFile(FILE, types);
		console.log(`Wrote ${FILE}.`);
	} else if ((await readFile(FILE, 'utf8')) !== types) {
		console.error(`${FILE} does not match the migrations: run \`npm run types\` and commit it.`);
		process.exitCode = 1;
	}
}

await endOnStartError(run);
