// A partner describes what it did in the quarter: saved once, changed by those who held it, found again by others who held it too.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cairo } from './cairo.ts';
import { ids, openCairo, workshop } from './cairo.ts';

let cairo: Cairo;
let activity: string;

beforeAll(async () => {
	cairo = await openCairo();
	const saved = await cairo.saveActivity('iom', { report_id: ids.report('iom'), ...workshop });
	activity = String(saved['id']);
});
afterAll(() => cairo.close());

const change = (more: object) => ({
	report_id: ids.report('iom'),
	id: activity,
	version: 1,
	...workshop,
	...more,
});

async function stored(id: string) {
	const [row] = await cairo.database.sql.query(
		`select a.title, a.participants, a.version,
			(select array_agg(o.slug order by o.slug) from activity_organiser ao join organisation o on o.id = ao.organisation_id where ao.activity_id = a.id) as organisers,
			(select count(*)::int from activity_participation ap where ap.activity_id = a.id) as origins
		from public.activity a where a.id = $1`,
		[id],
	);
	return row;
}

describe('an activity', () => {
	it('is kept with who held it and where people came from', async () => {
		expect(await stored(activity)).toEqual({
			title: workshop.title,
			participants: 21,
			version: 1,
			organisers: ['iom', 'nccpim'],
			origins: 3,
		});
	});

	it('is entered once, however often its form arrives', async () => {
		const key = crypto.randomUUID();
		const another = { report_id: ids.report('gfngo'), ...workshop, title: 'Twice', organisers: [] };
		const once = await cairo.saveActivity('gfngo', another, key);
		expect(await cairo.saveActivity('gfngo', another, key)).toEqual(once);
		const [{ n } = {}] = await cairo.database.sql.query(
			`select count(*)::int as n from public.activity where title = 'Twice'`,
		);
		expect(n).toBe(1);
	});

	it.each([
		['an end before its beginning', { ends_on: '2022-09-01' }, 'dates'],
		['days outside the quarter', { starts_on: '2022-10-01', ends_on: '2022-10-02' }, 'outside-period'],
		['more women and men than people', { men: 15 }, 'sexes'],
		['more people by country than in all', { participants: 8, men: 4, women: 4 }, 'origins'],
		['no title', { title: '  ' }, 'invalid'],
		['half a person', { participants: 2.5 }, 'invalid'],
		['a country that is none', { venue_country: 'XX' }, 'invalid'],
		['an organisation that is none', { organisers: ['nobody'] }, 'invalid'],
		[
			'one country and sex twice',
			{
				participation: [
					{ country: 'EG', sex: 'male', participants: 1 },
					{ country: 'EG', sex: 'male', participants: 2 },
				],
			},
			'invalid',
		],
	])('is refused with %s', async (_, wrong, reason) => {
		expect(await cairo.saveActivity('iom', change(wrong))).toEqual({ state: 'refused', reason });
	});

	it('is changed by whoever held it, on top of what they saw', async () => {
		const other = { report_id: ids.report('gfngo'), title: 'Mine now' };
		expect(await cairo.saveActivity('gfngo', change(other))).toEqual({
			state: 'refused',
			reason: 'not-yours',
		});
		expect(await cairo.saveActivity('stranger', change({}))).toEqual({
			state: 'refused',
			reason: 'not-yours',
		});
		expect(await cairo.saveActivity('unodc', change({ report_id: ids.report('unodc') }))).toEqual({
			state: 'refused',
			reason: 'not-yours',
		});
		const key = crypto.randomUUID();
		const renamed = change({ title: 'Regional workshop', organisers: ['iom'], participation: [] });
		expect(await cairo.saveActivity('iom', renamed, key)).toMatchObject({ state: 'saved', version: 2 });
		expect(await cairo.saveActivity('iom', renamed, key)).toMatchObject({ state: 'saved', version: 2 });
		expect(await stored(activity)).toMatchObject({
			title: 'Regional workshop',
			organisers: ['iom'],
			origins: 0,
		});
		expect(await cairo.saveActivity('iom', change({ title: 'Late' }))).toEqual({
			state: 'conflict',
			version: 2,
		});
	});

	it('keeps as many people as are claimed of it', async () => {
		expect(await cairo.claim('iom', activity, 22)).toEqual({
			state: 'refused',
			reason: 'too-many',
			limit: 21,
		});
		expect(await cairo.claim('iom', activity, 20)).toEqual({ state: 'saved', version: 1 });
		const fewer = change({ version: 2, participants: 19, men: null, women: null, participation: [] });
		expect(await cairo.saveActivity('iom', fewer)).toEqual({
			state: 'refused',
			reason: 'claimed',
			limit: 20,
		});
	});
});

