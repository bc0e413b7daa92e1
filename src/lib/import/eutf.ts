/**
 * The EUTF results export: two files, one of results and one of projects, taken out of the fund's reporting system on
 * one day. Its one period says nothing about when things happened, so its figures become a snapshot: running totals as
 * of that day. Levels of the project tree repeat each other's figures; all are kept as published, and the database
 * counts them once.
 */
import { EUTF_INDICATORS } from '#domain/eutfIndicators.ts';
import { isIsoDate, periodCode } from '#domain/period.ts';
import { catalogueRows } from '#domain/catalogueRows.ts';
import type { ImportNote, Staged } from '#import/changeSet.ts';
import { problem } from '#import/csvTable.ts';
import { countryName } from '#import/eutfCountries.ts';
import { readEutfProjects, type EutfProject } from '#import/eutfProjects.ts';
import { readEutfResults } from '#import/eutfResults.ts';
import { figureRows } from '#import/eutfFigures.ts';
import { naturalId, sha256 } from '#domain/naturalId.ts';
import { EUTF_PUBLISHER, type NamedOrganisation } from '#import/organisationNames.ts';

export const EUTF_FUND = { code: 'EUTF', name: 'EU Emergency Trust Fund for Africa' } as const;
const PROGRAMME_CODE = 'EUTF-NOA';

export interface CsvFile {
	readonly name: string;
	readonly text: string;
}

/**
 * Turns the two files into a change set, or says what is wrong with them. Pure: nothing is read or written, and the same
 * files give the same ids.
 *
 * @param extractedOn the day the export was made, as 2021-12-17; it stands in neither file
 */
export function stageEutf(results: CsvFile, projects: CsvFile, extractedOn: string): Staged {
	if (!isIsoDate(extractedOn))
		return problem(results.name, null, 'import.dayUnreadable', { day: extractedOn });
	const tree = readEutfProjects(projects.name, projects.text);
	if (tree.kind === 'problem') return tree;
	const read = readEutfResults(results.name, results.text, tree);
	if (read.kind === 'problem') return read;

	const source = `EUTF results export of ${extractedOn}`;
	const programmeId = naturalId('programme', PROGRAMME_CODE);
	const snapshot = periodCode({ kind: 'snapshot', asOf: extractedOn });
	const projectId = (project: EutfProject) => naturalId('project', project.id.code);
	const reporters = new Map(tree.projects.map((project) => [project, reporterOf(project)]));
	const organisations = distinctOrganisations(tree.projects);
	const notes = [
		...tree.notes,
		...reporterNotes(projects.name, reporters),
		...unknownNames(projects.name, organisations),
		...read.notes,
	];

	return {
		kind: 'staged',
		changeSet: {
			source: {
				name: source,
				extractedOn,
				files: [results, projects].map(({ name, text }) => ({ name, sha256: sha256(text) })),
			},
			tables: {
				fund: [EUTF_FUND],
				programme: [
					{
						id: programmeId,
						code: PROGRAMME_CODE,
						name: 'EU Emergency Trust Fund for Africa, North of Africa window',
						description:
							'Decisions and contracts of the North of Africa window, with the results the fund publishes.',
						demonstration: false,
						source,
					},
				],
				country: distinctCountries(tree.projects),
				organisation: organisations.map(({ organisation: { slug, name, shortName } }) => ({
					id: naturalId('organisation', slug),
					slug,
					name,
					short_name: shortName,
				})),
				project: tree.projects.map((project) => ({
					id: projectId(project),
					programme_id: programmeId,
					parent_id: project.parentCode === null ? null : naturalId('project', project.parentCode),
					code: project.id.code,
					published_code: project.publishedCode,
					title: project.title,
					level: project.level,
					starts_on: project.startsOn,
					ends_on: project.endsOn,
					budget: project.budget,
					budget_currency: 'EUR',
					frequency: 'snapshot',
					test: project.id.test,
					source,
				})),
				project_fund: tree.projects.map((project) => ({
					project_id: projectId(project),
					fund_code: EUTF_FUND.code,
				})),
				project_organisation: tree.projects.flatMap((project) =>
					ROLES.flatMap((role) =>
						project.organisations[role].map(({ slug }, index) => ({
							project_id: projectId(project),
							organisation_id: naturalId('organisation', slug),
							role,
							position: index + 1,
						})),
					),
				),
				project_country: tree.projects.flatMap((project) =>
					project.countries.map((country_iso2) => ({ project_id: projectId(project), country_iso2 })),
				),
				...catalogueRows(),
				period: [
					{
						code: snapshot,
						kind: 'snapshot',
						starts_on: read.period.startsOn,
						ends_on: read.period.endsOn,
						as_of: extractedOn,
					},
				],
				programme_period: [{ programme_id: programmeId, period_code: snapshot }],
				result: [],
				...figureRows(read.results, {
					programmeId,
					source,
					extractedOn,
					snapshot,
					period: read.period,
					positions: POSITIONS,
					reporterSlug: (project) => (reporters.get(project) ?? PUBLISHER).slug,
				}),
			},
			leftOut: [
				...tree.elsewhere.map((row) => ({
					file: projects.name,
					line: row.line,
					what: `${row.cells.iati_id} "${row.cells.title}"`,
					why: 'other-window' as const,
				})),
				...read.leftOut,
			],
			notes,
		},
	};
}

