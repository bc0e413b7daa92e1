/** What supabase-js answers: data, or an error. */
type Answer<T> =
	{ readonly data: T; readonly error: null } | { readonly data: null; readonly error: AnswerError };
type AnswerError = { readonly code?: string; readonly message: string };

/** The database refused or did not answer; the hooks log it with an id and choose the status by its code. */
export class DataError extends Error {
	readonly code: string;
	readonly subject: string;

	constructor(subject: string, error: AnswerError) {
		super(`${subject}: ${error.message}`);
		this.name = 'DataError';
		this.code = error.code ?? '';
		this.subject = subject;
	}
}

/**
 * The data of an answer.
 * @param subject what was asked for, for the log: "the overview"
 * @throws DataError where the answer is an error
 */
export function unwrap<T>(answer: Answer<T>, subject: string): T {
	if (answer.error !== null) throw new DataError(subject, answer.error);
	return answer.data;
}