describe('a claim', () => {
	it('is made in the own open report, on top of what was seen', async () => {
		expect(await cairo.claim('iom', activity, 5, { by: 'gfngo' })).toEqual({
			state: 'refused',
			reason: 'not-yours',
		});
		expect(await cairo.claim('iom', activity, 18)).toEqual({
			state: 'conflict',
			current: { participants: 20, version: 1 },
		});
		expect(await cairo.claim('iom', activity, 18, { version: 1 })).toEqual({ state: 'saved', version: 2 });
		expect(await cairo.claim('iom', activity, 1.5, { version: 2 })).toEqual({
			state: 'refused',
			reason: 'invalid',
		});
		expect(await cairo.claim('iom', crypto.randomUUID(), 1)).toEqual({
			state: 'refused',
			reason: 'unknown-activity',
		});
	});

	it('goes into the next revision, and a correction begins with it', async () => {
		await cairo.approve('iom', 18);
		expect(await cairo.claim('iom', activity, 17, { version: 2 })).toEqual({
			state: 'refused',
			reason: 'approved',
		});
		await cairo.database.sql.run('delete from public.draft_claim');
		await cairo.approve('iom', 19);
		const claims = await cairo.database.sql.query(
			'select participants::int as n, v.number from public.activity_claim c join public.report_revision v on v.id = c.revision_id order by 2',
		);
		expect(claims).toEqual([
			{ n: 18, number: 1 },
			{ n: 18, number: 2 },
		]);
	});
});

describe('an event that others entered', () => {
	it('is offered to those who may have held it too, and joined by counting its people', async () => {
		const before = await cairo.page('gfngo', ids.report('gfngo'));
		expect(before?.suggestions).toMatchObject([{ id: activity, like: 'Twice' }]);
		expect(await cairo.claim('gfngo', activity, 21)).toMatchObject({ state: 'saved' });
		const after = await cairo.page('gfngo', ids.report('gfngo'));
		expect(after?.suggestions).toEqual([]);
		expect(after?.activities.find(({ id }) => id === activity)).toMatchObject({
			editable: false,
			claims: [{ participants: 21, version: 1 }],
		});
	});

	it('is offered across programmes only beside an own event at the same place and time', async () => {
		const ask = async () => (await cairo.page('unodc', ids.report('unodc')))?.suggestions.map(({ id }) => id);
		expect(await ask()).toEqual([]);
		expect(await cairo.claim('unodc', activity, 21)).toEqual({
			state: 'refused',
			reason: 'unknown-activity',
		});
		await cairo.saveActivity('unodc', {
			report_id: ids.report('unodc'),
			...workshop,
			title: 'Workshop, UNODC',
		});
		expect(await ask()).toContain(activity);
		expect(await cairo.claim('unodc', activity, 21)).toMatchObject({ state: 'saved' });
	});

	it('is shown to nobody who may not enter the report', async () => {
		expect(await cairo.page('gfngo', ids.report('iom'))).toBeNull();
		expect(await cairo.page('stranger', ids.report('iom'))).toBeNull();
		expect(await cairo.page('staff', ids.report('unodc'))).toBeNull();
		expect(await cairo.page('staff', ids.report('iom'))).toMatchObject({ lock: { kind: 'approved' } });
	});
});

describe('an activity entered by mistake', () => {
	const remove = async (who: 'gfngo' | 'unodc', id: string) => {
		const client = await cairo.as(who);
		return (await client.rpc('remove_activity', { p_report: ids.report(who), p_activity: id })).data;
	};

	it('is removed by whoever held it, while no figure counts its people', async () => {
		const entered = { report_id: ids.report('gfngo'), ...workshop, title: 'By mistake', organisers: [] };
		const id = String((await cairo.saveActivity('gfngo', entered))['id']);
		expect(await remove('unodc', id)).toEqual({ state: 'refused', reason: 'not-yours' });
		await cairo.claim('gfngo', id, 3);
		expect(await remove('gfngo', id)).toEqual({ state: 'refused', reason: 'counted' });
		await cairo.claim('gfngo', id, null, { version: 1 });
		expect(await remove('gfngo', id)).toEqual({ state: 'removed' });
		expect(await stored(id)).toBeUndefined();
		expect(await remove('gfngo', id)).toEqual({ state: 'refused', reason: 'not-yours' });
	});
});
