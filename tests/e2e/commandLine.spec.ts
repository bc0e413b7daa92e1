import { expect, test } from '@playwright/test';
import { runCli } from '../support/waymarkProcess.ts';

test('a command asks the server that holds the data folder', async ({ baseURL }) => {
	const env = { WAYMARK_DATA: process.env['WAYMARK_TEST_DATA'] ?? '' };
	const { code, stdout, stderr } = await runCli('waymark.ts', ['doctor'], env);
	expect(stderr).toBe('');
	expect(stdout).toContain(`embedded at ${baseURL}`);
	expect(code).toBe(0);
});

test('a second server does not open the same data folder', async () => {
	const env = {
		WAYMARK_DATA: process.env['WAYMARK_TEST_DATA'] ?? '',
		PORT: process.env['WAYMARK_TEST_PORT'] ?? '',
	};
	const { code, stderr } = await runCli('start.ts', [], env);
	expect(stderr.trim()).toMatch(/^Port \d+ is in use/);
	expect(code).toBe(1);
});
