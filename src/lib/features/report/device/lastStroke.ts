import type { Answer } from '#domain/entry.ts';

/**
 * What was typed last, written down before the device's database has it: a browser that is closed in that moment would
 * lose it. Only the page's own storage is written to at once.
 */
export interface LastStrokes {
	keep(seriesId: string, answer: Answer): void;
	/** The database has it. */
	forget(seriesId: string, answer: Answer): void;
	/** What an earlier page left behind. */
	left(): readonly (readonly [seriesId: string, answer: Answer])[];
}

const PREFIX = 'waymark-stroke ';

/** The last strokes of one person in one report; with none where the browser keeps nothing. */
export function lastStrokesIn(storage: Storage | undefined, person: string, reportId: string): LastStrokes {
	const start = `${PREFIX}${person} ${reportId} `;
	const safely = <T>(work: (storage: Storage) => T, otherwise: T): T => {
		try {
			return storage === undefined ? otherwise : work(storage);
		} catch {
			// Full or forbidden: the database, which comes next, says so to the person.
			return otherwise;
		}
	};
	return {
		keep: (seriesId, answer) =>
			safely((one) => one.setItem(start + seriesId, JSON.stringify(answer)), undefined),
		forget: (seriesId, answer) =>
			safely((one) => {
				// A later stroke may have taken its place.
				if (one.getItem(start + seriesId) === JSON.stringify(answer)) one.removeItem(start + seriesId);
			}, undefined),
		left: () =>
			safely(
				(one) =>
					keysOf(one, start).map(
						(key) => [key.slice(start.length), JSON.parse(String(one.getItem(key))) as Answer] as const,
					),
				[],
			),
	};
}

/** Forgets what a person typed last in any report. */
export function forgetStrokes(storage: Storage | undefined, person: string): void {
	for (const key of storage === undefined ? [] : keysOf(storage, `${PREFIX}${person} `))
		storage?.removeItem(key);
}

function keysOf(storage: Storage, start: string): string[] {
	return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').filter((key) =>
		key.startsWith(start),
	);
}
