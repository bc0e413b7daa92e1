/** A reason not to start that the person at the keyboard can mend: shown as one line, without a stack. */
export class StartError extends Error {
	override readonly name = 'StartError';
}

/** Whether an error is a StartError, also when it comes from a second copy of this module (the build has its own). */
export function isStartError(error: unknown): error is Error {
	return error instanceof Error && error.name === 'StartError';
}
