// Bad states are impossible, whoever asks: everything here runs as the owner of the database.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { scenario, withIds } from './scenario.ts';

let database: TestDatabase;

const CHECK = '23514';
const FOREIGN_KEY = '23503';
const UNIQUE = '23505';
const NOT_NULL = '23502';

beforeAll(async () => {
	database = await openTestDatabase();
	await database.sql.run(scenario);
});
afterAll(() => database.close());

type Case = readonly [what: string, statement: string, code?: string];

/** Tries a statement in a transaction that never stays: the code it is refused with, or 'accepted'. */
async function attempt(statement: string): Promise<string> {
	try {
		await database.sql.transaction(async (session) => {
			await session.run(withIds(statement));
			throw new Error('accepted');
		});
	} catch (error) {
		if (error instanceof Error && 'code' in error) return String(error.code);
		if (error instanceof Error && error.message === 'accepted') return 'accepted';
		throw error;
	}
	return 'accepted';
}

function refused(cases: readonly Case[]): void {
	for (const [what, statement, code = CHECK] of cases) {
		test(`refuses ${what}`, async () => {
			expect(await attempt(statement)).toBe(code);
		});
	}
}

function allowed(cases: readonly Case[]): void {
	for (const [what, statement] of cases) {
		test(`allows ${what}`, async () => {
			expect(await attempt(statement)).toBe('accepted');
		});
	}
}

describe('a figure', () => {
	allowed([
		['a value in a draft', 'update observation set value = 15 where id = {draft observation}'],
		['zero', 'update observation set value = 0 where id = {draft observation}'],
		[
			'not applicable with its reason',
			`update observation set value = null, not_applicable = 'No course' where id = {draft observation}`,
		],
		[
			'a numerator with a denominator',
			'update observation set value = null, numerator = 1, denominator = 0 where id = {draft observation}',
		],
		[
			'a made-up figure in a demonstration',
			`insert into observation (revision_id, series_id, value, origin) values ({made-up draft}, {made-up series}, 1, 'made_up')`,
		],
	]);
	refused([
		[
			'a value without a series',
			'insert into observation (revision_id, value) values ({draft}, 1)',
			NOT_NULL,
		],
		[
			'a value of a series that is not there',
			'insert into observation (revision_id, series_id, value) values ({draft}, {new}, 1)',
			FOREIGN_KEY,
		],
		['no answer at all', 'update observation set value = null where id = {draft observation}'],
		[
			'two answers at once',
			`update observation set not_applicable = 'No course' where id = {draft observation}`,
		],
		[
			'a numerator alone',
			'update observation set value = null, numerator = 1 where id = {draft observation}',
		],
		['a denominator beside a value', 'update observation set denominator = 1 where id = {draft observation}'],
		['a value that is no number', `update observation set value = 'NaN' where id = {draft observation}`],
		['an infinite value', `update observation set value = 'Infinity' where id = {draft observation}`],
		[
			'a published figure without its source',
			`update observation set origin = 'source' where id = {draft observation}`,
		],
		[
			'a made-up figure in a real programme',
			`update observation set origin = 'made_up' where id = {draft observation}`,
		],
		[
			'a figure of another organisation',
			'insert into observation (revision_id, series_id, value) values ({draft}, {other series}, 1)',
		],
		[
			'a figure of another project',
			'insert into observation (revision_id, series_id, value) values ({draft}, {child series}, 1)',
		],
		[
			'a second figure of a series in one revision',
			'insert into observation (revision_id, series_id, value) values ({draft}, {series}, 1)',
			UNIQUE,
		],
		[
			'a status that cannot be set by hand',
			`update observation set rating = 'not-due' where id = {draft observation}`,
		],
		[
			'a series that moves to another organisation under its figures',
			'update series set organisation_id = {other organisation}, country_iso2 = null where id = {series}',
		],
		[
			'a series that moves to another project under its figures',
			`update series set project_id = {child}, project_indicator_id = {child line}, country_iso2 = 'TN', continues_id = null where id = {series}`,
		],
		['a series that is removed under its figures', 'delete from series where id = {series}', FOREIGN_KEY],
	]);
});

