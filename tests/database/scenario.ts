// One project with an approved report, a returned correction and a draft: what bad statements are tried on.

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

/** `{word}` in SQL stands for the quoted id of the word. */
export function withIds(text: string): string {
	return text.replaceAll(/\{([a-z -]+)\}/g, (_, word: string) => {
		const known = WORDS.find((candidate) => candidate === word);
		if (!known) throw new RangeError(`No id for ${word}`);
		return `'${id(known)}'`;
	});
}

/** Makes the scenario in a migrated database. */
export const scenario = withIds(`
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
		insert into breakdown (id, observation_id, dimensions) values ({breakdown}, {observation}, array['sex']);
		insert into breakdown_part (breakdown_id, categories, value) values ({breakdown}, array['female'], 7), ({breakdown}, array['male'], 5);
		insert into activity_claim (id, revision_id, activity_id, series_id, participants)
		values ({claim}, {approved}, {activity}, {series}, 12);
		update report_revision set state = 'submitted' where id = {approved};
		update report_revision set state = 'approved' where id = {approved};
		insert into report_revision (id, report_id, number, reason) values ({returned}, {report}, 2, 'Two people more');
		update report_revision set state = 'submitted' where id = {returned};
		update report_revision set state = 'returned', decision_note = 'Which ones?' where id = {returned};
		insert into report_revision (id, report_id, number, reason) values ({draft}, {report}, 3, 'Two people more');
		insert into observation (id, revision_id, series_id, value) values ({draft observation}, {draft}, {series}, 14);
		insert into breakdown (id, observation_id, dimensions) values ({draft breakdown}, {draft observation}, array['sex']);
		insert into edition (id, programme_id, number, period_code) values ({edition}, {programme}, 1, '2021-Q1');
		insert into edition_row (edition_id, position, content) values ({edition}, 1, '{"actual": 12}');
	`);
