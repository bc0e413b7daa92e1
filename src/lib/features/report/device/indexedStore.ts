import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DeviceStore } from './deviceStore.ts';
import { isUnsent, type KeptCell } from './keptCell.ts';

interface Schema extends DBSchema {
	cells: { key: [reportId: string, seriesId: string]; value: KeptCell; indexes: { report: string } };
}

/**
 * Opens one person's cells in the browser's database. Each person has a database of their own, named by their id: who
 * signs in after them on the same device opens another.
 * @throws where the browser has no database or may not write to it
 */
export async function openIndexedStore(person: string): Promise<DeviceStore> {
	const name = `waymark-${person}`;
	const hearers = new Set<(cell: KeptCell) => void>();
	const db = await openDB<Schema>(name, 1, {
		upgrade: (fresh) => {
			fresh
				.createObjectStore('cells', { keyPath: ['reportId', 'seriesId'] })
				.createIndex('report', 'reportId');
		},
		// Another tab has a newer Waymark, or forgets this person.
		blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
	});
	const tabs = new BroadcastChannel(name);
	tabs.addEventListener('message', ({ data }: MessageEvent<KeptCell>) =>
		hearers.forEach((hear) => hear(data)),
	);

	return {
		isLasting: true,
		cellsOf: (reportId) => db.getAllFromIndex('cells', 'report', reportId),
		update: (reportId, seriesId, change) => updateIn(db, tabs, [reportId, seriesId], change),
		reportsWithUnsent: async () => {
			const unsent = (await db.getAll('cells')).filter(isUnsent);
			return [...new Set(unsent.map(({ reportId }) => reportId))];
		},
		onChange: (hear) => {
			hearers.add(hear);
			return () => hearers.delete(hear);
		},
		clear: () => db.clear('cells'),
		close: () => {
			tabs.close();
			db.close();
		},
	};
}

async function updateIn(
	db: IDBPDatabase<Schema>,
	tabs: BroadcastChannel,
	id: [string, string],
	change: (kept: KeptCell | undefined) => KeptCell | undefined,
): Promise<KeptCell | undefined> {
	const transaction = db.transaction('cells', 'readwrite');
	const kept = await transaction.store.get(id);
	const next = change(kept);
	if (next !== undefined && next !== kept) await transaction.store.put(next);
	await transaction.done;
	if (next !== undefined && next !== kept) tabs.postMessage(next);
	return next;
}
