// Two programmes, one with two partners, and somebody in every role on both sides.
import { idOf } from './idOf.ts';

export type Programme = 'north' | 'south';
export type Organisation = 'alpha' | 'beta' | 'gamma';
export type Role = 'anonymous' | 'stranger' | 'donor' | 'partner' | 'staff' | 'manager' | 'admin';

/** Somebody who tries: what design.md's roles say depends on nothing else. */
export type Person = {
	readonly name: string;
	readonly role: Role;
	readonly programmes: readonly Programme[];
	readonly organisation?: Organisation;
};

export const partnersOf: Readonly<Record<Programme, readonly Organisation[]>> = {
	north: ['alpha', 'beta'],
	south: ['gamma'],
};

export const programmes: readonly Programme[] = ['north', 'south'];

export const people: readonly Person[] = [
	{ name: 'anonymous', role: 'anonymous', programmes: [] },
	{ name: 'stranger', role: 'stranger', programmes: [] },
	{ name: 'donor of north', role: 'donor', programmes: ['north'] },
	{ name: 'donor of south', role: 'donor', programmes: ['south'] },
	{ name: 'partner alpha', role: 'partner', programmes: ['north'], organisation: 'alpha' },
	{ name: 'partner beta', role: 'partner', programmes: ['north'], organisation: 'beta' },
	{ name: 'partner gamma', role: 'partner', programmes: ['south'], organisation: 'gamma' },
	{ name: 'staff of north', role: 'staff', programmes: ['north'] },
	{ name: 'manager of north', role: 'manager', programmes: ['north'] },
	{ name: 'manager of south', role: 'manager', programmes: ['south'] },
	{ name: 'admin', role: 'admin', programmes: ['north', 'south'] },
];

/** The id that a person signs in with; the anonymous have none. */
export function userIdOf(name: string): string | undefined {
	return name === 'anonymous' ? undefined : idOf(`user ${name}`);
}

/** What a request of theirs says in its token, or without one. */
export function claimsOf({ name }: Person): { readonly role: string; readonly sub?: string } {
	const sub = userIdOf(name);
	return sub === undefined ? { role: 'anon' } : { role: 'authenticated', sub };
}

/** Everyone who can sign in. */
export const signedIn: readonly Person[] = people.filter((person) => person.role !== 'anonymous');
