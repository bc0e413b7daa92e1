/** What a file may cost. A report of 10,000 lines has some 250,000 cells in 20 MB of XML. */
export const LIMITS = {
	/** Files inside a workbook; one with many sheets and pictures has some hundreds. */
	entries: 2000,
	/** All of them unpacked, in bytes. */
	unpacked: 96 * 1024 * 1024,
	/** Unpacked to packed. The XML of a sheet of equal rows reaches 100; what is made to burst starts at some hundreds. */
	ratio: 250,
	/** Below this size no ratio hurts. */
	ratioFrom: 8 * 1024 * 1024,
	cells: 600_000,
	rows: 60_000,
	/** Of the thread that reads, beside what it takes to load the libraries. */
	heapMegabytes: 384,
	milliseconds: 20_000,
} as const;
