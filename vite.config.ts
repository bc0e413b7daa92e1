import { existsSync } from 'node:fs';
import { sveltekit } from '@sveltejs/kit/vite';
import { configDefaults, defineConfig } from 'vitest/config';

// The same settings as `npm start`: src/lib/server/settings.ts reads them from the environment.
if (existsSync('.env')) process.loadEnvFile('.env');

// Suites that need something of this machine are collected where it is there, so that none is reported as skipped.
const absent = [
	...(process.env['WAYMARK_SAMPLES'] ? [] : ['**/*.samples.test.ts']),
	...(existsSync('/usr/lib/postgresql') ? [] : ['**/*.server.test.ts']),
];

export default defineConfig({
	plugins: [sveltekit()],
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
					hookTimeout: 60_000,
					testTimeout: 60_000,
				},
			},
		],
	},
});
