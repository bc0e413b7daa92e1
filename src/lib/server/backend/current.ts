import type { Backend } from './backend.ts';

// On globalThis, because a hot reload replaces this module while the database stays open.
const slot = Symbol.for('waymark.backend');
type Slot = { [slot]?: Promise<Backend> };

/** Opens the server's backend once per process. */
export function startBackend(open: () => Promise<Backend>): Promise<Backend> {
	const holder = globalThis as Slot;
	return (holder[slot] ??= open());
}

/** The server's backend. @throws when the server has not started */
export function currentBackend(): Promise<Backend> {
	const backend = (globalThis as Slot)[slot];
	if (!backend) throw new Error('The backend was asked for before the server had started.');
	return backend;
}
