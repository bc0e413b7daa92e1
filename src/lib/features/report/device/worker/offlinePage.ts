import { offlineWords } from '#format/offlineWords.ts';

/**
 * What stands where a page cannot be had.
 * @param kept the reports that open without a connection; titles are HTML already
 */
export function offlinePage(kept: readonly { readonly path: string; readonly title: string }[]): string {
	const links = kept.map(({ path, title }) => `<li><a href="${path}" dir="auto">${title}</a></li>`).join('');
	const sections = offlineWords.map(
		({ lang, dir, words }) => `<section lang="${lang}" dir="${dir}"><h1>${words.title}</h1>
<p>${kept.length > 0 ? words.text : words.none}</p>${links && `<ul>${links}</ul>`}<p><a href="">${words.again}</a></p></section>`,
	);
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Waymark</title>
<style>body{max-inline-size:40rem;margin:2rem auto;padding-inline:1rem;font:1rem/1.5 system-ui,sans-serif}
h1{font-size:1.25rem}section+section{border-block-start:1px solid;margin-block-start:1.5rem}a{display:inline-block;padding-block:.625rem}</style>
</head><body>${sections.join('')}</body></html>`;
}
