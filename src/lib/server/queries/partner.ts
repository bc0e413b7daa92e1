import * as v from 'valibot';
import type { Filters } from '#domain/filters.ts';
import type { PartnerPage } from '#domain/page.ts';
import { type Asker, filterArgs, listOf, numeric, orNull, readPage } from './border.ts';
import { change, organisation, page, projectLine, seriesLine, statusCounts } from './shapes.ts';

const text = v.string();

const shape = v.object({
	...page,
	partner: orNull(organisation),
	counts: statusCounts,
	series: listOf(seriesLine),
	coverage: listOf(
		v.object({ period: text, asOf: text, due: numeric, reported: numeric, pending: orNull(numeric) }),
	),
	reports: listOf(
		v.object({
			period: text,
			project: text,
			projectTitle: text,
			projectId: text,
			state: v.picklist(['draft', 'submitted', 'returned', 'approved', 'missing']),
			dueOn: orNull(text),
			submittedAt: orNull(text),
			decidedAt: orNull(text),
			decisionNote: orNull(text),
			revision: orNull(numeric),
			reason: orNull(text),
		}),
	),
	projects: listOf(projectLine),
	changes: listOf(change),
});

/** One partner: what it reports, how complete it is, and its reports. */
export function readPartner(asker: Asker, slug: string, filters: Filters): Promise<PartnerPage> {
	return readPage(asker, 'partner_page', { ...filterArgs(filters), p_partner: slug }, shape);
}
