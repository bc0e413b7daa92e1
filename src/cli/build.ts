import { execFile } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { StartError } from '../lib/server/startError.ts';

const BUILT = 'build/handler.js';
const SOURCES = [
	'src/**',
	'messages/**',
	'static/**',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
];

/** Builds the application where the build is missing or older than a source. @returns whether it had to */
export async function buildIfNeeded(): Promise<boolean> {
	const built = statSync(BUILT, { throwIfNoEntry: false });
	const newest = Math.max(
		...SOURCES.flatMap((pattern) => globSync(pattern)).map((path) => statSync(path).mtimeMs),
	);
	if (built && built.mtimeMs >= newest) return false;
	console.log('Building …');
	try {
		await promisify(execFile)(process.execPath, [
			'node_modules/vite/bin/vite.js',
			'build',
			'--logLevel',
			'warn',
		]);
	} catch (error) {
		const output = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
		throw new StartError(`The build failed.\n${output}`, { cause: error });
	}
	return true;
}
