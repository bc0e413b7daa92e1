import { describe, expect, it } from 'vitest';
import type { ChangeSet } from '#import/changeSet.ts';
import { stageEutf } from '#import/eutf.ts';
import {
	BASIC_SERVICES_2022,
	JOBS,
	MIGRANTS,
	MSMES,
	projectsFile,
	resultsFile,
	type ProjectCells,
	type ResultCells,
} from '../../../tests/support/eutfFiles.ts';

const DAY = '2021-12-17';
const DECISION: ProjectCells = {
	iati_id: 'T05-EUTF-NOA-LY-08',
	prefix: 'DEC',
	title: 'Protection in Libya',
	partner_implementing: 'International Organization for Migration',
	recipient_country: 'LY',
	project_parent: 'EU Trust Fund for Africa Results Framework',
};
const CONTRACT: ProjectCells = {
	...DECISION,
	iati_id: 'T05-EUTF-NOA-LY-08-01',
	prefix: 'CTR',
	project_parent: 'T05-EUTF-NOA-LY-08',
};
const ID = 'T05-EUTF-NOA-LY-08-01';

function staged(projects: readonly ProjectCells[], results: readonly ResultCells[]): ChangeSet {
	const outcome = stageEutf(resultsFile(...results), projectsFile(...projects), DAY);
	if (outcome.kind === 'problem') throw new Error(JSON.stringify(outcome));
	return outcome.changeSet;
}

const notesOf = ({ notes }: ChangeSet) => notes.map(({ kind, line, what }) => [kind, line, what]);
const kindsOf = ({ notes }: ChangeSet) => notes.map(({ kind }) => kind);

/** The rows of a set with one row per table, as the code of the indicator and the value. */
function valuesOf({ tables }: ChangeSet): (readonly [string, number | string | null])[] {
	const indicators = new Map(tables.indicator.map((row) => [row.id, `${row.framework_code} ${row.code}`]));
	const series = new Map(tables.series.map((row) => [row.id, indicators.get(row.indicator_id)]));
	return tables.observation.map(
		(row) => [String(series.get(row.series_id)), row.value ?? row.text_value] as const,
	);
}

