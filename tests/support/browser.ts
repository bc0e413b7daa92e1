// `npm run test:browser` finds a Chromium for the browser tests, or gets one, and prints which.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

/** Flags for a container without a sandbox or a display, where the browser calls nobody. */
export const browserFlags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** The browser to run, or undefined where there is none yet. */
export function findBrowser(): string | undefined {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
	const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
	if (onPath !== undefined) return onPath;
	const downloaded = chromium.executablePath();
	return existsSync(downloaded) ? downloaded : undefined;
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function ensureBrowser(): string {
	const ways: readonly (readonly [string, readonly string[]])[] = [
		['npx', ['playwright', 'install', '--with-deps', 'chromium']],
		['apt-get', ['install', '-y', '--no-install-recommends', 'chromium']],
	];
	for (const [command, args] of ways) {
		const found = findBrowser();
		if (found !== undefined) return found;
		console.log(`No Chromium found: ${command} ${args.join(' ')}`);
		try {
			execFileSync(command, args, { stdio: 'inherit' });
		} catch (error) {
			console.error(`That did not work: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	const found = findBrowser();
	if (found === undefined) throw new Error('The browser tests need Chromium, and none could be installed.');
	return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
	console.log(`Browser tests use ${ensureBrowser()}`);
