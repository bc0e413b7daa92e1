import type { DeviceStore } from './deviceStore.ts';
import { openIndexedStore } from './indexedStore.ts';
import type { KeptCell } from './keptCell.ts';
import { createMemoryStore } from './memoryStore.ts';

/** A person's store on this device: lasting where the browser allows it, else for as long as the page is open. */
export async function openStore(person: string): Promise<DeviceStore> {
	try {
		return withSpare(await openIndexedStore(person));
	} catch (error) {
		console.warn('This browser keeps nothing on the device.', error);
		return createMemoryStore();
	}
}

/** A full disk or a browser that closes its database must not stop what is typed from being sent: memory steps in. */
export function withSpare(lasting: DeviceStore): DeviceStore {
	const spare = createMemoryStore();
	/** Cells whose newest state only memory has. */
	const spared = new Set<string>();
	const merged = (inLasting: readonly KeptCell[], inSpare: readonly KeptCell[]) => [
		...inLasting.filter(({ reportId, seriesId }) => !spared.has(`${reportId} ${seriesId}`)),
		...inSpare,
	];

	return {
		get isLasting() {
			return spared.size === 0;
		},
		cellsOf: async (reportId) => {
			const inSpare = await spare.cellsOf(reportId);
			return merged(await lasting.cellsOf(reportId).catch(none), inSpare);
		},
		update: async (reportId, seriesId, change) => {
			const id = `${reportId} ${seriesId}`;
			if (!spared.has(id)) {
				try {
					return await lasting.update(reportId, seriesId, change);
				} catch (error) {
					console.warn('The device could not keep a figure.', error);
					spared.add(id);
				}
			}
			return spare.update(reportId, seriesId, change);
		},
		reportsWithUnsent: async () => {
			const inSpare = await spare.reportsWithUnsent();
			return [...new Set([...(await lasting.reportsWithUnsent().catch(none)), ...inSpare])];
		},
		onChange: lasting.onChange,
		clear: async () => {
			await spare.clear();
			await lasting.clear();
			spared.clear();
		},
		close: lasting.close,
	};
}

function none(error: unknown): readonly never[] {
	console.warn('The device could not be read.', error);
	return [];
}
