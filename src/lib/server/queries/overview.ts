import * as v from 'valibot';
import type { Filters } from '#domain/filters.ts';
import type { OverviewPage } from '#domain/page.ts';
import { type Asker, filterArgs, listOf, numeric, orNull, readPage } from './border.ts';
import { change, standing, head, page, partnerLine, statusCounts } from './shapes.ts';

const shape = v.object({
	...page,
	counts: statusCounts,
	indicators: listOf(
		v.object({ ...head, total: orNull(standing), countries: v.record(v.string(), standing) }),
	),
	changes: listOf(change),
	partners: listOf(partnerLine),
	countries: listOf(v.object({ iso2: v.string(), due: numeric, reported: numeric, counts: statusCounts })),
});

/** Where a programme stands: its indicators by country, what changed, who has reported. */
export function readOverview(asker: Asker, filters: Filters): Promise<OverviewPage> {
	return readPage(asker, 'overview', filterArgs(filters), shape);
}
