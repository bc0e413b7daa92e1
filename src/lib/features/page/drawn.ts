import { type Drawn, drawChart } from '#charts/draw.ts';
import type { ChartKind } from '#charts/view.ts';
import type { Language } from '#domain/language.ts';
import { type Formats, formatsFor } from '#format/formats.ts';
import { loadMessages } from '#format/messages.ts';

type Draw = <Values>(kind: ChartKind<Values>, values: Values) => Drawn;

/**
 * A page's pictures for a browser that is already here and has no engine to draw with. A page that is loaded whole
 * draws them itself, so they would travel twice.
 */
export async function drawnFor<Pictures>(
	request: { readonly isDataRequest: boolean; readonly lang: Language },
	pictures: (draw: Draw, formats: Formats) => Pictures,
): Promise<Pictures | null> {
	if (!request.isDataRequest) return null;
	const formats = formatsFor(request.lang, await loadMessages(request.lang));
	return pictures((kind, values) => drawChart(kind, values, formats), formats);
}
