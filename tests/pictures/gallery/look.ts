/**
 * Writes the gallery as plain HTML and takes its picture in every language, theme and width: `node
 * tests/pictures/gallery/look.ts FOLDER`. Pictures are for people to look at, nothing is compared.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer } from 'vite';
import { directionOf, languages } from '#format/language.ts';

const folder = process.argv[2] ?? '.gallery';
const executablePath = process.env['CHROMIUM'];
mkdirSync(folder, { recursive: true });

const vite = await createServer({
	configFile: false,
	appType: 'custom',
	logLevel: 'error',
	server: { middlewareMode: true, hmr: false, ws: false },
	plugins: [
		svelte({ configFile: false, compilerOptions: { css: 'injected', runes: true } }),
		{
			name: 'kit-stand-in',
			enforce: 'pre',
			resolveId: (id) => (id.startsWith('$app/') ? `\0${id}` : undefined),
			load: (id) =>
				id.startsWith('\0$app/')
					? 'export const navigating = { to: null }; export const page = {}; export const goto = async () => {};'
					: undefined,
		},
	],
});
const styles = ['fonts', 'tokens', 'base'].map(
	(name) => `<link rel="stylesheet" href="${pathToFileURL(`src/lib/design/${name}.css`)}">`,
);
const browser = await chromium.launch({
	args: ['--allow-file-access-from-files'],
	...(executablePath === undefined ? {} : { executablePath }),
});
try {
	const { render } = await vite.ssrLoadModule('svelte/server');
	const { default: Gallery } = await vite.ssrLoadModule('/tests/pictures/gallery/Gallery.svelte');
	const { formatsFor } = await vite.ssrLoadModule('#format/formats.ts');
	const { loadMessages } = await vite.ssrLoadModule('#format/messages.ts');
	for (const lang of languages) {
		const formats = formatsFor(lang, await loadMessages(lang));
		const { head, body } = await render(Gallery, { props: { formats } });
		const file = `${folder}/${lang}.html`;
		writeFileSync(
			file,
			`<!doctype html><html lang="${lang}" dir="${directionOf(lang)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${styles.join('')}${head}${body}</html>`,
		);
		for (const width of [1440, 360]) {
			for (const colorScheme of ['light', 'dark'] as const) {
				const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
				await page.goto(pathToFileURL(file).href);
				await page.screenshot({ path: `${folder}/${lang}-${width}-${colorScheme}.png`, fullPage: true });
				const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
				if (over > 0) console.log(`${lang} ${width}: ${over} px too wide`);
				await page.close();
			}
		}
	}
	const page = await browser.newPage();
	await page.goto(pathToFileURL(`${folder}/en.html`).href);
	await page.pdf({ path: `${folder}/en.pdf`, format: 'A4' });
} finally {
	await browser.close();
	await vite.close();
}
