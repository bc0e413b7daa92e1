/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
// Lets partners fill in their reports without a connection. Registered by the pages of reporting alone.
import { build, files, version } from '$service-worker';
import { otherPage, reportData, reportPage, signing } from '#features/report/device/worker/answers.ts';
import { appFile, dropOldFiles, keepFiles } from '#features/report/device/worker/appFiles.ts';
import { arrive, keepPages } from '#features/report/device/worker/pageCopies.ts';
import { kindOf } from '#features/report/device/worker/requests.ts';
import type { OfflineWords } from '#features/report/device/worker/offlinePage.ts';
import arabic from '#messages/entry/ar.json';
import english from '#messages/entry/en.json';
import french from '#messages/entry/fr.json';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const words: readonly OfflineWords[] = [
	{ lang: 'en', dir: 'ltr', words: english.entry.device.offlinePage },
	{ lang: 'fr', dir: 'ltr', words: french.entry.device.offlinePage },
	{ lang: 'ar', dir: 'rtl', words: arabic.entry.device.offlinePage },
];
const app = new Set([...build, ...files]);

worker.addEventListener('install', (event) => {
	event.waitUntil(keepFiles(version, [...app]).then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(dropOldFiles(version).then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
	const { person, pages } = event.data as { person: string; pages: readonly string[] };
	event.waitUntil(arrive(person).then(() => keepPages(pages)));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	switch (kindOf(request, worker.location.origin, app)) {
		case 'app':
			return event.respondWith(appFile(request));
		case 'sign':
			return event.respondWith(signing(request));
		case 'report-page':
			return event.respondWith(reportPage(request, (work) => event.waitUntil(work), words));
		case 'report-data':
			return event.respondWith(reportData(request));
		case 'page':
			return event.respondWith(otherPage(request, words));
		case 'other':
	}
});
