import type { KeptCell } from './keptCell.ts';

/** Where one person's cells are kept on this device. */
export interface DeviceStore {
	/** False: the browser keeps nothing (private window, full disk), so all is lost with the page. */
	readonly isLasting: boolean;
	/** Every cell that is kept of one report. */
	cellsOf(reportId: string): Promise<readonly KeptCell[]>;
	/**
	 * Changes one cell in one step, so that two tabs of a browser never undo each other.
	 * @param change what the cell becomes; undefined in and out: there is none
	 */
	update(
		reportId: string,
		seriesId: string,
		change: (kept: KeptCell | undefined) => KeptCell | undefined,
	): Promise<KeptCell | undefined>;
	/** Reports that have cells the server does not hold yet. */
	reportsWithUnsent(): Promise<readonly string[]>;
	/** Hears of cells that another tab changed. @returns ends it */
	onChange(hear: (cell: KeptCell) => void): () => void;
	/** Forgets everything of this person. */
	clear(): Promise<void>;
	close(): void;
}
