import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which layer may import which: the table of the architecture page. Each may import itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
	domain: [],
	design: [],
	format: ['domain', 'messages'],
	server: ['domain'],
	import: ['domain'],
	charts: ['domain', 'format', 'design'],
	export: ['domain', 'format', 'charts', 'design'],
	ui: ['charts', 'format', 'design'],
	features: ['ui', 'charts', 'format', 'design', 'domain'],
};

/** Packages that belong to one layer or file. */
const homes: Readonly<Record<string, (file: string) => boolean>> = {
	'@supabase/': (file) => file.startsWith('src/lib/server/') || isTop(file),
	echarts: (file) => file.startsWith('src/lib/charts/'),
};

const aliases: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.json', 'utf8')).imports;
const files = globSync('src/**/*.{ts,svelte}').filter((file) => !/\.(test|d)\.ts$/.test(file));

describe('imports point downward', () => {
	test.each(files)('%s', (file) => {
		expect(wrongImports(file, readFileSync(file, 'utf8'))).toEqual([]);
	});

	test('a wrong direction is found, by name and by relative path', () => {
		expect(wrongImports('src/lib/domain/period.ts', `import { a } from '#format/number.ts';`)).toHaveLength(
			1,
		);
		expect(wrongImports('src/lib/ui/Chart.svelte', `import a from '../server/settings.ts';`)).toHaveLength(1);
		expect(
			wrongImports('src/lib/charts/bars.ts', `import type { A } from '@supabase/supabase-js';`),
		).toHaveLength(1);
		expect(wrongImports('src/lib/server/settings.ts', `import { a } from '#domain/period.ts';`)).toEqual([]);
	});
});

test('names every layer once, in package.json too', () => {
	const layers = globSync('src/lib/*', { withFileTypes: true }).filter((entry) => entry.isDirectory());
	expect(Object.keys(mayImport)).toEqual(expect.arrayContaining(layers.map((entry) => entry.name)));
	expect(Object.keys(aliases).sort()).toEqual(
		[...Object.keys(mayImport), 'messages'].map((l) => `#${l}/*`).sort(),
	);
});

function wrongImports(file: string, source: string): string[] {
	return importsOf(source).filter((specifier) => !isAllowed(file, specifier));
}

function isAllowed(file: string, specifier: string): boolean {
	const target = targetOf(file, specifier);
	if (target === undefined) {
		const home = Object.entries(homes).find(
			([name]) => specifier === name || specifier.startsWith(withSlash(name)),
		);
		return home ? home[1](file) : true;
	}
	if (isTop(file)) return true;
	const from = layerOf(file);
	const to = layerOf(target);
	return from !== undefined && (from === to || (mayImport[from]?.includes(to ?? '') ?? false));
}

/** Routes, hooks and the command line stand above the layers. */
function isTop(file: string): boolean {
	return !file.startsWith('src/lib/');
}

function layerOf(path: string): string | undefined {
	return path.startsWith('messages/') ? 'messages' : /^src\/lib\/([^/]+)\//.exec(path)?.[1];
}

function targetOf(file: string, specifier: string): string | undefined {
	if (specifier.startsWith('.')) return relative('.', resolve(dirname(file), specifier));
	if (specifier.startsWith('$lib/')) return specifier.replace('$lib/', 'src/lib/');
	for (const [alias, path] of Object.entries(aliases)) {
		const start = alias.slice(0, -1);
		if (specifier.startsWith(start)) return path.slice(2, -1) + specifier.slice(start.length);
	}
	return undefined;
}

function importsOf(source: string): string[] {
	return [...source.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g)].map((match) =>
		String(match[1]),
	);
}

function withSlash(name: string): string {
	return name.endsWith('/') ? name : `${name}/`;
}