describe('a project tree from untidy ids', () => {
	it('links en dashes, small letters and spaces to the tidy id, and says so', () => {
		const set = staged(
			[{ ...DECISION, iati_id: 't05-eutf-noa-ly–08 ' }, CONTRACT],
			[{ iati_id: ID, title: JOBS, actual: '1' }],
		);
		const [decision, contract] = set.tables.project;
		expect(decision).toMatchObject({
			code: 'T05-EUTF-NOA-LY-08',
			published_code: 't05-eutf-noa-ly–08 ',
			parent_id: null,
		});
		expect(contract).toMatchObject({ code: ID, parent_id: decision?.id, level: 'contract' });
		expect(notesOf(set)).toEqual([['id-tidied', 2, '"t05-eutf-noa-ly–08 " is T05-EUTF-NOA-LY-08']]);
	});

	it('puts parents first, wherever they stand in the file', () => {
		const set = staged([CONTRACT, DECISION], [{ iati_id: ID, title: JOBS, actual: '1' }]);
		expect(set.tables.project.map(({ code }) => code)).toEqual(['T05-EUTF-NOA-LY-08', ID]);
	});

	it('finds a project by each of two ids that were joined', () => {
		const joined = { ...CONTRACT, iati_id: `${ID} & 02` };
		const set = staged(
			[DECISION, joined],
			[{ iati_id: `${ID} & T05-EUTF-NOA-LY-08-02`, title: JOBS, actual: '7' }],
		);
		expect(set.tables.project.map(({ code }) => code)).toContain(`${ID} & T05-EUTF-NOA-LY-08-02`);
		expect(valuesOf(set)).toEqual([['EUTF-2018 1.1', 7]]);
	});

	it('keeps a test project and marks it', () => {
		const set = staged(
			[DECISION, { ...CONTRACT, iati_id: 'T05-EUTF-NOA-xx-xx', title: 'A test' }],
			[{ iati_id: 'T05-EUTF-NOA-LY-08', title: JOBS, actual: '1' }],
		);
		expect(set.tables.project.map(({ test }) => test)).toEqual([false, true]);
		expect(notesOf(set)).toContainEqual(['test-project', 3, 'T05-EUTF-NOA-XX-XX: A test']);
	});

	it('of two parents takes the one the id begins with', () => {
		const other = { ...DECISION, iati_id: 'T05-EUTF-NOA-LY-02' };
		const contract = { ...CONTRACT, project_parent: 'T05-EUTF-NOA-LY-02, T05-EUTF-NOA-LY-08' };
		const set = staged([other, DECISION, contract], [{ iati_id: ID, title: JOBS, actual: '1' }]);
		const parent = set.tables.project.find(({ code }) => code === 'T05-EUTF-NOA-LY-08');
		expect(set.tables.project.find(({ code }) => code === ID)?.parent_id).toBe(parent?.id);
		expect(kindsOf(set)).toEqual(['several-parents']);
	});

	it('takes a parent from the list of children, else from the id', () => {
		const lists = {
			...DECISION,
			iati_id: 'T05-EUTF-NOA-LY-09',
			project_child: `${ID}, T05-EUTF-NOA-, T05-EUTF-NOA-08-01`,
		};
		const listed = staged(
			[lists, { ...CONTRACT, project_parent: '' }],
			[{ iati_id: ID, title: JOBS, actual: '1' }],
		);
		expect(listed.tables.project[1]?.parent_id).toBe(listed.tables.project[0]?.id);
		expect(kindsOf(listed)).toEqual(['child-id-unreadable', 'child-not-in-file']);

		const byId = staged(
			[DECISION, { ...CONTRACT, project_parent: '' }],
			[{ iati_id: ID, title: JOBS, actual: '1' }],
		);
		expect(byId.tables.project[1]?.parent_id).toBe(byId.tables.project[0]?.id);
		expect(kindsOf(byId)).toEqual(['parent-from-id']);
	});

	it('keeps dates and budgets where they can be read', () => {
		const set = staged(
			[
				{ ...DECISION, date_start: '2020-01-01', date_end: '2019-01-01', budget: '2.4e+07' },
				{ ...CONTRACT, date_end: '31/12/2021', budget: 'TBD' },
			],
			[{ iati_id: ID, title: JOBS, actual: '1' }],
		);
		expect(set.tables.project).toMatchObject([
			{ starts_on: null, ends_on: null, budget: 24_000_000 },
			{ starts_on: null, ends_on: null, budget: null },
		]);
		expect(kindsOf(set)).toEqual(['dates-contradict', 'date-unreadable', 'no-number']);
	});

	it('leaves another window out', () => {
		const set = staged(
			[CONTRACT, { ...DECISION, iati_id: 'T05-EUTF-HOA-SO-01' }],
			[
				{ iati_id: ID, title: JOBS, actual: '1' },
				{ iati_id: 'T05-EUTF-HOA-SO-01', title: JOBS, actual: '2' },
			],
		);
		expect(set.tables.project).toHaveLength(1);
		expect(set.leftOut.map(({ file, line, why }) => [file, line, why])).toEqual([
			['projects.csv', 3, 'other-window'],
			['results.csv', 3, 'other-window'],
		]);
	});
});

describe('where figures belong', () => {
	const countryOf = (project: ProjectCells, parent: ProjectCells = DECISION) =>
		staged([parent, project], [{ iati_id: project.iati_id ?? '', title: JOBS, actual: '1' }]).tables.series[0]
			?.country_iso2;
	const regional: ProjectCells = { ...CONTRACT, iati_id: 'T05-EUTF-NOA-REG-08-01', recipient_country: '' };

	it('is the country of the column, else of the id', () => {
		expect(countryOf({ ...CONTRACT, recipient_country: 'EG' })).toBe('EG');
		expect(countryOf({ ...CONTRACT, recipient_country: '' })).toBe('LY');
	});

	it('is the decision’s only country where nothing else is known', () => {
		expect(countryOf({ ...regional, project_parent: 'T05-EUTF-NOA-LY-08' })).toBe('LY');
	});

	it('is regional for several countries without a split', () => {
		expect(countryOf({ ...regional, recipient_country: 'MA, TN' })).toBeNull();
		expect(countryOf(regional, { ...DECISION, recipient_country: 'EG, LY' })).toBeNull();
	});
});

