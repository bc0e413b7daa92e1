import { execFile } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const INSTALLED = '/usr/lib/postgresql';

/** Folder of the newest PostgreSQL installed here, 15 or later; undefined where there is none. */
export async function findPostgres(): Promise<string | undefined> {
	if (!existsSync(INSTALLED)) return undefined;
	const versions = (await readdir(INSTALLED)).map(Number).filter((version) => version >= 15);
	return versions.length === 0 ? undefined : join(INSTALLED, String(Math.max(...versions)), 'bin');
}

/** A PostgreSQL server of the tests' own, in a temporary folder. */
export type PostgresServer = { readonly url: string; stop(): Promise<void> };

/** Starts a server on a local port. It refuses to run as root, so root lends it the user postgres. */
export async function startPostgres(bin: string, port: number): Promise<PostgresServer> {
	const folder = await mkdtemp(join(tmpdir(), 'waymark-postgres-'));
	const isRoot = process.getuid?.() === 0;
	if (isRoot) await chown(folder, await userId('-u'), await userId('-g'));
	const as = (command: string, args: string[]) =>
		isRoot ? run('runuser', ['-u', 'postgres', '--', command, ...args]) : run(command, args);

	await as(join(bin, 'initdb'), ['-D', folder, '-U', 'waymark', '-A', 'trust', '--no-sync', '-E', 'UTF8']);
	const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
	await as(join(bin, 'pg_ctl'), ['-D', folder, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
	return {
		url: `postgres://waymark@127.0.0.1:${port}/postgres`,
		stop: async () => {
			await as(join(bin, 'pg_ctl'), ['-D', folder, '-w', '-m', 'immediate', 'stop']);
			await rm(folder, { recursive: true });
		},
	};
}

async function userId(flag: '-u' | '-g'): Promise<number> {
	return Number((await run('id', [flag, 'postgres'])).stdout);
}
