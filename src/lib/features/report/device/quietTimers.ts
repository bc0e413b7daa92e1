/** A timer per cell that starts anew with each keystroke. */
export interface QuietTimers {
	restart(seriesId: string): void;
	stop(seriesId: string): void;
	stopAll(): void;
}

/** @param work what is done once a cell was quiet for so many milliseconds */
export function createQuietTimers(milliseconds: number, work: (seriesId: string) => void): QuietTimers {
	const timers = new Map<string, ReturnType<typeof setTimeout>>();
	const stop = (seriesId: string): void => {
		clearTimeout(timers.get(seriesId));
		timers.delete(seriesId);
	};
	return {
		restart: (seriesId) => {
			stop(seriesId);
			timers.set(
				seriesId,
				setTimeout(() => work(seriesId), milliseconds),
			);
		},
		stop,
		stopAll: () => [...timers.keys()].forEach(stop),
	};
}
