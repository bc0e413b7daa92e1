import { execFile } from 'node:child_process';

/** How a command ended and what it printed. */
export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a file of src/cli to its end, with these settings and no others of Waymark's. */
export function runCli(
	file: string,
	args: readonly string[],
	env: Readonly<Record<string, string>>,
): Promise<Ended> {
	return new Promise((resolve) => {
		execFile(
			process.execPath,
			[`src/cli/${file}`, ...args],
			{ env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env }, timeout: 60_000 },
			(error, stdout, stderr) => {
				const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
				resolve({ code, stdout, stderr });
			},
		);
	});
}
