// What runs inside the page. Each function is handed over as text, so it stands for itself and names nothing outside.

declare global {
	interface Window {
		/** Each time more of the charts was on the screen: how much, and the millisecond since the page was asked for. */
		waymarkDrawn: [amount: number, at: number][];
		/** What long tasks took beyond 50 ms each, in milliseconds. */
		waymarkBlocked: number;
		/** The last millisecond of the last long task. */
		waymarkBusyUntil: number;
	}
}

/** Before any of the page's own scripts: follows what is drawn, frame by frame, and what holds up the main thread. */
export function follow(): void {
	window.waymarkDrawn = [];
	window.waymarkBlocked = 0;
	window.waymarkBusyUntil = 0;
	let amount = 0;
	const look = () => {
		// The marks of the drawings, and the figures beside them.
		const now = document.querySelectorAll('[data-chart] svg > *, [data-chart] [data-value]').length;
		if (now !== amount) {
			amount = now;
			// The next frame begins when this one has been painted.
			requestAnimationFrame(() => window.waymarkDrawn.push([now, performance.now()]));
		}
		requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries()) {
			window.waymarkBlocked += Math.max(0, duration - 50);
			window.waymarkBusyUntil = startTime + duration;
		}
	}).observe({ type: 'longtask', buffered: true });
}

/** Waits until nothing was loaded and nothing long was worked on for a second: scripts have then taken over the page. */
export async function settle(): Promise<void> {
	return new Promise((resolve) => {
		const look = () => {
			const loaded = performance
				.getEntriesByType('resource')
				.map((entry) => entry.startTime + entry.duration);
			const busyUntil = Math.max(window.waymarkBusyUntil, ...loaded);
			if (performance.now() - busyUntil > 1000) resolve();
			else setTimeout(look, 100);
		};
		look();
	});
}

/**
 * Chooses another country (or else another value of the first filter) and waits until the page shows it.
 * @returns milliseconds until the last change was painted; undefined where there is no filter with a choice
 */
export async function changeFilter(): Promise<number | undefined> {
	const selects = [...document.querySelectorAll<HTMLSelectElement>('main form select')];
	const select = selects.find(({ name }) => name === 'country') ?? selects[0];
	const option = [...(select?.options ?? [])].findLast(
		({ value }) => value !== '' && value !== select?.value,
	);
	if (select === undefined || option === undefined) return undefined;

	const before = location.search;
	const start = performance.now();
	let changed = start;
	let painted = start;
	new MutationObserver(() => {
		changed = performance.now();
		requestAnimationFrame(() => requestAnimationFrame(() => (painted = performance.now())));
	}).observe(document.querySelector('main') ?? document.body, {
		childList: true,
		characterData: true,
		subtree: true,
	});
	select.value = option.value;
	select.dispatchEvent(new Event('change', { bubbles: true }));

	return new Promise((resolve, reject) => {
		const look = () => {
			const now = performance.now();
			const charts = [...document.querySelectorAll('[data-chart]')];
			const isShown =
				location.search !== before &&
				painted > changed &&
				now - changed > 500 &&
				charts.every((chart) => chart.hasAttribute('data-chart-ready'));
			if (isShown) resolve(painted - start);
			else if (now - start > 20_000) reject(new Error('The filter changed nothing in 20 seconds.'));
			else setTimeout(look, 50);
		};
		look();
	});
}
