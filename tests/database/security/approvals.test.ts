import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/lib/server/database.types.ts';
import { idOf } from './idOf.ts';
import type { OpenWorld } from './openWorld.ts';
import { openWorld } from './openWorld.ts';
import { userIdOf } from './people.ts';

type Change = Database['public']['Tables']['report_revision']['Update'];

let world: OpenWorld;

beforeAll(async () => {
	world = await openWorld();
});
afterAll(() => world.close());

async function revision(id: string) {
	const [row] = await world.database.sql.query('select * from public.report_revision where id = $1', [id]);
	return row;
}

/** Moves a revision on as somebody, and says what came of it. */
async function set(name: string, id: string, values: Change) {
	const client = await world.as(name);
	const { data, error } = await client.from('report_revision').update(values).eq('id', id).select('state');
	return error ? 'refused' : data.length;
}

/** A draft for a report of its own, begun by somebody, with one figure. */
async function draftBy(name: string, period: string): Promise<string> {
	const client = await world.as(name);
	const programme_id = idOf('north');
	await world.database.sql.query(
		`insert into public.period (code, kind, starts_on, ends_on, as_of) values ($1, 'quarter', $2, $3, $3)`,
		[period, `${period.slice(0, 4)}-01-01`, `${period.slice(0, 4)}-03-31`],
	);
	await world.database.sql.query(
		'insert into public.programme_period (programme_id, period_code) values ($1, $2)',
		[programme_id, period],
	);
	const [report_id, id] = [idOf(`report in ${period}`), idOf(`revision in ${period}`)];
	const report = await client.from('report').insert({
		id: report_id,
		programme_id,
		project_id: idOf('project north/alpha'),
		organisation_id: idOf('alpha'),
		period_code: period,
	});
	expect(report.error).toBeNull();
	const begun = await client.from('report_revision').insert({ id, report_id, number: 1 });
	expect(begun.error).toBeNull();
	const entered = await client
		.from('observation')
		.insert({ revision_id: id, series_id: idOf('series alpha trained'), value: 7 });
	expect(entered.error).toBeNull();
	return id;
}

const decisions: readonly Change[] = [{ state: 'approved' }, { state: 'returned', decision_note: 'No' }];
const revisions: readonly Change[] = [
	{ state: 'draft' },
	{ state: 'submitted' },
	{ narrative: 'Otherwise' },
	{ in_force: false },
];

describe('a report on its way', () => {
	it('goes from the partner to staff, who approve it, and is then in force', async () => {
		const id = await draftBy('partner alpha', '2030-Q1');
		expect(await set('partner alpha', id, { state: 'submitted' })).toBe(1);
		expect(await set('staff of north', id, { state: 'approved' })).toBe(1);
		expect(await revision(id)).toMatchObject({
			state: 'approved',
			in_force: true,
			created_by: userIdOf('partner alpha'),
			submitted_by: userIdOf('partner alpha'),
			decided_by: userIdOf('staff of north'),
		});
	});

	it('is not approved or returned by its partner, nor decided by staff of another programme or by donors', async () => {
		const id = await draftBy('partner alpha', '2031-Q1');
		await set('partner alpha', id, { state: 'submitted' });
		for (const name of [
			'partner alpha',
			'partner beta',
			'manager of south',
			'donor of north',
			'stranger',
			'anonymous',
		]) {
			for (const values of decisions) {
				expect(await set(name, id, values), name).not.toBe(1);
			}
		}
		expect(await revision(id)).toMatchObject({ state: 'submitted', decided_by: null });
	});

	it('is not approved by whoever submitted it, under any name they write into it', async () => {
		const id = await draftBy('staff of north', '2032-Q1');
		const other = String(userIdOf('partner alpha'));
		await set('staff of north', id, { created_by: other });
		expect(await set('staff of north', id, { state: 'submitted', submitted_by: other })).toBe(1);
		await set('staff of north', id, { submitted_by: other, created_by: other });
		expect(await revision(id)).toMatchObject({
			created_by: userIdOf('staff of north'),
			submitted_by: userIdOf('staff of north'),
		});
		expect(await set('staff of north', id, { state: 'approved' })).toBe('refused');
		expect(await set('manager of north', id, { state: 'approved', decided_by: other })).toBe(1);
		expect(await revision(id)).toMatchObject({ decided_by: userIdOf('manager of north') });
	});

	it('is not approved by whoever entered one of its figures', async () => {
		const id = await draftBy('partner alpha', '2033-Q1');
		const staff = await world.as('staff of north');
		const entered = await staff
			.from('observation')
			.insert({
				revision_id: id,
				series_id: idOf('series alpha victims'),
				value: 2,
				entered_by: String(userIdOf('partner alpha')),
			})
			.select('entered_by');
		expect(entered.data).toEqual([{ entered_by: userIdOf('staff of north') }]);
		await set('partner alpha', id, { state: 'submitted' });
		expect(await set('staff of north', id, { state: 'approved' })).toBe('refused');
		expect(await set('manager of north', id, { state: 'approved' })).toBe(1);
	});

	it('keeps its figures and words once submitted', async () => {
		const id = await draftBy('partner alpha', '2034-Q1');
		await set('partner alpha', id, { state: 'submitted' });
		for (const name of ['partner alpha', 'staff of north', 'admin']) {
			const client = await world.as(name);
			const changed = await client
				.from('observation')
				.update({ value: 99 })
				.eq('revision_id', id)
				.select('id');
			expect(changed.data ?? [], name).toEqual([]);
			const added = await client
				.from('observation')
				.insert({ revision_id: id, series_id: idOf('series alpha victims'), value: 1 });
			expect(added.error, name).not.toBeNull();
			expect(await set(name, id, { narrative: 'Otherwise' }), name).toBe('refused');
			expect(await set(name, id, { reason: 'Otherwise' }), name).toBe('refused');
		}
	});

	it('begins as a draft without a decision, whatever the request says', async () => {
		const client = await world.as('partner alpha');
		const report_id = idOf('report alpha 2025-Q1');
		const approved = await client
			.from('report_revision')
			.insert({ report_id, number: 3, reason: 'More', state: 'approved', in_force: true });
		expect(approved.error).not.toBeNull();
		const { data, error } = await client
			.from('report_revision')
			.insert({
				report_id,
				number: 3,
				reason: 'More',
				in_force: true,
				created_by: String(userIdOf('admin')),
				decided_by: String(userIdOf('admin')),
				decision_note: 'Approved on the telephone',
			})
			.select('state, in_force, created_by, decided_by, decision_note');
		expect(error).toBeNull();
		expect(data).toEqual([
			{
				state: 'draft',
				in_force: false,
				created_by: userIdOf('partner alpha'),
				decided_by: null,
				decision_note: null,
			},
		]);
	});
});

