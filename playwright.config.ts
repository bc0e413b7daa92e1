import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { browserFlags, findBrowser } from './tests/support/browser.ts';
import { freePort } from './tests/support/freePort.ts';

// The configuration is read again in each worker: the first reading chooses, and hands on by the environment.
const port = (process.env['WAYMARK_TEST_PORT'] ??= String(await freePort()));
const data = (process.env['WAYMARK_TEST_DATA'] ??= mkdtempSync(join(tmpdir(), 'waymark-e2e-')));
const executablePath = findBrowser();

export default defineConfig({
	testDir: 'tests/e2e',
	fullyParallel: true,
	workers: 2,
	forbidOnly: true,
	timeout: 60_000,
	reporter: [['list']],
	globalTeardown: './tests/support/removeTestData.ts',
	use: {
		...devices['Desktop Chrome'],
		baseURL: `http://127.0.0.1:${port}`,
		launchOptions: { args: browserFlags, ...(executablePath !== undefined && { executablePath }) },
		// A trace of every test would double the time they take.
		screenshot: 'only-on-failure',
	},
	webServer: {
		command: 'node src/cli/start.ts',
		env: { PORT: port, WAYMARK_DATA: data, WAYMARK_DEMO: '1' },
		url: `http://127.0.0.1:${port}/readyz`,
		timeout: 180_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
	},
});
