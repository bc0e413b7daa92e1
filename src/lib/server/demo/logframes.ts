import { naturalId } from '#domain/naturalId.ts';
import { lineKey } from './answers.ts';
import { organisationId, programmeId } from './frame.ts';
import { indicatorNamed } from './indicatorIds.ts';
import type { Line } from './content/line.ts';
import type { DemoProject } from './content/project.ts';
import { codeOf, projectOf, projects } from './content/projects.ts';
import type { Tables } from './tables.ts';
import { mergeTables } from './tables.ts';
import { targetTables } from './targets.ts';

/** Outputs by the theme of their indicators: [theme, title, assumptions]. */
const THEMES: readonly (readonly [theme: string, title: string, assumptions: string | null])[] = [
	[
		'P',
		'People at risk of trafficking are found early and looked after',
		'Shelters stay open and referrals are not refused for lack of papers.',
	],
	['C', 'Civil society and authorities work together', 'Authorities keep their contact persons in office.'],
	[
		'D',
		'Migrants and their neighbours earn a living',
		'Prices of tools and rent stay near those of the first year.',
	],
	[
		'1',
		'Migrants and host communities find training and work',
		'Employers may hire the people who are trained.',
	],
	['2', 'Communities have services and know their rights', 'Municipalities keep the staff that is trained.'],
	[
		'3',
		'People on the move are protected, informed and can return by choice',
		'Borders and airports stay open for humanitarian travel.',
	],
	[
		'4',
		'Institutions prevent crime and conflict and respect human rights',
		'Trained staff are not moved within a year.',
	],
	['5', 'Institutions cooperate across borders', 'Partner countries send delegates of the same rank.'],
];

const IMPACT = 'Fewer people in North Africa are trafficked, smuggled or left without protection';

export function projectId(key: string): string {
	return naturalId('project', codeOf(projectOf(key)));
}

export function seriesId(line: Line): string {
	return naturalId('demonstration series', lineKey(line));
}

/** Projects with their results chain, and the series in it with their targets. `author` wrote the targets. */
export function logframeTables(lines: readonly Line[], author: string): Tables {
	return mergeTables([
		...projects.map(projectTables),
		...projects.map((project) => resultTables(project, lines)),
		...lines.map((line) => seriesTables(line, lines)),
		...lines.map((line) => targetTables(line, seriesId(line), author)),
	]);
}

function projectTables(project: DemoProject): Tables {
	const id = projectId(project.key);
	return {
		project: [
			{
				id,
				programme_id: programmeId(project.programme),
				parent_id: project.parent === null ? null : projectId(project.parent),
				code: codeOf(project),
				published_code: project.publishedCode,
				title: project.title,
				level: project.level,
				starts_on: project.startsOn,
				ends_on: project.endsOn,
				budget: project.budget,
				frequency: project.frequency,
				source: project.source,
			},
		],
		project_fund: project.funds.map((fund_code) => ({ project_id: id, fund_code })),
		project_organisation: project.implementing.map((slug, index) => ({
			project_id: id,
			organisation_id: organisationId(slug),
			role: 'implementing',
			position: index + 1,
		})),
		project_country: project.countries.map((country_iso2) => ({ project_id: id, country_iso2 })),
	};
}

function resultTables(project: DemoProject, lines: readonly Line[]): Tables {
	const themes = new Set(
		lines.filter((line) => line.project === project.key).map((line) => indicatorNamed(line.indicator).theme),
	);
	if (themes.size === 0) return {};
	const impact = resultId(project.key, 'impact');
	const outcome = resultId(project.key, 'outcome');
	const project_id = projectId(project.key);
	return {
		result: [
			{
				id: impact,
				project_id,
				parent_id: null,
				level: 'impact',
				code: 'OO',
				title: IMPACT,
				assumptions: null,
				position: 1,
			},
			{
				id: outcome,
				project_id,
				parent_id: impact,
				level: 'outcome',
				code: 'SO',
				title: project.outcome ?? project.title,
				assumptions: 'Security allows staff to reach the places where people need them.',
				position: 1,
			},
			...THEMES.filter(([theme]) => themes.has(theme)).map(([theme, title, assumptions], index) => ({
				id: resultId(project.key, theme),
				project_id,
				parent_id: outcome,
				level: 'output' as const,
				code: `OP${index + 1}`,
				title,
				assumptions,
				position: index + 1,
			})),
		],
	};
}

function seriesTables(line: Line, lines: readonly Line[]): Tables {
	const indicator = indicatorNamed(line.indicator);
	const siblings = lines.filter(({ project }) => project === line.project);
	const first = siblings.find((sibling) => sibling.indicator === line.indicator);
	const project_id = projectId(line.project);
	const logframeLine = naturalId('demonstration logframe line', line.project, line.indicator);
	return {
		// Several series may stand on one line of the logframe; the first of them writes it.
		project_indicator:
			first !== line
				? []
				: [
						{
							id: logframeLine,
							project_id,
							indicator_id: indicator.id,
							result_id: resultId(line.project, indicator.theme),
							value_kind: line.valueKind ?? indicator.valueKind,
							position: siblings.indexOf(line) + 1,
						},
					],
		series: [
			{
				id: seriesId(line),
				project_indicator_id: logframeLine,
				programme_id: programmeId(projectOf(line.project).programme),
				project_id,
				indicator_id: indicator.id,
				country_iso2: line.country,
				organisation_id: organisationId(line.organisation),
				starts_on: line.startsOn ?? null,
				ends_on: line.endsOn ?? null,
				continues_id:
					line.continues === undefined
						? null
						: naturalId('demonstration series', lineKey({ ...line, organisation: line.continues })),
				baseline_value: line.baseline?.value ?? null,
				baseline_text: line.baseline?.text ?? null,
				baseline_on: line.baseline?.on ?? null,
				baseline_comment: line.baseline?.comment ?? null,
			},
		],
	};
}

function resultId(project: string, part: string): string {
	return naturalId('demonstration result', project, part);
}
