import { type Place, placeFrom, placeText, type Step, stepFrom } from '#features/report/gridKeys.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The places of a grid's controls, in the order they stand. */
export function placesIn(grid: HTMLElement): Place[] {
	return [...grid.querySelectorAll<HTMLElement>('[data-place]')].map((control) =>
		placeFrom(control.dataset['place'] ?? ''),
	);
}

/** The place of a control, or none for anything else. */
export function placeOf(target: EventTarget | null): Place | undefined {
	const text = target instanceof HTMLElement ? target.dataset['place'] : undefined;
	return text === undefined ? undefined : placeFrom(text);
}

/**
 * Moves as a spreadsheet does: Enter and the arrows go from cell to cell. After F2, or a click into the text, the
 * arrows move within it; so they do in texts and lists. @returns whether the key was used
 */
export function moveByKey(
	grid: HTMLElement,
	event: KeyboardEvent,
	isEditing: boolean,
	dir: 'ltr' | 'rtl',
): boolean {
	const control = event.target;
	const place = placeOf(control);
	if (place === undefined || event.altKey || event.ctrlKey || event.metaKey) return false;
	const step = stepOf(event, control as Control, isEditing, dir);
	if (step === undefined) return false;
	const next = stepFrom(placesIn(grid), place, step);
	if (next !== undefined) grid.querySelector<Control>(`[data-place="${placeText(next)}"]`)?.focus();
	return true;
}

function stepOf(
	{ key, shiftKey }: KeyboardEvent,
	control: Control,
	isEditing: boolean,
	dir: 'ltr' | 'rtl',
): Step | undefined {
	const isFigure = control instanceof HTMLInputElement;
	if (key === 'Enter' && isFigure) return shiftKey ? 'up' : 'down';
	if (!isFigure || shiftKey) return undefined;
	if (key === 'ArrowDown') return 'down';
	if (key === 'ArrowUp') return 'up';
	if (isEditing) return undefined;
	if (key === 'ArrowRight') return dir === 'ltr' ? 'next' : 'back';
	if (key === 'ArrowLeft') return dir === 'ltr' ? 'back' : 'next';
	return undefined;
}