describe('a breakdown', () => {
	allowed([
		[
			'three dimensions',
			`update breakdown set dimensions = '{sex,age,status}' where id = {draft breakdown}`.replace(
				'{sex,age,status}',
				'{"sex","age","status"}',
			),
		],
		['an unknown bucket', `insert into breakdown_part values ({draft breakdown}, array['unknown'], 3)`],
	]);
	refused([
		[
			'four dimensions',
			`update breakdown set dimensions = array['sex', 'age', 'status', 'origin'] where id = {draft breakdown}`,
		],
		['no dimension', `update breakdown set dimensions = array[]::text[] where id = {draft breakdown}`],
		[
			'a part with two categories where there is one dimension',
			`insert into breakdown_part values ({draft breakdown}, array['female', 'under 18'], 3)`,
		],
		['a negative part', `insert into breakdown_part values ({draft breakdown}, array['female'], -1)`],
		[
			'the same breakdown twice',
			`insert into breakdown (observation_id, dimensions) values ({draft observation}, array['sex'])`,
			UNIQUE,
		],
		[
			'fewer dimensions than its parts have categories',
			`insert into breakdown_part values ({draft breakdown}, array['female'], 1); update breakdown set dimensions = array['sex', 'age'] where id = {draft breakdown}`,
		],
	]);
});

describe('an approved revision', () => {
	refused([
		['another value', 'update observation set value = 13 where id = {observation}'],
		[
			'a figure more',
			'insert into observation (revision_id, series_id, value) values ({approved}, {level series}, 1)',
		],
		['a figure less', 'delete from observation where id = {observation}'],
		[
			'a figure that moves to a draft',
			'update observation set revision_id = {next draft} where id = {observation}',
		],
		[
			'a breakdown more',
			`insert into breakdown (observation_id, dimensions) values ({observation}, array['age'])`,
		],
		['other dimensions', `update breakdown set dimensions = array['age'] where id = {breakdown}`],
		['a breakdown less', 'delete from breakdown where id = {breakdown}'],
		[
			'a breakdown that moves to a draft',
			`delete from breakdown where id = {draft breakdown}; update breakdown set observation_id = {draft observation} where id = {breakdown}`,
		],
		['another part', 'update breakdown_part set value = 8 where breakdown_id = {breakdown}'],
		['a part less', 'delete from breakdown_part where breakdown_id = {breakdown}'],
		[
			'a part that moves to a draft',
			'update breakdown_part set breakdown_id = {draft breakdown} where breakdown_id = {breakdown}',
		],
		['another claim', 'update activity_claim set participants = 20 where id = {claim}'],
		['a claim less', 'delete from activity_claim where id = {claim}'],
		['a claim that moves to a draft', 'update activity_claim set revision_id = {draft} where id = {claim}'],
		[
			'a claim more',
			'insert into activity_claim (revision_id, activity_id, series_id, participants) values ({approved}, {activity}, {series}, 1)',
		],
		['another narrative', `update report_revision set narrative = 'More' where id = {approved}`],
		['another reason', `update report_revision set reason = 'More' where id = {approved}`],
		['being withdrawn', `update report_revision set state = 'draft' where id = {approved}`],
		[
			'being returned',
			`update report_revision set state = 'returned', decision_note = 'No' where id = {approved}`,
		],
		['leaving force', 'update report_revision set in_force = false where id = {approved}'],
		['another number', 'update report_revision set number = 9 where id = {approved}'],
		[
			'another report',
			'update report_revision set report_id = {next report}, number = 9 where id = {approved}',
		],
		[
			'a report that moves to another period',
			`update report set period_code = '2021-Q2' where id = {report}`,
		],
		[
			'a report that moves to another project',
			`update report set project_id = {grandchild} where id = {report}`,
		],
		[
			'a report that moves to another organisation',
			'update report set organisation_id = {other organisation} where id = {report}',
		],
	]);
});

