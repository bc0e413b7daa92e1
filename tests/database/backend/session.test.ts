import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, signOut } from '../../../src/lib/server/commands/session.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';

const reader = { email: 'reader@example.org', password: 'long enough a password' };
let db: TestDatabase;

beforeAll(async () => {
	db = await openTestDatabase();
	const { error } = await db.backend.client().auth.signUp(reader);
	expect(error).toBeNull();
});
afterAll(() => db.close());

function visitor(address: string) {
	return { backend: db.backend, supabase: db.backend.client(), address };
}

test('the right password opens a session, and signing out ends it', async () => {
	const at = visitor('10.0.0.1');
	expect(await signIn(at, { email: ' Reader@example.org ', password: reader.password })).toEqual({
		ok: true,
	});
	expect(await db.backend.readClaims(at.supabase)).toMatchObject({ email: reader.email });
	await signOut(at.supabase);
	expect(await db.backend.readClaims(at.supabase)).toBeUndefined();
});

test.each([
	[{ email: '', password: 'x' }, 'login.missing'],
	[{ email: reader.email, password: 'guess' }, 'login.wrong'],
	[{ email: 'nobody@example.org', password: 'guess' }, 'login.wrong'],
	[{ email: 'donor@example.org', password: 'waymark-demo' }, 'login.noDemonstration'],
])('%o is refused: %s', async (credentials, problem) => {
	expect(await signIn(visitor('10.0.0.2'), credentials)).toEqual({ ok: false, problem });
});

test('many guesses at once are not all tried; then even the right password must wait, from that address alone', async () => {
	const guesses = await Promise.all(
		Array.from({ length: 12 }, () => signIn(visitor('10.0.0.3'), { ...reader, password: 'guess' })),
	);
	expect(guesses.filter((guess) => !guess.ok && guess.problem === 'login.tooMany')).toHaveLength(4);
	expect(await signIn(visitor('10.0.0.3'), reader)).toEqual({ ok: false, problem: 'login.tooMany' });
	expect(await signIn(visitor('10.0.0.4'), reader)).toEqual({ ok: true });
});