describe('who reports', () => {
	const reporterOf = (project: ProjectCells) => {
		const { tables } = staged([project], [{ iati_id: project.iati_id ?? '', title: JOBS, actual: '1' }]);
		return tables.organisation.find(({ id }) => id === tables.series[0]?.organisation_id)?.slug;
	};

	it('is the one implementer, in a contract the first of several', () => {
		expect(reporterOf(DECISION)).toBe('iom');
		expect(reporterOf({ ...CONTRACT, partner_implementing: 'GIZ, UNICEF' })).toBe('giz');
	});

	it('is the fund where a decision has several or nobody is named', () => {
		expect(reporterOf({ ...DECISION, partner_implementing: 'GIZ, UNICEF' })).toBe('eutf');
		expect(reporterOf({ ...CONTRACT, partner_implementing: '' })).toBe('eutf');
	});
});

describe('indicators by title', () => {
	const two = [DECISION, CONTRACT];

	it('reads a title of both sets by the other titles of its project', () => {
		const set = staged(two, [
			{ iati_id: ID, title: MSMES, actual: '3' },
			{ iati_id: ID, title: BASIC_SERVICES_2022, actual: '4' },
			{ iati_id: 'T05-EUTF-NOA-LY-08', title: MSMES, actual: '5' },
			{ iati_id: 'T05-EUTF-NOA-LY-08', title: JOBS, actual: '6' },
		]);
		expect(valuesOf(set).toSorted()).toEqual([
			['EUTF-2018 1.1', 6],
			['EUTF-2018 1.2', 5],
			['EUTF-2022 1.2', 3],
			['EUTF-2022 2.2', 4],
		]);
	});

	it('reads it by the file where the project has no other title, if the file has one set', () => {
		const set = staged(two, [
			{ iati_id: ID, title: MSMES, actual: '3' },
			{ iati_id: 'T05-EUTF-NOA-LY-08', title: JOBS, actual: '6' },
		]);
		expect(valuesOf(set)).toContainEqual(['EUTF-2018 1.2', 3]);
	});

	it('leaves it out where nothing tells, and a title of no set too', () => {
		const set = staged(two, [
			{ iati_id: ID, title: MSMES, actual: '3' },
			{ iati_id: ID, title: 'Number of staff trained', target: '25', actual: '0' },
			{ iati_id: 'T05-EUTF-NOA-LY-08', title: JOBS, actual: '6' },
			{ iati_id: 'T05-EUTF-NOA-LY-08', title: BASIC_SERVICES_2022, actual: '6' },
		]);
		expect(set.leftOut.map(({ line, why }) => [line, why])).toEqual([
			[2, 'framework-unclear'],
			[3, 'not-in-a-framework'],
		]);
		expect(set.leftOut[1]?.what).toBe(`${ID} "Number of staff trained" target "25" actual "0"`);
	});
});

