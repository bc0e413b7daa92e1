// A migrated database takes four seconds to make and a third of one to load: made once per set of migrations.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPgliteConnection } from '@supabase/lite/pglite';
import type { Migration } from '../../src/lib/server/backend/migrations.ts';
import { migrate } from '../../src/lib/server/backend/migrations.ts';
import { ensurePlatform } from '../../src/lib/server/backend/platform.ts';
import { sqlOnPglite } from '../../src/lib/server/backend/sql.ts';

const CACHE = 'node_modules/.cache/waymark';

/** The data folder of a database with these migrations, as an archive that PGlite loads. */
export async function snapshotOf(migrations: readonly Migration[]): Promise<Blob> {
	const platform = await readFile('src/lib/server/backend/platform.ts');
	const hash = createHash('sha256').update(platform).update(JSON.stringify(migrations)).digest('hex');
	const path = join(CACHE, `${hash.slice(0, 16)}.tar`);
	try {
		return new Blob([await readFile(path)]);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
	}
	const archive = await make(migrations);
	await mkdir(CACHE, { recursive: true });
	// Renamed into place, so that a second worker never reads half an archive.
	await writeFile(`${path}.${process.pid}`, Buffer.from(await archive.arrayBuffer()));
	await rename(`${path}.${process.pid}`, path);
	return archive;
}

async function make(migrations: readonly Migration[]): Promise<Blob> {
	const connection = await createPgliteConnection();
	try {
		const sql = sqlOnPglite(connection.driver, (work) => work());
		await ensurePlatform(sql);
		await migrate(sql, migrations);
		return await connection.driver.dumpDataDir('none');
	} finally {
		await connection.close();
	}
}
