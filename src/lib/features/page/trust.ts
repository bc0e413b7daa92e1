import type { Page } from '#domain/page.ts';
import { partnerName } from '#features/page/words.ts';
import type { Formats } from '#format/formats.ts';
import type { TrustFacts } from '#format/trust.ts';

/** What a page's figures rest on, with the missing organisations by name and country. */
export function trustOf({ context, trust }: Pick<Page, 'context' | 'trust'>, formats: Formats): TrustFacts {
	return {
		period: context.period?.code ?? null,
		approved: trust.approved,
		due: trust.due,
		pending: trust.pending,
		missing: trust.missingPartners.map((partner) =>
			partner.countries.length === 0
				? partnerName(partner)
				: `${partnerName(partner)} (${partner.countries.map(formats.country).join(', ')})`,
		),
		lastChange: trust.lastChange,
		madeUp: trust.madeUp,
		source: trust.source,
		guarded: context.reader.sees === 'approved',
	};
}
