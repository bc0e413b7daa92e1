import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: {
		runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true),
	},
	kit: {
		adapter: adapter(),
		// All of a page's styles are 6 kB compressed: in the page they save a slow phone the wait for a dozen files.
		inlineStyleThreshold: 65_536,
		// By hand, under /reports: readers of figures need none of it.
		serviceWorker: { register: false },
		// The check is made in src/lib/server/hooks/origin.ts, which leaves the keyed API out: it is called from anywhere.
		csrf: { trustedOrigins: ['*'] },
		typescript: {
			// The tools' own settings at the top level are checked with the app.
			config: (config) => ({
				...config,
				include: [...config.include, '../*.ts', '../*.js'],
			}),
		},
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				// Bars and cells carry their length as an inline style attribute.
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
			},
		},
	},
};