describe('what was decided', () => {
	const inForce = idOf('revision alpha 2025-Q1 2 in force');
	const returned = idOf('revision alpha 2025-Q2 1 returned');

	it('is revised by nobody', async () => {
		for (const name of ['partner alpha', 'staff of north', 'manager of north', 'admin']) {
			for (const id of [inForce, returned]) {
				for (const values of revisions) {
					expect(await set(name, id, values), name).not.toBe(1);
				}
				const client = await world.as(name);
				const gone = await client.from('report_revision').delete().eq('id', id).select('id');
				expect(gone.data ?? [], name).toEqual([]);
			}
		}
		expect(await revision(inForce)).toMatchObject({ state: 'approved', in_force: true, narrative: null });
	});

	it('keeps its figures even from the service role', async () => {
		const changed = await world.database
			.asService()
			.from('observation')
			.update({ value: 99 })
			.eq('revision_id', inForce)
			.select('id');
		expect(changed.error?.message).toMatch(/figures stand as they are/);
	});
});

describe('figures and targets', () => {
	it('are not entered as taken from a source, nor as made up in a real programme', async () => {
		const client = await world.as('partner alpha');
		const draft = idOf('revision alpha 2025-Q3 1 draft');
		for (const origin of ['source', 'made_up'] as const) {
			const { error } = await client
				.from('observation')
				.update({ origin, source: 'https://example.org' })
				.eq('revision_id', draft)
				.select('id');
			expect(error, origin).not.toBeNull();
		}
	});

	it('are not entered in a draft for a series of another partner', async () => {
		const client = await world.as('partner alpha');
		const { error } = await client.from('observation').insert({
			revision_id: idOf('revision alpha 2025-Q3 1 draft'),
			series_id: idOf('series beta trained'),
			value: 1,
		});
		expect(error).not.toBeNull();
	});

	it('carry the name of who set them', async () => {
		const client = await world.as('manager of north');
		const { data, error } = await client
			.from('target_schedule')
			.insert({
				series_id: idOf('series alpha trained'),
				version: 2,
				in_force_from: '2025-07-01',
				reason: 'Agreed with the donor',
				author: String(userIdOf('admin')),
			})
			.select('author');
		expect(error).toBeNull();
		expect(data).toEqual([{ author: userIdOf('manager of north') }]);
	});

	it('are not reported for a project in which the partner has no series', async () => {
		const client = await world.as('partner alpha');
		for (const [programme, project] of [
			['north', 'north/beta'],
			['south', 'south/gamma'],
		] as const) {
			const { error } = await client.from('report').insert({
				programme_id: idOf(programme),
				project_id: idOf(`project ${project}`),
				organisation_id: idOf('alpha'),
				period_code: '2025-Q3',
			});
			expect(error?.code, project).toBe('42501');
		}
	});

	it('claim no activity of another programme', async () => {
		const client = await world.as('partner alpha');
		const { error } = await client.from('activity_claim').insert({
			revision_id: idOf('revision alpha 2025-Q3 1 draft'),
			series_id: idOf('series alpha trained'),
			activity_id: idOf('activity south/gamma'),
			participants: 1,
		});
		expect(error?.code).toBe('42501');
	});
});
