/**
 * A number from 0 to 1 (exclusive) that looks random and is the same for the same key on every machine: made-up figures
 * must not differ between two loads.
 */
export function chance(key: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
	// Without this last mixing, keys that differ in their last letter give neighbouring numbers.
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
	return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** A whole number near `value`: 2.3 becomes 2 more often than 3, so small counts keep their average. */
export function wholeNear(value: number, key: string): number {
	return Math.floor(value + chance(key));
}
