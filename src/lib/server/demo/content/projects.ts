import { eutfProjects } from './eutfProjects.ts';
import type { DemoProject } from './project.ts';
import { rdppProjects } from './rdppProjects.ts';

/** Parents before their children. Codes, titles, dates and budgets are as published where a source is named. */
export const projects: readonly DemoProject[] = [...rdppProjects, ...eutfProjects];

/** The project that a logframe line names. @throws when there is none: the demonstration contradicts itself */
export function projectOf(key: string): DemoProject {
	const found = projects.find((project) => project.key === key);
	if (found === undefined) throw new Error(`The demonstration has no project ${key}.`);
	return found;
}

/** A demonstration's own code: real ids belong to the real import. */
export function codeOf(project: DemoProject): string {
	return `DEMO-${(project.publishedCode ?? project.key).toUpperCase().replace(/[^A-Z0-9]+/g, '-')}`;
}
