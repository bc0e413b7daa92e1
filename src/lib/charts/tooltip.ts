import type { Formats } from '#format/formats.ts';

/** What ECharts says of one series at the place a reader points at. */
export interface PointedAt {
	readonly name?: string;
	readonly seriesName?: string;
	readonly value?: unknown;
	readonly color?: unknown;
}

/** One line of a tooltip. */
export interface TooltipLine {
	readonly label: string;
	readonly text: string;
	readonly colour: string;
}

/** What a tooltip says: the period or name, and the exact figure of every series that has one there. */
export function tooltipLines(
	pointedAt: readonly PointedAt[],
	formats: Formats,
): { readonly title: string; readonly lines: readonly TooltipLine[] } {
	return {
		title: formats.period(pointedAt[0]?.name ?? ''),
		lines: pointedAt.flatMap(({ seriesName, value, color }) =>
			// A series without a name is only there to stand others on.
			typeof value === 'number' && seriesName !== undefined && !seriesName.startsWith('series')
				? [
						{
							label: seriesName,
							text: formats.number(value, { exact: true }),
							colour: typeof color === 'string' ? color : 'currentcolor',
						},
					]
				: [],
		),
	};
}

/** The tooltip as an element: texts stay texts, whatever a partner is called. */
export function tooltipElement(pointedAt: readonly PointedAt[], formats: Formats): HTMLElement {
	const { title, lines } = tooltipLines(pointedAt, formats);
	const box = element('div', title, 'display:grid;gap:4px');
	for (const line of lines) {
		const row = element('div', '', 'display:flex;gap:8px;align-items:center');
		row.append(
			element('span', '', `inline-size:10px;block-size:10px;background:${line.colour}`),
			element('span', line.label, ''),
			element('strong', line.text, 'margin-inline-start:auto;padding-inline-start:12px'),
		);
		box.append(row);
	}
	return box;
}

function element(name: string, text: string, style: string): HTMLElement {
	const made = document.createElement(name);
	made.textContent = text;
	made.style.cssText = style;
	return made;
}
