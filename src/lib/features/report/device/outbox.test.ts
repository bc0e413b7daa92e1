import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createModelServer, happenings, playAndCheck } from '../../../../../tests/support/devices.ts';
import { openIndexedStore } from './indexedStore.ts';

const series = ['one', 'two', 'three'];

test('whatever happens to the connection, each edit takes effect once, in order, and none unseen', async () => {
	await fc.assert(
		fc.asyncProperty(happenings, async (happened) => {
			globalThis.indexedDB = new IDBFactory();
			let keys = 0;
			await playAndCheck(happened, {
				server: createModelServer(),
				reportId: 'report',
				series,
				firstValue: 0,
				newKey: () => `key ${(keys += 1)}`,
				openStore: (device) => openIndexedStore(`person on device ${device}`),
			});
		}),
		{ numRuns: 150 },
	);
});

test('people on one device do not see each other’s figures', async () => {
	globalThis.indexedDB = new IDBFactory();
	const [one, other] = [await openIndexedStore('one'), await openIndexedStore('other')];
	const server = { version: 0, answer: { value: 8 }, changedBy: null, changedAt: null };
	await one.update('report', 'series', () => ({
		reportId: 'report',
		seriesId: 'series',
		server,
		sent: null,
		wanted: { answer: { value: 9 }, baseVersion: 0, origin: 'offline', leftAt: null },
		stop: null,
	}));
	expect(await one.reportsWithUnsent()).toEqual(['report']);
	expect(await other.reportsWithUnsent()).toEqual([]);
	expect(await other.cellsOf('report')).toEqual([]);
	await one.clear();
	expect(await one.cellsOf('report')).toEqual([]);
});
