import { existsSync } from 'node:fs';
import { sveltekit } from '@sveltejs/kit/vite';
import { configDefaults, defineConfig } from 'vitest/config';

// The same settings as `npm start`: src/lib/server/settings.ts reads them from the environment.
if (existsSync('.env')) process.loadEnvFile('.env');

// Suites on published files are collected only where those files are.
const withoutSamples = process.env['WAYMARK_SAMPLES'] ? [] : ['**/*.samples.test.ts'];

export default defineConfig({
	plugins: [sveltekit()],
	server: {
		host: process.env['HOST'] ?? '127.0.0.1',
		port: Number(process.env['PORT'] ?? 3000),
		strictPort: true,
	},
	test: {
		exclude: [...configDefaults.exclude, ...withoutSamples],
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
