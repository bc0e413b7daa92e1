/**
 * The EUTF common output indicators of 2018 and 2022 and how one set became the other. The same number can mean another
 * thing in the other set: 2.2 (people, then services), 3.5 (reintegration, then post-arrival assistance), 3.8 (legal
 * assistance, then evacuation) and 4.1 (border stations, then any infrastructure) are never joined by their number.
 */
import { TITLES_2018, TITLES_2022, type TitleRow } from '#domain/eutfTitles.ts';
import { indicatorSortKey } from '#domain/indicatorCode.ts';
import type { CatalogueFramework, CatalogueIndicator, CatalogueLink } from '#domain/indicator.ts';

export const EUTF_2018 = 'EUTF-2018';
export const EUTF_2022 = 'EUTF-2022';

export const EUTF_FRAMEWORKS: readonly CatalogueFramework[] = [
	{
		code: EUTF_2018,
		name: 'EUTF common output indicators, 2018',
		publishedOn: '2018-01-01',
		source:
			'https://trust-fund-for-africa.europa.eu/news/3rd-monitoring-report-eutf-north-africa-region-published-2021-04-12_en',
	},
	{
		code: EUTF_2022,
		name: 'EUTF common output indicators, 2022',
		publishedOn: '2022-07-01',
		source: 'https://trust-fund-for-africa.europa.eu/monitoring-and-evaluation-framework-north-africa_en',
	},
];

// Hectares and euro are measured; everything else in the two sets is counted one by one.
const MEASURED_UNITS: ReadonlySet<string> = new Set(['hectares', 'EUR']);

// Victims of trafficking: published cells of this indicator hold as few as one person.
const SENSITIVE: ReadonlySet<string> = new Set([`${EUTF_2018}/4.4`]);

// What the North of Africa window agreed to split people by.
const PEOPLE_DIMENSIONS = ['sex', 'age', 'beneficiary_type'] as const;

function catalogued(framework: string, [code, unit, counts, title]: TitleRow): CatalogueIndicator {
	return {
		framework,
		code,
		title,
		unit,
		counts,
		whole: !MEASURED_UNITS.has(unit),
		valueKind: 'increment',
		overTime: null,
		overPartner: 'sum',
		overPlace: 'sum',
		sensitive: SENSITIVE.has(`${framework}/${code}`),
		dimensions: counts === 'things' ? [] : PEOPLE_DIMENSIONS,
		sortKey: indicatorSortKey(code),
	};
}

/** Both sets, each in the order of its codes. */
export const EUTF_INDICATORS: readonly CatalogueIndicator[] = [
	...TITLES_2018.map((row) => catalogued(EUTF_2018, row)),
	...TITLES_2022.map((row) => catalogued(EUTF_2022, row)),
];

type LinkRow = readonly [from: string, to: string, relation: CatalogueLink['relation'], note?: string];

// Not linked at all: 3.8 (another meaning), and 1.7, 1.7bis, 3.9, 4.2bis, 4.4, 4.7, 4.8, which have no successor.
const LINKS: readonly LinkRow[] = [
	['1.1', '1.1', 'renamed'],
	['1.2', '1.2', 'same'],
	['1.3', '1.3', 'renamed'],
	['1.4', '1.4', 'same'],
	['1.5', '1.1', 'partly', 'Job placements are one part of "jobs created or supported".'],
	['1.6', '1.5', 'renamed', 'Renumbered.'],
	['2.1', '2.1', 'same'],
	['2.1bis', '2.1bis', 'same'],
	['2.2', '2.2', 'partly', 'The unit changed: people receiving services, then services delivered.'],
	['2.3', '2.3', 'same'],
	['2.4', '2.4', 'same'],
	['2.5', '2.5', 'same'],
	['2.6', '2.6', 'renamed'],
	['2.7', '2.7', 'renamed', 'Information became sensitisation campaigns.'],
	['2.8', '2.8', 'same'],
	['2.9', '2.9', 'renamed'],
	['3.1', '3.1', 'renamed'],
	['3.2', '3.2', 'renamed'],
	['3.3', '3.3', 'renamed'],
	['3.4', '3.4', 'renamed'],
	['3.5', '3.5bis', 'renamed', 'Renumbered; 3.5 now means post-arrival assistance.'],
	['3.6', '3.6', 'renamed'],
	['3.7', '3.7', 'renamed', 'Protection was added to migration management.'],
	['3.10', '3.10', 'same'],
	['3.11', '3.11', 'renamed'],
	['4.1', '4.1', 'partly', 'Border stations are one kind of "infrastructures to strengthen governance".'],
	['4.2', '4.2', 'renamed'],
	['4.3', '4.3', 'renamed'],
	['4.5', '5.4', 'renamed', 'Renumbered; cross-border became regional cooperation.'],
	['4.6', '4.6', 'renamed', 'Laws were added.'],
	['5.1', '5.1', 'same'],
	['5.2', '5.2', 'renamed', 'Tools became systems.'],
	['5.3', '5.3', 'same'],
];

/** Which indicator of 2018 became which of 2022. */
export const EUTF_CROSSWALK: readonly CatalogueLink[] = LINKS.map(([from, to, relation, note]) => ({
	from: { framework: EUTF_2018, code: from },
	to: { framework: EUTF_2022, code: to },
	relation,
	note: note ?? null,
}));

/** Indicators of that title, any of the two sets; white space does not matter. Six titles stand in both. */
export function eutfIndicatorsTitled(title: string): readonly CatalogueIndicator[] {
	return BY_TITLE.get(titleKey(title)) ?? [];
}

const BY_TITLE: ReadonlyMap<string, readonly CatalogueIndicator[]> = Map.groupBy(
	EUTF_INDICATORS,
	(indicator) => titleKey(indicator.title),
);

function titleKey(title: string): string {
	return title.replace(/\s+/gu, ' ').trim();
}
