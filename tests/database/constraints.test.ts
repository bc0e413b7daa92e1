// Bad states are impossible, whoever asks: everything here runs as the owner of the database.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

let database: TestDatabase;

const CHECK = '23514';
const FOREIGN_KEY = '23503';
const UNIQUE = '23505';
const NOT_NULL = '23502';

/** Ids are words here: `id('series')` is the same uuid wherever it is written. */
const WORDS = [
	'programme',
	'demonstration',
	'project',
	'child',
	'grandchild',
	'made-up project',
	'organisation',
	'other organisation',
	'third organisation',
	'indicator',
	'level indicator',
	'line',
	'level line',
	'child line',
	'made-up line',
	'series',
	'other series',
	'child series',
	'level series',
	'successor',
	'made-up series',
	'schedule',
	'report',
	'next report',
	'child report',
	'made-up report',
	'approved',
	'draft',
	'next draft',
	'child draft',
	'returned',
	'made-up draft',
	'observation',
	'draft observation',
	'breakdown',
	'draft breakdown',
	'activity',
	'claim',
	'edition',
	'new',
] as const;
type Word = (typeof WORDS)[number];

function id(word: Word): string {
	return `00000000-0000-4000-8000-${String(WORDS.indexOf(word)).padStart(12, '0')}`;
}

/** `{word}` stands for the quoted id of a word. */
function withIds(text: string): string {
	return text.replaceAll(/\{([a-z -]+)\}/g, (_, word: string) => {
		const known = WORDS.find((candidate) => candidate === word);
		if (!known) throw new RangeError(`No id for ${word}`);
		return `'${id(known)}'`;
	});
}

beforeAll(async () => {
	database = await openTestDatabase();
	await database.sql.run(
		withIds(
			`
		insert into country values ('EG', 'Egypt'), ('TN', 'Tunisia');
		insert into organisation (id, slug, name) values
			({organisation}, 'one', 'One'), ({other organisation}, 'two', 'Two'), ({third organisation}, 'three', 'Three');
		insert into programme (id, code, name, demonstration) values
			({programme}, 'REAL', 'Real', false), ({demonstration}, 'SHOW', 'Show', true);
		insert into framework (code, name, published_on) values ('F', 'F', '2020-01-01');
		insert into indicator (id, framework_code, code, title, unit, value_kind) values
			({indicator}, 'F', '1', 'People trained', 'people', 'increment'),
			({level indicator}, 'F', '2', 'Places open', 'places', 'level');
		insert into project (id, programme_id, parent_id, code, title, level, starts_on, ends_on) values
			({project}, {programme}, null, 'P', 'P', 'programme', '2020-01-01', '2022-12-31'),
			({child}, {programme}, {project}, 'C', 'C', 'decision', null, null),
			({grandchild}, {programme}, {child}, 'G', 'G', 'contract', null, null),
			({made-up project}, {demonstration}, null, 'M', 'M', 'contract', null, null);
		insert into period (code, kind, starts_on, ends_on, as_of) values
			('2021-Q1', 'quarter', '2021-01-01', '2021-03-31', '2021-03-31'),
			('2021-Q2', 'quarter', '2021-04-01', '2021-06-30', '2021-06-30'),
			('2021-Q3', 'quarter', '2021-07-01', '2021-09-30', '2021-09-30');
		insert into programme_period (programme_id, period_code) values
			({programme}, '2021-Q1'), ({programme}, '2021-Q2'), ({demonstration}, '2021-Q1');
		insert into project_indicator (id, project_id, indicator_id, value_kind) values
			({line}, {project}, {indicator}, 'increment'),
			({level line}, {project}, {level indicator}, 'level'),
			({child line}, {child}, {indicator}, 'increment'),
			({made-up line}, {made-up project}, {indicator}, 'increment');
		insert into series (id, project_indicator_id, programme_id, project_id, indicator_id, country_iso2, organisation_id, continues_id)
		values
			({series}, {line}, {programme}, {project}, {indicator}, 'EG', {organisation}, null),
			({other series}, {line}, {programme}, {project}, {indicator}, 'EG', {other organisation}, null),
			({level series}, {level line}, {programme}, {project}, {level indicator}, 'EG', {organisation}, null),
			({child series}, {child line}, {programme}, {child}, {indicator}, 'EG', {organisation}, null),
			({made-up series}, {made-up line}, {demonstration}, {made-up project}, {indicator}, null, {organisation}, null),
			({successor}, {line}, {programme}, {project}, {indicator}, 'EG', {third organisation}, {series});
		begin;
		insert into target_schedule (id, series_id, version, in_force_from) values ({schedule}, {series}, 1, '2021-01-01');
		insert into target (schedule_id, position, period_start, period_end, basis, value)
		values ({schedule}, 1, '2021-01-01', '2022-12-31', 'to_date', 100);
		commit;
		insert into report (id, programme_id, project_id, organisation_id, period_code) values
			({report}, {programme}, {project}, {organisation}, '2021-Q1'),
			({next report}, {programme}, {project}, {organisation}, '2021-Q2'),
			({child report}, {programme}, {child}, {organisation}, '2021-Q1'),
			({made-up report}, {demonstration}, {made-up project}, {organisation}, '2021-Q1');
		insert into activity (id, programme_id, kind, title, starts_on, ends_on)
		values ({activity}, {programme}, 'workshop', 'A workshop', '2021-02-01', '2021-02-02');
		insert into report_revision (id, report_id, number, reason) values
			({approved}, {report}, 1, null), ({next draft}, {next report}, 1, null), ({child draft}, {child report}, 1, null),
			({made-up draft}, {made-up report}, 1, null);
		insert into observation (id, revision_id, series_id, value) values ({observation}, {approved}, {series}, 12);
		insert into breakdown (id, observation_id, dimensions) values ({breakdown}, {observation}, '{sex}');
		insert into breakdown_part (breakdown_id, categories, value) values ({breakdown}, '{female}', 7), ({breakdown}, '{male}', 5);
		insert into activity_claim (id, revision_id, activity_id, series_id, participants)
		values ({claim}, {approved}, {activity}, {series}, 12);
		update report_revision set state = 'submitted' where id = {approved};
		update report_revision set state = 'approved' where id = {approved};
		insert into report_revision (id, report_id, number, reason) values ({returned}, {report}, 2, 'Two people more');
		update report_revision set state = 'submitted' where id = {returned};
		update report_revision set state = 'returned', decision_note = 'Which ones?' where id = {returned};
		insert into report_revision (id, report_id, number, reason) values ({draft}, {report}, 3, 'Two people more');
		insert into observation (id, revision_id, series_id, value) values ({draft observation}, {draft}, {series}, 14);
		insert into breakdown (id, observation_id, dimensions) values ({draft breakdown}, {draft observation}, '{sex}');
		insert into edition (id, programme_id, number, period_code) values ({edition}, {programme}, 1, '2021-Q1');
		insert into edition_row (edition_id, position, content) values ({edition}, 1, '{"actual": 12}');
	`
				.replaceAll("'{sex}'", "array['sex']")
				.replaceAll("'{female}'", "array['female']")
				.replaceAll("'{male}'", "array['male']"),
		),
	);
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
