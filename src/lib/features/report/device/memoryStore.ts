import type { DeviceStore } from './deviceStore.ts';
import { isUnsent, type KeptCell } from './keptCell.ts';

/** A store for browsers that keep nothing: it lasts as long as the page. */
export function createMemoryStore(): DeviceStore {
	const cells = new Map<string, KeptCell>();
	return {
		isLasting: false,
		cellsOf: async (reportId) => [...cells.values()].filter((cell) => cell.reportId === reportId),
		update: async (reportId, seriesId, change) => {
			const id = `${reportId} ${seriesId}`;
			const kept = cells.get(id);
			const next = change(kept);
			if (next !== undefined) cells.set(id, next);
			return next;
		},
		reportsWithUnsent: async () => [
			...new Set([...cells.values()].filter(isUnsent).map(({ reportId }) => reportId)),
		],
		onChange: () => () => {},
		clear: async () => cells.clear(),
		close: () => {},
	};
}