describe('figures as published', () => {
	it.each([
		['3794.00', 3794],
		['1 800 000', 1_800_000],
		['1,296', 1296],
		['0', 0],
		['80%', '80%'],
		['TBD', 'TBD'],
		['NULL', 'NULL'],
		['10,000 individual and 1,000 MSMEs', '10,000 individual and 1,000 MSMEs'],
		['Baseline +50%', 'Baseline +50%'],
	])('%s', (typed, kept) => {
		const set = staged([CONTRACT], [{ iati_id: ID, title: JOBS, target: typed, actual: typed }]);
		expect(valuesOf(set)).toEqual([['EUTF-2018 1.1', kept]]);
		const expected =
			typeof kept === 'number' ? { value: kept, text_value: null } : { value: null, text_value: kept };
		expect(set.tables.target).toMatchObject([{ ...expected, basis: 'to_date', dated: false }]);
		expect(kindsOf(set).filter((kind) => kind === 'no-number')).toHaveLength(
			typeof kept === 'number' ? 0 : 2,
		);
	});

	it('asks about a fraction of a person', () => {
		const set = staged([CONTRACT], [{ iati_id: ID, title: MIGRANTS, target: '0,6' }]);
		expect(set.tables.target[0]?.value).toBe(0.6);
		expect(notesOf(set)).toContainEqual(['fraction-of-a-count', 2, `${ID} 3.2 target "0,6"`]);
	});

	it('does not guess about what is measured', () => {
		const hectares = 'Hectares of land benefitting from improved agricultural management';
		const set = staged([CONTRACT], [{ iati_id: ID, title: hectares, actual: '1,296' }]);
		expect(valuesOf(set)).toEqual([['EUTF-2018 2.6', '1,296']]);
	});

	it('an empty row is a line of the logframe without a series; zero is a value', () => {
		const set = staged(
			[CONTRACT],
			[
				{ iati_id: ID, title: JOBS },
				{ iati_id: ID, title: MIGRANTS, actual: '0' },
			],
		);
		expect(set.tables.project_indicator).toHaveLength(2);
		expect(set.tables.series).toHaveLength(1);
		expect(valuesOf(set)).toEqual([['EUTF-2018 3.2', 0]]);
	});

	it('keeps a target without a value, and owes no report for it', () => {
		const set = staged([CONTRACT], [{ iati_id: ID, title: JOBS, target: '60' }]);
		expect([set.tables.series.length, set.tables.target.length]).toEqual([1, 1]);
		expect([set.tables.report.length, set.tables.observation.length]).toEqual([0, 0]);
	});

	it('is one snapshot of running totals', () => {
		const set = staged([CONTRACT], [{ iati_id: ID, title: JOBS, actual: '1' }]);
		expect(set.tables.period).toEqual([
			{ code: 'S-2021-12-17', kind: 'snapshot', starts_on: '2015-01-01', ends_on: '2025-12-31', as_of: DAY },
		]);
		expect(set.tables.project_indicator[0]?.value_kind).toBe('cumulative');
		expect(set.tables.project[0]?.frequency).toBe('snapshot');
	});

	it('leaves rows of another period out', () => {
		const set = staged(
			[CONTRACT],
			[
				{ iati_id: ID, title: JOBS, actual: '1' },
				{ iati_id: ID, title: MIGRANTS, actual: '2', period_start: '2017-02-01', period_end: '2017-03-31' },
				{ iati_id: ID, title: MSMES, actual: '3' },
			],
		);
		expect(set.leftOut.map(({ line, why }) => [line, why])).toEqual([[3, 'other-period']]);
	});
});

describe('the same project and indicator twice', () => {
	const twice = (first: ResultCells, second: ResultCells) =>
		staged(
			[CONTRACT],
			[
				{ iati_id: ID, title: JOBS, ...first },
				{ iati_id: ID, title: JOBS, ...second },
			],
		);

	it('counts once where both say the same, or one says nothing', () => {
		for (const [first, second, line] of [
			[{ actual: '5' }, { actual: '5' }, 3],
			[{}, { actual: '5' }, 2],
		] as const) {
			const set = twice(first, second);
			expect(valuesOf(set)).toEqual([['EUTF-2018 1.1', 5]]);
			expect(set.leftOut.map((row) => [row.line, row.why])).toEqual([[line, 'same-row-twice']]);
		}
	});

	it('is left out where the rows contradict each other', () => {
		const set = twice({ actual: '5' }, { actual: '6' });
		expect(valuesOf(set)).toEqual([]);
		expect(set.leftOut.map(({ line, why }) => [line, why])).toEqual([
			[2, 'rows-disagree'],
			[3, 'rows-disagree'],
		]);
	});
});

