import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const supabase = {
	SUPABASE_URL: 'https://a.supabase.co/',
	SUPABASE_PUBLISHABLE_KEY: 'p',
	SUPABASE_SECRET_KEY: 's',
};

test('without any setting it runs for itself, on this machine alone', () => {
	expect(readSettings({})).toEqual({
		host: '127.0.0.1',
		port: 3000,
		origin: 'http://127.0.0.1:3000',
		dataFolder: '.data',
		demonstration: true,
		backend: { kind: 'embedded' },
		mail: undefined,
	});
});

test('an empty variable counts as not set', () => {
	expect(readSettings({ PORT: '', DATABASE_URL: '' })).toEqual(readSettings({}));
});

describe('the backend', () => {
	test('is PostgreSQL where there is a DATABASE_URL', () => {
		const databaseUrl = 'postgres://u:p@db/waymark';
		expect(readSettings({ DATABASE_URL: databaseUrl }).backend).toEqual({ kind: 'postgres', databaseUrl });
	});

	test('is Supabase where there is a SUPABASE_URL', () => {
		expect(readSettings(supabase).backend).toMatchObject({ kind: 'supabase', url: 'https://a.supabase.co' });
	});
});

describe('the demonstration, whose password is published', () => {
	test.each([
		[{}, true],
		[{ HOST: 'localhost' }, true],
		[{ HOST: '0.0.0.0' }, false],
		[{ HOST: '127.0.0.1.example.org' }, false],
		[{ DATABASE_URL: 'postgres://db/x' }, false],
		[{ DATABASE_URL: 'postgres://db/x', WAYMARK_DEMO: '1' }, true],
		[{ WAYMARK_DEMO: '0' }, false],
		[supabase, false],
	])('%o: %o', (env, loaded) => expect(readSettings(env).demonstration).toBe(loaded));
});

describe('a wrong setting is named, in one line and without its value', () => {
	test.each([
		[{ PORT: 'http' }, 'PORT should be a port number from 1 to 65535.'],
		[{ PORT: '70000' }, 'PORT should be a port number from 1 to 65535.'],
		[{ ORIGIN: 'example.org' }, 'ORIGIN should be an address that starts with http:// or https://.'],
		[
			{ DATABASE_URL: 'mysql://secret@db' },
			'DATABASE_URL should be an address that starts with postgres://.',
		],
		[{ WAYMARK_DEMO: 'yes' }, 'WAYMARK_DEMO should be 0 or 1.'],
		[{ ...supabase, SUPABASE_SECRET_KEY: '' }, /needs SUPABASE_PUBLISHABLE_KEY and SUPABASE_SECRET_KEY/],
		[{ ...supabase, DATABASE_URL: 'postgres://db/x' }, /name two backends/],
		[{ ...supabase, WAYMARK_DEMO: '1' }, /local databases/],
		[{ SMTP_URL: 'smtp://u:p@mail' }, /belong together/],
	])('%o', (env, message) => expect(() => readSettings(env)).toThrow(message));
});
