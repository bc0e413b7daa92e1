/**
 * Lets pieces of work through one at a time, in the order they came.
 * PGlite has one session, and @supabase/lite opens a transaction and changes its role in separate statements:
 * two requests at once would run under each other's role.
 */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const turn = last.then(work, work);
		last = turn;
		return turn;
	};
}
