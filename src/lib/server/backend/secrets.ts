import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateApiKey } from '@supabase/lite';
import { isStartError, StartError } from '../startError.ts';
import { createFile } from './createFile.ts';

/** What signs sessions and opens the API of a backend that runs in this process. */
export type Secrets = {
	readonly jwtSecret: string;
	readonly publishableKey: string;
	readonly secretKey: string;
};

/** Creates the data folder, for its owner's eyes only. */
export async function ensureDataFolder(folder: string): Promise<void> {
	try {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		await chmod(folder, 0o700);
	} catch (error) {
		throw new StartError(`The data folder ${folder} cannot be used: ${codeOf(error)}.`, { cause: error });
	}
}

/** The secrets kept in a data folder, or undefined where none were made yet. */
export async function readSecrets(folder: string): Promise<Secrets | undefined> {
	const path = join(folder, 'secrets.json');
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return undefined;
		throw new StartError(`${path} cannot be read: ${codeOf(error)}.`, { cause: error });
	}
	const secrets = parse(text);
	if (!secrets) throw new StartError(`${path} is damaged: restore it from a backup.`);
	return secrets;
}

/** The secrets of a data folder, made at the first start (mode 600). */
export async function ensureSecrets(folder: string): Promise<Secrets> {
	const kept = await readSecrets(folder);
	if (kept) return kept;
	const secrets: Secrets = {
		jwtSecret: randomBytes(48).toString('base64url'),
		publishableKey: (await generateApiKey('publishable')).key,
		secretKey: (await generateApiKey('secret')).key,
	};
	const path = join(folder, 'secrets.json');
	try {
		// Of two processes at a first start on one database server, the second takes what the first wrote.
		const text = `${JSON.stringify(secrets, undefined, '\t')}\n`;
		if (!(await createFile(path, text))) return await ensureSecrets(folder);
	} catch (error) {
		if (isStartError(error)) throw error;
		throw new StartError(`${path} cannot be written: ${codeOf(error)}.`, { cause: error });
	}
	return secrets;
}

function parse(text: string): Secrets | undefined {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (typeof value !== 'object' || value === null) return undefined;
	const { jwtSecret, publishableKey, secretKey } = value as Record<string, unknown>;
	return typeof jwtSecret === 'string' && typeof publishableKey === 'string' && typeof secretKey === 'string'
		? { jwtSecret, publishableKey, secretKey }
		: undefined;
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
