import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createModelServer, happenings, playAndCheck } from '../../../../../tests/support/devices.ts';
import { openIndexedStore } from './indexedStore.ts';
import type { KeptCell } from './keptCell.ts';
import { createMemoryStore } from './memoryStore.ts';
import { withSpare } from './openStore.ts';
import { createOutbox } from './outbox.ts';
import { SignedOut } from './sendChanges.ts';

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

/** An outbox on the model server, with its network. */
function outboxOn(store = createMemoryStore()) {
	const server = createModelServer();
	const network = { send: server.save };
	const cells = new Map<string, KeptCell>();
	let count = 0;
	const outbox = createOutbox({
		reportId: 'report',
		store: Promise.resolve(store),
		cells,
		send: (changes) => network.send(changes),
		newKey: () => `key ${(count += 1)}`,
		now: () => (count += 1),
		alone: (work) => work(),
	});
	return { server, network, cells, outbox };
}

test('a device that cannot write any more still sends, and says that it keeps nothing', async () => {
	vi.spyOn(console, 'warn').mockImplementation(() => undefined);
	const full = { ...createMemoryStore(), update: () => Promise.reject(new Error('The disk is full.')) };
	const store = withSpare(full);
	const { server, outbox } = outboxOn(store);
	await outbox.type('series', { value: 5 }, 'page');
	await outbox.leave('series');
	expect(store.isLasting).toBe(false);
	expect(await outbox.deliver()).toBe('done');
	expect((await server.cells()).get('series')?.answer).toEqual({ value: 5 });
});

test('a session that has ended keeps everything until somebody is signed in again', async () => {
	const { server, network, outbox, cells } = outboxOn();
	network.send = () => Promise.reject(new SignedOut());
	await outbox.type('series', { value: 5 }, 'page');
	await outbox.leave('series');
	expect(await outbox.deliver()).toBe('signed-out');
	expect(cells.get('series')?.sent?.answer).toEqual({ value: 5 });
	network.send = server.save;
	expect(await outbox.deliver()).toBe('done');
	expect(await server.writes()).toHaveLength(1);
});

test('what was left first is sent first, and a figure that is not left stays', async () => {
	const { server, outbox } = outboxOn();
	for (const seriesId of ['one', 'two', 'three']) await outbox.type(seriesId, { value: 1 }, 'page');
	for (const seriesId of ['three', 'one']) await outbox.leave(seriesId);
	await outbox.deliver();
	expect((await server.writes()).map(({ seriesId }) => seriesId)).toEqual(['three', 'one']);
});

test('an answer that speaks of nothing that was asked is tried again later, not at once', async () => {
	const { network, outbox } = outboxOn();
	network.send = async () => [];
	await outbox.type('series', { value: 5 }, 'page');
	await outbox.leave('series');
	expect(await outbox.deliver()).toBe('undelivered');
});
