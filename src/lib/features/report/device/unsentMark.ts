/** A note beside the store that costs nothing to read: which people have something on this device, and is it unsent. */
const PREFIX = 'waymark-device-';

export type Mark = 'kept' | 'unsent';

/** What this device holds of a person; null: nothing. */
export function markOf(person: string): Mark | null {
	const mark = localStorage.getItem(PREFIX + person);
	return mark === 'kept' || mark === 'unsent' ? mark : null;
}

/** Notes what this device holds of a person. */
export function setMark(person: string, mark: Mark | null): void {
	if (mark === null) localStorage.removeItem(PREFIX + person);
	else if (markOf(person) !== mark) localStorage.setItem(PREFIX + person, mark);
}
