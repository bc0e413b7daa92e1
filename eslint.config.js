import { fileURLToPath } from 'node:url';
import { includeIgnoreFile } from 'eslint/config';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	includeIgnoreFile(fileURLToPath(new URL('./.gitignore', import.meta.url))),
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
		rules: {
			// The compiler finds these, types included.
			'no-undef': 'off',
			eqeqeq: 'error',
			'prefer-const': 'error',
			'no-console': ['error', { allow: ['warn', 'error'] }],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
			// A callback that waits for nothing may still have to be async for its caller's type.
			'@typescript-eslint/no-invalid-void-type': 'off',
			// Links are plain addresses: Waymark is served at the root of its origin.
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig },
		},
	},
	{
		// Their markup is made by our own chart engine and by Svelte's, which escape every text they are given.
		files: ['src/lib/ui/Chart.svelte', 'src/lib/ui/Still.svelte'],
		rules: { 'svelte/no-at-html-tags': 'off' },
	},
	{
		// What the command line, the tests' tools and the benchmarks print is their product.
		files: ['src/cli/**', 'tests/**'],
		rules: { 'no-console': 'off' },
	},
);