describe('a revision', () => {
	allowed([
		[
			'a draft that is submitted, withdrawn, submitted and approved',
			`
			update report_revision set state = 'submitted' where id = {draft};
			update report_revision set state = 'draft' where id = {draft};
			update report_revision set state = 'submitted' where id = {draft};
			update report_revision set state = 'approved' where id = {draft};`,
		],
	]);
	refused([
		['an approval that skips submission', `update report_revision set state = 'approved' where id = {draft}`],
		[
			'a return that skips submission',
			`update report_revision set state = 'returned', decision_note = 'No' where id = {draft}`,
		],
		[
			'a return without a note',
			`update report_revision set state = 'submitted' where id = {draft}; update report_revision set state = 'returned' where id = {draft}`,
		],
		['an approval after a return', `update report_revision set state = 'approved' where id = {returned}`],
		[
			'a resubmission of what was returned',
			`update report_revision set state = 'submitted' where id = {returned}`,
		],
		[
			'one that begins approved',
			`insert into report_revision (report_id, number, state) values ({next report}, 2, 'approved')`,
		],
		[
			'one that begins submitted',
			`insert into report_revision (report_id, number, reason, state) values ({next report}, 2, 'More', 'submitted')`,
		],
		[
			'a second one without a reason',
			'insert into report_revision (report_id, number) values ({next report}, 2)',
		],
		[
			'a second one with an empty reason',
			`insert into report_revision (report_id, number, reason) values ({next report}, 2, '')`,
		],
		[
			'the same number twice',
			`insert into report_revision (report_id, number, reason) values ({report}, 3, 'More')`,
			UNIQUE,
		],
		[
			'a figure changed while submitted',
			`update report_revision set state = 'submitted' where id = {draft}; update observation set value = 1 where id = {draft observation}`,
		],
		[
			'a claim on a figure that is not in it',
			'insert into activity_claim (revision_id, activity_id, series_id, participants) values ({next draft}, {activity}, {series}, 1)',
			FOREIGN_KEY,
		],
		[
			'a negative claim',
			'insert into activity_claim (revision_id, activity_id, series_id, participants) values ({draft}, {activity}, {series}, -1)',
		],
		[
			'a report for a period the programme has not opened',
			`insert into report (programme_id, project_id, organisation_id, period_code) values ({programme}, {project}, {organisation}, '2021-Q3')`,
			FOREIGN_KEY,
		],
		[
			'a second report for one project, organisation and period',
			`insert into report (programme_id, project_id, organisation_id, period_code) values ({programme}, {project}, {organisation}, '2021-Q1')`,
			UNIQUE,
		],
		[
			'a report of another programme',
			`insert into report (programme_id, project_id, organisation_id, period_code) values ({demonstration}, {project}, {other organisation}, '2021-Q1')`,
			FOREIGN_KEY,
		],
	]);
});

describe('targets', () => {
	allowed([
		[
			'the next version with a reason',
			`
			insert into target_schedule (id, series_id, version, in_force_from, reason) values ({new}, {series}, 2, '2021-07-01', 'Agreed');
			insert into target (schedule_id, position, period_start, period_end, basis, text_value)
			values ({new}, 1, '2021-01-01', '2022-12-31', 'to_date', 'TBD');`,
		],
	]);
	refused([
		['an edited version', `update target_schedule set in_force_from = '2020-01-01' where id = {schedule}`],
		['a deleted version', 'delete from target_schedule where id = {schedule}'],
		['an edited row', 'update target set value = 90 where schedule_id = {schedule}'],
		['a deleted row', 'delete from target where schedule_id = {schedule}'],
		[
			'a second version without a reason',
			`insert into target_schedule (series_id, version, in_force_from) values ({series}, 2, '2021-07-01')`,
		],
		[
			'a later version in force before an earlier one',
			`insert into target_schedule (series_id, version, in_force_from, reason) values ({series}, 2, '2020-06-01', 'Agreed')`,
		],
		[
			'an earlier version written after a later one and in force after it',
			`
			insert into target_schedule (series_id, version, in_force_from, reason) values ({series}, 3, '2021-07-01', 'Agreed');
			insert into target_schedule (series_id, version, in_force_from, reason) values ({series}, 2, '2022-07-01', 'Agreed');`,
		],
		[
			'the same version twice',
			`insert into target_schedule (series_id, version, in_force_from) values ({series}, 1, '2021-07-01')`,
			UNIQUE,
		],
		[
			'a row with neither number nor text',
			`
			insert into target_schedule (id, series_id, version, in_force_from, reason) values ({new}, {series}, 2, '2021-07-01', 'Agreed');
			insert into target (schedule_id, position, period_start, period_end, basis) values ({new}, 1, '2021-01-01', '2022-12-31', 'to_date');`,
		],
		[
			'a row that ends before it starts',
			`
			insert into target_schedule (id, series_id, version, in_force_from, reason) values ({new}, {series}, 2, '2021-07-01', 'Agreed');
			insert into target (schedule_id, position, period_start, period_end, basis, value) values ({new}, 1, '2022-01-01', '2021-12-31', 'to_date', 1);`,
		],
		[
			'a level reached within a period',
			`
			insert into target_schedule (id, series_id, version, in_force_from) values ({new}, {level series}, 1, '2021-07-01');
			insert into target (schedule_id, position, period_start, period_end, basis, value) values ({new}, 1, '2021-01-01', '2021-12-31', 'in_period', 1);`,
		],
		[
			'a schedule of nothing',
			`insert into target_schedule (version, in_force_from) values (1, '2021-07-01')`,
		],
		[
			'a schedule of two things',
			`insert into target_schedule (series_id, project_indicator_id, version, in_force_from) values ({level series}, {line}, 1, '2021-07-01')`,
		],
	]);
});

