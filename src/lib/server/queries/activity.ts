import * as v from 'valibot';
import type { Filters } from '#domain/filters.ts';
import type { ActivitiesPage } from '#domain/page.ts';
import { type Asker, filterArgs, listOf, readPage } from './border.ts';
import { activityLine, page } from './shapes.ts';

const shape = v.object({ ...page, activities: listOf(activityLine) });

/** What was done: workshops, trainings, campaigns, with who took part and who claims it. */
export function readActivities(asker: Asker, filters: Filters): Promise<ActivitiesPage> {
	return readPage(asker, 'activities_page', filterArgs(filters), shape);
}
