/** A note beside the store that costs nothing to read: which people have something on this device, and is it unsent. */
const PREFIX = 'waymark-device-';

export type Mark = 'kept' | 'unsent';

/** What this device holds of a person; null: nothing. */
export function markOf(person: string): Mark | null {
	const mark = storage()?.getItem(PREFIX + person);
	return mark === 'kept' || mark === 'unsent' ? mark : null;
}

/** Notes what this device holds of a person. */
export function setMark(person: string, mark: Mark | null): void {
	if (markOf(person) === mark) return;
	try {
		if (mark === null) storage()?.removeItem(PREFIX + person);
		else storage()?.setItem(PREFIX + person, mark);
	} catch (error) {
		console.warn('The device could not be marked.', error);
	}
}

/** The page's own storage; some browsers refuse even to name it where a person allows no data. */
export function storage(): Storage | undefined {
	try {
		return localStorage;
	} catch {
		return undefined;
	}
}