const ROLES = ['funding', 'accountable', 'extending', 'implementing'] as const;

const POSITIONS: ReadonlyMap<string, number> = new Map(
	EUTF_INDICATORS.map(({ framework, code }, index) => [`${framework}/${code}`, index + 1]),
);

const PUBLISHER: NamedOrganisation = { slug: 'eutf', name: EUTF_PUBLISHER, shortName: 'EUTF', known: true };

/**
 * Who a project's figures are reported by: its one implementer; of several in a contract the first, the lead; a decision
 * of several, or a project that names none, is reported by the fund itself.
 */
function reporterOf(project: EutfProject): NamedOrganisation {
	const [first, ...others] = project.organisations.implementing;
	if (first === undefined) return PUBLISHER;
	return others.length === 0 || project.level === 'contract' ? first : PUBLISHER;
}

function reporterNotes(file: string, reporters: ReadonlyMap<EutfProject, NamedOrganisation>): ImportNote[] {
	return [...reporters].flatMap(([project, reporter]) => {
		const named = project.organisations.implementing.length;
		if (named === 1) return [];
		const what = `${project.id.code} names ${named} implementers; ${reporter.name} reports`;
		const kind = reporter === PUBLISHER ? 'publisher-reports' : 'first-of-several-reports';
		return [{ file, line: project.line, kind, what }] as const;
	});
}

interface Sighting {
	readonly organisation: NamedOrganisation;
	readonly line: number | null;
}

function distinctOrganisations(projects: readonly EutfProject[]): readonly Sighting[] {
	const bySlug = new Map<string, Sighting>([[PUBLISHER.slug, { organisation: PUBLISHER, line: null }]]);
	for (const { organisations, line } of projects) {
		for (const organisation of ROLES.flatMap((role) => organisations[role])) {
			if (!bySlug.has(organisation.slug)) bySlug.set(organisation.slug, { organisation, line });
		}
	}
	return [...bySlug.values()].toSorted((a, b) => (a.organisation.slug < b.organisation.slug ? -1 : 1));
}

function unknownNames(file: string, sightings: readonly Sighting[]): ImportNote[] {
	return sightings
		.filter(({ organisation }) => !organisation.known)
		.map(({ organisation, line }) => ({ file, line, kind: 'organisation-new', what: organisation.name }));
}

function distinctCountries(projects: readonly EutfProject[]): readonly { iso2: string; name: string }[] {
	const codes = [...new Set(projects.flatMap(({ countries }) => countries))].toSorted();
	return codes.map((iso2) => ({ iso2, name: countryName(iso2) ?? iso2 }));
}
