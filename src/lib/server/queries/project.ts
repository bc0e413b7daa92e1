import * as v from 'valibot';
import type { Filters } from '#domain/filters.ts';
import type { ProjectPage, ProjectsPage } from '#domain/page.ts';
import { type Asker, filterArgs, listOf, numeric, orNull, readPage } from './border.ts';
import {
	activityLine,
	head,
	organisation,
	page,
	projectLine,
	projectName,
	seriesLine,
	standing,
	statusCounts,
} from './shapes.ts';

const text = v.string();

const node = {
	...projectLine.entries,
	parentId: orNull(text),
	publishedCode: orNull(text),
	depth: numeric,
	test: v.boolean(),
	startsOn: orNull(text),
	endsOn: orNull(text),
	budget: orNull(numeric),
	budgetCurrency: text,
};
const declared = { children: orNull(numeric), difference: orNull(numeric) };

const projectShape = v.object({
	...page,
	project: orNull(
		v.object({
			...node,
			frequency: v.picklist(['quarter', 'half', 'year', 'snapshot']),
			source: orNull(text),
			funds: listOf(text),
			countries: listOf(text),
			organisations: listOf(
				v.object({
					...organisation.entries,
					role: v.picklist(['funding', 'accountable', 'extending', 'implementing']),
					position: numeric,
				}),
			),
		}),
	),
	tree: listOf(v.object(node)),
	logframe: listOf(
		v.object({
			resultId: orNull(text),
			level: orNull(v.picklist(['impact', 'outcome', 'output'])),
			code: orNull(text),
			title: orNull(text),
			assumptions: orNull(text),
			depth: numeric,
			indicators: listOf(
				v.object({
					...head,
					figure: orNull(standing),
					series: listOf(seriesLine),
					declared: orNull(v.object({ own: orNull(numeric), ...declared })),
				}),
			),
		}),
	),
	differences: listOf(
		v.object({
			project: v.object(projectName),
			framework: text,
			code: text,
			title: text,
			unit: text,
			declared: orNull(numeric),
			...declared,
		}),
	),
	activities: listOf(activityLine),
});

const projectsShape = v.object({
	...page,
	tree: listOf(
		v.object({
			...node,
			counts: statusCounts,
			partners: listOf(text),
		}),
	),
});

/** One project: its logframe, its place in the tree, and declared totals beside counted ones. */
export function readProject(asker: Asker, id: string, period: string | null): Promise<ProjectPage> {
	return readPage(asker, 'project_page', { p_project: id, p_period: period }, projectShape);
}

/** A programme's projects, parents before their children. */
export function readProjects(asker: Asker, filters: Filters): Promise<ProjectsPage> {
	return readPage(asker, 'projects_page', filterArgs(filters), projectsShape);
}
