// The workshop in Cairo: one event of 21 people, three organisations in one project, and one more in another programme.
import { createHash } from 'node:crypto';
import type { WaymarkClient } from '../../../src/lib/server/backend/backend.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { idOf } from '../security/idOf.ts';

export type Claimant = 'iom' | 'gfngo' | 'ministry' | 'unodc';
type Who = Claimant | 'staff' | 'stranger';
type Saved = { readonly state: string; readonly [key: string]: unknown };

export const QUARTER = '2022-Q3';
const programmeOf: Readonly<Record<Claimant, 'rdpp' | 'eutf'>> = {
	iom: 'rdpp',
	gfngo: 'rdpp',
	ministry: 'rdpp',
	unodc: 'eutf',
};
const claimants = Object.entries(programmeOf) as [Claimant, 'rdpp' | 'eutf'][];

export const ids = {
	c1: idOf('cairo C1'),
	victims: idOf('cairo victims'),
	/** As private.report_id makes it: nobody has begun these reports. */
	report: (who: Claimant) => {
		const named = `report ${idOf(`cairo project ${programmeOf[who]}`)} ${idOf(`cairo ${who}`)} ${QUARTER}`;
		const hex = createHash('md5').update(named).digest('hex');
		return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
	},
	series: (who: Claimant, indicator: 'C1' | 'victims' = 'C1') => idOf(`cairo series ${who} ${indicator}`),
};

export const workshop = {
	kind: 'workshop',
	title: 'Essential role of CSOs in Anti-Trafficking Responses',
	starts_on: '2022-09-05',
	ends_on: '2022-09-07',
	venue_country: 'EG',
	place: 'Cairo',
	participants: 21,
	men: 12,
	women: 9,
	organisers: ['iom', 'nccpim'],
	participation: [
		{ country: 'EG', sex: 'female', participants: 5 },
		{ country: 'EG', sex: 'unknown', participants: null },
		{ country: 'IQ', sex: 'male', participants: 4 },
	],
};

export interface Cairo {
	readonly database: TestDatabase;
	as(who: Who): Promise<WaymarkClient>;
	saveActivity(who: Who, activity: object, key?: string): Promise<Saved>;
	claim(
		who: Claimant,
		activity: string,
		participants: number | null,
		more?: { version?: number; indicator?: 'C1' | 'victims'; by?: Who },
	): Promise<Saved>;
	propose(who: Claimant, activity: string, participants: number | null, indicator?: string): Promise<Saved>;
	/** Opens an approved report for its next revision. */
	correct(who: Claimant): Promise<void>;
	/** Hands a report in with this value for C1, as a correction where it was approved before, and has it approved. */
	approve(who: Claimant, value: number): Promise<void>;
	overlap(activity: string): Promise<number | null>;
	total(): Promise<number | null>;
	page(who: Who, report: string): Promise<Page | null>;
	close(): Promise<void>;
}

export interface Page {
	readonly lock: { readonly kind: string };
	readonly activities: readonly {
		readonly id: string;
		readonly editable: boolean;
		readonly claims: readonly {
			readonly series_id: string;
			readonly participants: number;
			readonly version: number;
		}[];
		readonly shared: readonly {
			readonly hidden: boolean;
			readonly state: string;
			readonly mine: number;
			readonly others: readonly unknown[];
			readonly agreed: number | null;
			readonly fixed: boolean;
		}[];
	}[];
	readonly suggestions: readonly { readonly id: string; readonly like: string | null }[];
}

