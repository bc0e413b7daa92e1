import type { Attachment } from 'svelte/attachments';
import type { Formats } from '#format/formats.ts';

/** Milliseconds of work at a time: with the painting after it, a reader's tap still gets its answer at once. */
const SLICE = 15;

/**
 * What a page leaves until the browser has nothing to do: making the first formats, which the next choice of a filter
 * would wait for, and laying out what a phone left until it comes near (`content-visibility`), so that a picture of the
 * whole page shows the whole page.
 */
export function whenIdle(formats: Formats): Attachment {
	return () => {
		const work = [
			() => formats.list(['', '']),
			() => formats.number(1000),
			() => formats.percent(0.5),
			...[...document.querySelectorAll<HTMLElement>('[data-laid-out-later]')].map(
				(part) => () => layOut(part),
			),
		];
		const next = () => {
			const start = performance.now();
			while (work.length > 0 && performance.now() - start < SLICE) work.shift()?.();
			if (work.length > 0) request = requestIdle(next);
		};
		let request = requestIdle(next);
		return () => cancelIdle(request);
	};
}

/** @returns its height, which it has to be laid out for */
function layOut(part: HTMLElement): number {
	part.style.contentVisibility = 'visible';
	return part.offsetHeight;
}

// Safari has no idle callbacks.
const requestIdle: (work: () => void) => number =
	globalThis.requestIdleCallback ?? ((work) => Number(setTimeout(work, 50)));
const cancelIdle = globalThis.cancelIdleCallback ?? clearTimeout;