describe('ids', () => {
	const actual = (value: string) =>
		staged([CONTRACT], [{ iati_id: ID, title: JOBS, actual: value, target: '9' }]);

	it('are the same each time', () => {
		expect(actual('5')).toEqual(actual('5'));
	});

	it('tell another figure as another revision of the same report', () => {
		const [before, after] = [actual('5').tables, actual('6').tables];
		expect(after.report).toEqual(before.report);
		expect(after.series).toEqual(before.series);
		expect(after.report_revision[0]?.id).not.toBe(before.report_revision[0]?.id);
	});

	it('are unique within each table', () => {
		const { tables } = actual('5');
		for (const rows of [tables.organisation, tables.indicator, tables.project_indicator, tables.series]) {
			expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
		}
	});
});

describe('a broken file', () => {
	const projects = projectsFile(DECISION, CONTRACT);
	const results = resultsFile(
		{ iati_id: ID, title: JOBS, actual: '1' },
		{ iati_id: ID, title: MIGRANTS, actual: '2' },
	);
	const problemOf = (resultsText: string, projectsText: string = projects.text, day = DAY) => {
		const outcome = stageEutf(
			{ name: 'results.csv', text: resultsText },
			{ name: 'projects.csv', text: projectsText },
			day,
		);
		if (outcome.kind !== 'problem') throw new Error('it was staged');
		return [outcome.file, outcome.line, outcome.key];
	};

	it('has no column', () => {
		expect(problemOf(results.text.replace('actual', 'value'))).toEqual([
			'results.csv',
			1,
			'import.columnMissing',
		]);
		expect(problemOf(results.text, projects.text.replace('project_parent', 'parent'))).toEqual([
			'projects.csv',
			1,
			'import.columnMissing',
		]);
	});

	it('is cut off', () => {
		expect(problemOf(`${results.text}${ID},"EUTF ind`)).toEqual(['results.csv', 4, 'import.quoteNotClosed']);
		expect(problemOf(`${results.text}${ID},EUTF ind`)).toEqual(['results.csv', 4, 'import.cellCount']);
		expect(problemOf('')).toEqual(['results.csv', null, 'import.empty']);
		expect(problemOf(results.text.split('\n')[0] ?? '')).toEqual(['results.csv', null, 'import.empty']);
	});

	it('opens a quotation mark too many in the middle', () => {
		const text = results.text.replace(`${ID},,${JOBS}`, `${ID},"EUTF,${JOBS}`);
		expect(problemOf(text)).toEqual(['results.csv', 2, 'import.quoteNotClosed']);
	});

	it('names an unknown project, or one twice, or one below itself', () => {
		expect(problemOf(resultsFile({ iati_id: 'T05-EUTF-NOA-LY-99', title: JOBS }).text)).toEqual([
			'results.csv',
			2,
			'import.projectUnknown',
		]);
		expect(
			problemOf(results.text, projectsFile(CONTRACT, { ...CONTRACT, iati_id: ID.toLowerCase() }).text),
		).toEqual(['projects.csv', 3, 'import.projectTwice']);
		const ring = projectsFile({ ...DECISION, project_parent: ID }, CONTRACT);
		expect(problemOf(results.text, ring.text)).toEqual(['projects.csv', 2, 'import.projectRing']);
	});

	it('has no period, or a day that is none', () => {
		expect(problemOf(resultsFile({ iati_id: ID, title: JOBS, period_start: '' }).text)).toEqual([
			'results.csv',
			null,
			'import.noPeriod',
		]);
		expect(problemOf(results.text, projects.text, '17/12/2021')).toEqual([
			'results.csv',
			null,
			'import.dayUnreadable',
		]);
	});

	it('may be cut at a line’s end: that is said', () => {
		const outcome = stageEutf({ ...results, text: results.text.trimEnd() }, projects, DAY);
		expect(outcome.kind === 'staged' && kindsOf(outcome.changeSet)).toEqual(['file-may-be-cut']);
	});

	it('is not one with a byte order mark, Windows line ends and further columns', () => {
		const lines = results.text.trimEnd().split('\n');
		const text = `\uFEFF${lines.map((line, index) => `${line},${index === 0 ? 'note' : 'x'}\r\n`).join('')}`;
		expect(stageEutf({ ...results, text }, projects, DAY).kind).toBe('staged');
	});
});