/** Opens a database with the project and its open quarter; nothing is entered yet. */
export async function openCairo(): Promise<Cairo> {
	const database = await openTestDatabase();
	const { sql } = database;
	await sql.run(structure());
	const users = new Map<Who, string>();
	for (const [who] of claimants) {
		const user = await database.createUser(`${who}@example.org`);
		users.set(who, user);
		await sql.query(
			`insert into public.membership (user_id, role, organisation_id) values ($1, 'partner', $2)`,
			[user, idOf(`cairo ${who}`)],
		);
	}
	const staff = await database.createUser('staff@example.org');
	users.set('staff', staff);
	users.set('stranger', await database.createUser('stranger@example.org'));
	const [membership] = await sql.query<{ id: string }>(
		`insert into public.membership (user_id, role) values ($1, 'staff') returning id`,
		[staff],
	);
	await sql.query('insert into public.membership_programme values ($1, $2)', [
		membership?.id,
		idOf('cairo rdpp'),
	]);

	const as = async (who: Who) => database.asUser(String(users.get(who)));
	const ask = async (who: Who, name: 'save_activity' | 'save_claim' | 'propose_overlap', args: object) => {
		const { data, error } = await (await as(who)).rpc(name, args as never);
		if (error !== null) throw new Error(`${name}: ${error.message}`);
		return data as unknown as Saved;
	};
	return {
		database,
		as,
		saveActivity: (who, activity, key = crypto.randomUUID()) =>
			ask(who, 'save_activity', { p_activity: activity, p_key: key }),
		claim: (who, activity, participants, { version = 0, indicator = 'C1', by = who } = {}) =>
			ask(by, 'save_claim', {
				p_report: ids.report(who),
				p_activity: activity,
				p_series: ids.series(who, indicator),
				p_participants: participants,
				p_version: version,
			}),
		propose: (who, activity, participants, indicator = ids.c1) =>
			ask(who, 'propose_overlap', {
				p_report: ids.report(who),
				p_activity: activity,
				p_indicator: indicator,
				p_participants: participants,
			}),
		correct: async (who) => {
			const client = await as(who);
			await client.rpc('begin_correction', { p_report: ids.report(who), p_reason: 'Recount' });
		},
		approve: async (who, value) => {
			const client = await as(who);
			const report = { p_report: ids.report(who) };
			await client.rpc('begin_correction', { ...report, p_reason: 'Recount' });
			const [cell] = await sql.query<{ version: number }>(
				'select version from public.draft_cell where report_id = $1 and series_id = $2',
				[ids.report(who), ids.series(who)],
			);
			const change = {
				key: crypto.randomUUID(),
				reportId: ids.report(who),
				seriesId: ids.series(who),
				baseVersion: cell?.version ?? 0,
				answer: { value },
				origin: 'page',
			};
			await client.rpc('save_cells', { p_changes: [change] });
			const handedIn = await client.rpc('submit_report', { ...report, p_key: crypto.randomUUID() });
			if ((handedIn.data as unknown as Saved).state !== 'submitted')
				throw new Error(JSON.stringify(handedIn));
			const staffClient = await as('staff');
			const decided = await staffClient
				.from('report_revision')
				.update({ state: 'approved' })
				.eq('report_id', ids.report(who))
				.eq('state', 'submitted')
				.select('id');
			if (decided.data?.length !== 1) throw new Error(JSON.stringify(decided));
		},
		overlap: async (activity) => {
			const [row] = await sql.query<{ n: number }>(
				'select participants::float8 as n from public.activity_overlap where activity_id = $1 and indicator_id = $2',
				[activity, ids.c1],
			);
			return row?.n ?? null;
		},
		total: async () => {
			const [row] = await sql.query<{ n: number | null }>(
				`select f.actual::float8 as n from reporting.figures($1, $2, '{total}', p_indicator => $3) f`,
				[idOf('cairo rdpp'), QUARTER, ids.c1],
			);
			return row?.n ?? null;
		},
		page: async (who, report) => {
			const client = await as(who);
			const { data, error } = await client.schema('reporting').rpc('report_activities', { p_report: report });
			if (error !== null) throw new Error(error.message);
			return data as unknown as Page | null;
		},
		close: () => database.close(),
	};
}

function structure(): string {
	const q = (label: string) => `'${idOf(`cairo ${label}`)}'`;
	const lines: string[] = [
		`insert into public.country values ('EG', 'Egypt'), ('IQ', 'Iraq'), ('MA', 'Morocco')`,
		`insert into public.organisation (id, slug, name) values (${q('nccpim')}, 'nccpim', 'NCCPIM&TIP')`,
		`insert into public.framework (code, name, published_on) values ('F', 'F', '2020-01-01')`,
		`insert into public.indicator (id, framework_code, code, title, unit, value_kind, sensitive, family_id) values
			(${q('C1')}, 'F', 'C1', 'CSO staff trained', 'people', 'increment', false, ${q('C1')}),
			(${q('victims')}, 'F', 'V', 'Victims assisted', 'people', 'increment', true, ${q('victims')})`,
		`insert into public.period (code, kind, starts_on, ends_on, as_of) values ('${QUARTER}', 'quarter', '2022-07-01', '2022-09-30', '2022-09-30')`,
	];
	for (const programme of ['rdpp', 'eutf']) {
		lines.push(
			`insert into public.programme (id, code, name) values (${q(programme)}, '${programme}', '${programme}')`,
			`insert into public.project (id, programme_id, code, title, level, starts_on, ends_on)
				values (${q(`project ${programme}`)}, ${q(programme)}, 'P-${programme}', 'P', 'contract', '2022-01-01', '2023-12-31')`,
			`insert into public.project_country values (${q(`project ${programme}`)}, 'EG')`,
			`insert into public.programme_period (programme_id, period_code) values (${q(programme)}, '${QUARTER}')`,
			...['C1', 'victims'].map(
				(indicator) => `insert into public.project_indicator (id, project_id, indicator_id, value_kind)
					values (${q(`line ${programme} ${indicator}`)}, ${q(`project ${programme}`)}, ${q(indicator)}, 'increment')`,
			),
		);
	}
	for (const [who, programme] of claimants) {
		lines.push(
			`insert into public.organisation (id, slug, name) values (${q(who)}, '${who}', '${who}')`,
			`insert into public.project_organisation (project_id, organisation_id, role) values (${q(`project ${programme}`)}, ${q(who)}, 'implementing')`,
			...['C1', 'victims'].map(
				(
					indicator,
				) => `insert into public.series (id, project_indicator_id, programme_id, project_id, indicator_id, country_iso2, organisation_id)
					values (${q(`series ${who} ${indicator}`)}, ${q(`line ${programme} ${indicator}`)}, ${q(programme)}, ${q(`project ${programme}`)}, ${q(indicator)}, 'EG', ${q(who)})`,
			),
		);
	}
	return lines.join(';\n');
}
