/**
 * Lets one tab of the browser do a person's work at a time. Where the browser has no locks each tab works for itself: two
 * may then send the same change, which has one key on the device and so takes effect once.
 */
export function aloneAs(person: string): <T>(work: () => Promise<T>) => Promise<T> {
	const { locks } = navigator;
	return locks === undefined
		? (work) => work()
		: async (work) => await locks.request(`waymark-${person}`, work);
}
