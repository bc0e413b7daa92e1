/** The page's words in one language. */
export interface OfflineWords {
	readonly lang: string;
	readonly dir: 'ltr' | 'rtl';
	readonly words: Readonly<Record<'title' | 'text' | 'none' | 'again', string>>;
}

/**
 * What stands where a page cannot be had, in each language: the worker cannot ask which one its reader chose.
 * @param kept the reports that open without a connection; titles are HTML already
 */
export function offlinePage(
	kept: readonly { readonly path: string; readonly title: string }[],
	languages: readonly OfflineWords[],
): string {
	const links = kept.map(({ path, title }) => `<li><a href="${path}" dir="auto">${title}</a></li>`).join('');
	const sections = languages.map(
		({ lang, dir, words }) => `<section lang="${lang}" dir="${dir}"><h1>${words.title}</h1>
<p>${kept.length > 0 ? words.text : words.none}</p><p><a href="">${words.again}</a></p></section>`,
	);
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Waymark</title>
<style>body{max-inline-size:40rem;margin:2rem auto;padding-inline:1rem;font:1rem/1.5 system-ui,sans-serif}
h1{font-size:1.25rem;margin:0}section,ul{border-block-end:1px solid;margin:0 0 1rem;padding:0 0 .5rem}p{margin:.25rem 0}
ul{list-style:none}a{display:block;padding-block:.625rem}</style>
</head><body>${sections.join('')}${links && `<ul>${links}</ul>`}</body></html>`;
}
