import { existsSync } from 'node:fs';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { configDefaults, defineConfig } from 'vitest/config';

// The same settings as `npm start`: src/lib/server/settings.ts reads them from the environment.
if (existsSync('.env')) process.loadEnvFile('.env');

// Suites that need something of this machine are collected where it is there, so that none is reported as skipped.
const hasPostgres = existsSync('/usr/lib/postgresql');
const absent = [
	...(process.env['WAYMARK_SAMPLES'] ? [] : ['**/*.samples.test.ts']),
	...(hasPostgres ? [] : ['**/*.server.test.ts']),
];
const patient = { hookTimeout: 60_000, testTimeout: 60_000 };

// What must be the same on PGlite and on a PostgreSQL server: the arithmetic, who may do what, one mail a day.
const onServer = {
	extends: true as const,
	test: {
		name: 'database-server',
		include: ['tests/database/{arithmetic,security,reminder}/**/*.test.ts'],
		globalSetup: ['tests/support/postgresTemplate.ts'],
		...patient,
	},
};

/** In development Vite answers a JSON import with a script, which browsers refuse under the attribute that Node asks for. */
const plainJson: Plugin = {
	name: 'plain-json-in-browsers',
	apply: 'serve',
	enforce: 'pre',
	transform: (code, id, options) =>
		options?.ssr || !id.endsWith('/src/lib/format/messages.ts')
			? undefined
			: code.replaceAll(", { with: { type: 'json' } }", ''),
};

export default defineConfig({
	plugins: [plainJson, sveltekit()],
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						// What most pages share comes in one file: as thirty small ones, their headers alone were 8 kB.
						codeSplitting: {
							groups: [
								{ name: 'shared', test: /src\/lib\/(domain|format|ui|features\/page)\//, minShareCount: 5 },
							],
						},
					},
				},
			},
		},
	},
	server: {
		host: process.env['HOST'] ?? '127.0.0.1',
		port: Number(process.env['PORT'] ?? 3000),
		strictPort: true,
	},
	test: {
		exclude: [...configDefaults.exclude, ...absent],
		// Refusals are what many tests ask for; the log's line on each says nothing more.
		onConsoleLog: (log) => !log.startsWith('The database answered'),
		projects: [
			{ extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'] } },
			{ extends: true, test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'] } },
			{
				extends: true,
				test: {
					name: 'database',
					include: ['tests/database/**/*.test.ts'],
					globalSetup: ['tests/support/databaseSnapshot.ts'],
					...patient,
				},
			},
			...(hasPostgres ? [onServer] : []),
		],
	},
});
