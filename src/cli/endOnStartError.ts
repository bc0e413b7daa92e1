import { isStartError } from '../lib/server/startError.ts';

/** Runs a command; a reason not to start ends it with one line and exit code 1, anything else keeps its stack. */
export async function endOnStartError(run: () => Promise<void>): Promise<void> {
	try {
		await run();
	} catch (error) {
		if (!isStartError(error)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
