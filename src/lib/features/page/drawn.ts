import { type Drawn, drawChart } from '#charts/draw.ts';
import type { Language } from '#domain/language.ts';
import type { PageChart } from '#features/page/pageChart.ts';
import { type Formats, formatsFor } from '#format/formats.ts';
import { loadMessages } from '#format/messages.ts';

/**
 * A page's pictures by name, for a browser that is already here and has no engine to draw with. A page that is loaded
 * whole draws them itself, so they would travel twice.
 */
export async function drawnFor(
	request: { readonly isDataRequest: boolean; readonly lang: Language },
	chartsOf: (formats: Formats) => readonly PageChart[],
): Promise<Record<string, Drawn> | null> {
	if (!request.isDataRequest) return null;
	const formats = formatsFor(request.lang, await loadMessages(request.lang));
	return Object.fromEntries(
		chartsOf(formats).map(({ name, kind, values }) => [name, drawChart(kind, values, formats)]),
	);
}