describe('the tree and its series', () => {
	allowed([
		['a child that moves to the top', 'update project set parent_id = null where id = {child}'],
		['a chain of take-overs', 'update series set continues_id = {successor} where id = {other series}'],
	]);
	refused([
		['a project below itself', 'update project set parent_id = {project} where id = {project}'],
		['a ring of two', 'update project set parent_id = {child} where id = {project}'],
		['a ring of three', 'update project set parent_id = {grandchild} where id = {project}'],
		[
			'a child in another programme',
			'update project set parent_id = {made-up project} where id = {child}',
			FOREIGN_KEY,
		],
		[
			'a project that ends before it starts',
			`update project set ends_on = '2019-12-31' where id = {project}`,
		],
		[
			'a series of a line in another project',
			'update series set project_id = {child} where id = {level series}',
			FOREIGN_KEY,
		],
		[
			'a series in another programme',
			'update series set programme_id = {demonstration} where id = {level series}',
			FOREIGN_KEY,
		],
		[
			'one line twice for a country and organisation',
			`insert into series (project_indicator_id, programme_id, project_id, indicator_id, country_iso2, organisation_id)
			values ({line}, {programme}, {project}, {indicator}, 'EG', {organisation})`,
			UNIQUE,
		],
		[
			'one line twice for the region and organisation',
			`update series set country_iso2 = null where id = {other series};
			insert into series (project_indicator_id, programme_id, project_id, indicator_id, organisation_id)
			values ({line}, {programme}, {project}, {indicator}, {other organisation})`,
			UNIQUE,
		],
		['a series that takes over itself', 'update series set continues_id = {series} where id = {series}'],
		['a ring of take-overs', 'update series set continues_id = {successor} where id = {series}'],
		['a take-over from another country', `update series set country_iso2 = 'TN' where id = {successor}`],
		[
			'two successors, who would both carry the history',
			'update series set continues_id = {series} where id = {other series}',
			UNIQUE,
		],
		[
			'a take-over of another line',
			'update series set continues_id = {child series} where id = {other series}',
			FOREIGN_KEY,
		],
		['percentages that are summed', `update indicator set value_kind = 'ratio' where id = {indicator}`],
		['an ordinal answer that is summed', `update indicator set measure = 'ordinal' where id = {indicator}`],
		[
			'an indicator that became itself',
			`insert into indicator_crosswalk (from_id, to_id, relation) values ({indicator}, {indicator}, 'same')`,
		],
	]);
});

describe('an edition', () => {
	refused([
		['another number', 'update edition set number = 2 where id = {edition}'],
		['another note', `update edition set note = 'Corrected' where id = {edition}`],
		['being withdrawn', 'delete from edition where id = {edition}'],
		['another figure', `update edition_row set content = '{}' where edition_id = {edition}`],
		['a figure less', 'delete from edition_row where edition_id = {edition}'],
		[
			'the same number twice',
			`insert into edition (programme_id, number, period_code) values ({programme}, 1, '2021-Q1')`,
			UNIQUE,
		],
		['one of nothing', `insert into edition (number, period_code) values (1, '2021-Q1')`],
	]);
});

describe('the record of changes', () => {
	refused([
		['an edited entry', `update audit_log set actor = null where table_name = 'report_revision'`],
		['a deleted entry', `delete from audit_log where table_name = 'report_revision'`],
	]);
});
