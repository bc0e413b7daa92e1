import type { Attachment } from 'svelte/attachments';
import type { Formats } from '#format/formats.ts';

/**
 * What a page leaves until the browser has nothing to do, a piece at a time: making the first formats, which the next
 * choice of a filter would wait for, and laying out what a phone left until it comes near (`content-visibility`), so that
 * a picture of the whole page shows the whole page.
 */
export function whenIdle(formats: Formats): Attachment {
	return () => {
		const work = [
			() => formats.list(['', '']),
			() => formats.date('2000-01-01'),
			() => formats.number(1000),
			() => formats.percent(0.5),
			...[...document.querySelectorAll<HTMLElement>('[data-laid-out-later]')].map(
				(part) => () => (part.style.contentVisibility = 'visible'),
			),
		];
		const next = () => {
			work.shift()?.();
			if (work.length > 0) request = requestIdle(next);
		};
		let request = requestIdle(next);
		return () => cancelIdle(request);
	};
}

// Safari has no idle callbacks.
const requestIdle: (work: () => void) => number =
	globalThis.requestIdleCallback ?? ((work) => Number(setTimeout(work, 50)));
const cancelIdle = globalThis.cancelIdleCallback ?? clearTimeout;
