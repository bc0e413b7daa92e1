import * as v from 'valibot';
import type { Filters } from '#domain/filters.ts';
import type { CountryPage } from '#domain/page.ts';
import { type Asker, filterArgs, listOf, readPage } from './border.ts';
import {
	activityLine,
	change,
	standing,
	head,
	page,
	partnerLine,
	projectLine,
	statusCounts,
} from './shapes.ts';

const shape = v.object({
	...page,
	country: v.string(),
	counts: statusCounts,
	indicators: listOf(v.object({ ...head, figure: standing })),
	changes: listOf(change),
	partners: listOf(partnerLine),
	projects: listOf(projectLine),
	activities: listOf(activityLine),
});

/** One country. @param country iso2, or '' for what belongs to several countries */
export function readCountry(asker: Asker, country: string, filters: Filters): Promise<CountryPage> {
	return readPage(asker, 'country_page', { ...filterArgs(filters), p_country: country }, shape);
}
