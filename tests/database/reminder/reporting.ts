import type { WaymarkClient } from '../../../src/lib/server/backend/backend.ts';
import { idOf } from '../security/idOf.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

/** The quarter that is owed here, and the day it is due. */
export const quarter = { code: '2022-Q3', due: '2022-10-31' } as const;

/** Two partners of a real programme, one also in a demonstration; nobody is a member yet. */
export type ReminderWorld = {
	readonly database: TestDatabase;
	readonly service: WaymarkClient;
	/** Somebody who reports for organisations, as they are kept in `person`. */
	addPartner(
		email: string,
		organisations: readonly string[],
		person?: { language?: string; wants_mail?: boolean },
	): Promise<string>;
	/** Opens the quarter's report of an organisation's project, with one figure, and takes it as far as a state. */
	report(
		organisation: string,
		state: 'draft' | 'submitted' | 'returned' | 'approved',
		decidedOn?: string,
	): Promise<void>;
	/** Who would be written to on a day, with the kinds of what they would read. */
	due(day: string): Promise<Record<string, string[]>>;
	/** Takes a day's mails, as a run does. */
	claim(day: string): Promise<{ id: string; email: string; language: string; lines: { kind: string }[] }[]>;
	end(id: string, outcome: 'sent' | 'failed' | 'unknown'): Promise<void>;
};

const q = (text: string) => `'${idOf(text)}'`;

export async function openReminderWorld(): Promise<ReminderWorld> {
	return reminderWorldIn(await openTestDatabase());
}

/** Makes the same in an empty database. */
export async function reminderWorldIn(database: TestDatabase): Promise<ReminderWorld> {
	const { sql } = database;
	await sql.run(structure);
	const service = database.asService();
	const rpc = async (name: 'due_mails' | 'claim_due_mails', day: string) => {
		const { data, error } = await service.rpc(name, { p_day: day });
		if (error) throw new Error(error.message);
		return data as unknown as { id: string; email: string; language: string; lines: { kind: string }[] }[];
	};
	return {
		database,
		service,
		addPartner: async (email, organisations, person) => {
			const id = await database.createUser(email);
			for (const organisation of organisations)
				await sql.query(
					`insert into membership (user_id, role, organisation_id) values ($1, 'partner', $2)`,
					[id, idOf(organisation)],
				);
			if (person)
				await sql.query(
					'insert into person (user_id, name, email, language, wants_mail) values ($1, $2, $3, $4, $5)',
					[id, email, 'elsewhere@example.com', person.language ?? null, person.wants_mail ?? true],
				);
			return id;
		},
		report: async (organisation, state, decidedOn = '2022-10-20') => {
			const report = idOf(`report ${organisation}`);
			const revision = idOf(`revision ${organisation}`);
			await sql.run(`
				insert into report (id, programme_id, project_id, organisation_id, period_code)
				select '${report}', s.programme_id, s.project_id, s.organisation_id, '${quarter.code}'
				from series s where s.id = ${q(`${organisation} series 1`)};
				insert into report_revision (id, report_id, number) values ('${revision}', '${report}', 1);
				insert into observation (revision_id, series_id, value) values ('${revision}', ${q(`${organisation} series 1`)}, 12);`);
			if (state !== 'draft')
				await sql.query(
					`update report_revision set state = 'submitted', submitted_at = '2022-10-15' where id = $1`,
					[revision],
				);
			if (state === 'returned' || state === 'approved')
				await sql.query(
					`update report_revision set state = $2::revision_state, decision_note = 'Which ones?', decided_at = $3 where id = $1`,
					[revision, state, decidedOn],
				);
		},
		due: async (day) =>
			Object.fromEntries(
				(await rpc('due_mails', day)).map(({ email, lines }) => [email, lines.map(({ kind }) => kind)]),
			),
		claim: (day) => rpc('claim_due_mails', day),
		end: async (id, outcome) => {
			const { error } = await service.rpc('end_mail', { p_reminder: id, p_outcome: outcome });
			if (error) throw new Error(error.message);
		},
	};
}

const series = (organisation: string, programme: string) => `
	insert into project (id, programme_id, code, title, level, starts_on, ends_on)
	values (${q(`${organisation} project`)}, ${q(programme)}, '${organisation}-1', 'Safe <journeys>', 'contract', '2022-07-01', '2022-09-30');
	insert into project_organisation (project_id, organisation_id, role) values (${q(`${organisation} project`)}, ${q(organisation)}, 'implementing');
	insert into project_indicator (id, project_id, indicator_id, value_kind) values
		(${q(`${organisation} line 1`)}, ${q(`${organisation} project`)}, ${q('trained')}, 'increment'),
		(${q(`${organisation} line 2`)}, ${q(`${organisation} project`)}, ${q('assisted')}, 'increment');
	insert into series (id, project_indicator_id, programme_id, project_id, indicator_id, country_iso2, organisation_id) values
		(${q(`${organisation} series 1`)}, ${q(`${organisation} line 1`)}, ${q(programme)}, ${q(`${organisation} project`)}, ${q('trained')}, 'EG', ${q(organisation)}),
		(${q(`${organisation} series 2`)}, ${q(`${organisation} line 2`)}, ${q(programme)}, ${q(`${organisation} project`)}, ${q('assisted')}, 'EG', ${q(organisation)});`;

const structure = `
	insert into country values ('EG', 'Egypt');
	insert into organisation (id, slug, name, short_name) values
		(${q('one')}, 'one', 'Organisation One', 'ONE'), (${q('two')}, 'two', 'Organisation Two', null), (${q('show')}, 'show', 'Made up', null);
	insert into programme (id, code, name, demonstration) values (${q('real')}, 'REAL', 'Real', false), (${q('demo')}, 'DEMO', 'Made up', true);
	insert into framework (code, name, published_on) values ('F', 'F', '2020-01-01');
	insert into indicator (id, framework_code, code, title, unit, value_kind) values
		(${q('trained')}, 'F', '1', 'People trained', 'people', 'increment'), (${q('assisted')}, 'F', '2', 'People assisted', 'people', 'increment');
	insert into period (code, kind, starts_on, ends_on, as_of, due_on) values
		('${quarter.code}', 'quarter', '2022-07-01', '2022-09-30', '2022-09-30', '${quarter.due}');
	insert into programme_period (programme_id, period_code) values (${q('real')}, '${quarter.code}'), (${q('demo')}, '${quarter.code}');
	${series('one', 'real')} ${series('two', 'real')} ${series('show', 'demo')}`;
