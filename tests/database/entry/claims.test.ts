// Two organisations count the same people of one event: each keeps its claim, a total counts the people once.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cairo, Claimant } from './cairo.ts';
import { ids, openCairo, workshop } from './cairo.ts';

let cairo: Cairo;

beforeEach(async () => {
	cairo = await openCairo();
});
afterEach(() => cairo.close());

async function enterWorkshop(changes: object = {}): Promise<string> {
	const saved = await cairo.saveActivity('iom', { report_id: ids.report('iom'), ...workshop, ...changes });
	expect(saved).toMatchObject({ state: 'saved', version: 1 });
	return String(saved['id']);
}

async function sharedOf(who: Claimant, activity: string) {
	const page = await cairo.page(who, ids.report(who));
	return page?.activities.find(({ id }) => id === activity)?.shared ?? [];
}

describe('the workshop in Cairo', () => {
	it('is counted in full by each organisation and once in the total', async () => {
		const activity = await enterWorkshop();
		expect(await cairo.claim('iom', activity, 21)).toEqual({ state: 'saved', version: 1 });
		expect(await cairo.claim('gfngo', activity, 21)).toEqual({ state: 'saved', version: 1 });
		expect(await sharedOf('gfngo', activity)).toMatchObject([
			{ state: 'nobody', mine: 21, others: [{ organisation: 'iom', participants: 21, proposed: null }] },
		]);

		expect(await cairo.propose('gfngo', activity, 21)).toEqual({ state: 'saved', overlap: 'waiting' });
		expect(await sharedOf('iom', activity)).toMatchObject([{ state: 'asked', others: [{ proposed: 21 }] }]);
		expect(await cairo.propose('iom', activity, 21)).toEqual({ state: 'saved', overlap: 'agreed' });
		expect(await cairo.overlap(activity)).toBe(21);

		await cairo.approve('iom', 30);
		expect(await cairo.total()).toBe(30);
		await cairo.approve('gfngo', 25);
		expect(await cairo.total()).toBe(34);
		const claims = await cairo.database.sql.query(
			'select participants::float8 as n, agreed::float8 as agreed from reporting.claim order by 1',
		);
		expect(claims).toEqual([
			{ n: 21, agreed: 21 },
			{ n: 21, agreed: 21 },
		]);
	});

	it('is agreed after both reports were approved, and leaves the total at once', async () => {
		const activity = await enterWorkshop();
		await cairo.claim('iom', activity, 21);
		await cairo.claim('gfngo', activity, 20);
		await cairo.approve('iom', 21);
		await cairo.approve('gfngo', 20);
		expect(await cairo.total()).toBe(41);
		await cairo.propose('iom', activity, 20);
		await cairo.propose('gfngo', activity, 20);
		expect(await cairo.total()).toBe(21);
	});

	it('stays counted twice while the organisations disagree, and staff see it', async () => {
		const activity = await enterWorkshop();
		await cairo.claim('iom', activity, 21);
		await cairo.claim('gfngo', activity, 21);
		await cairo.propose('iom', activity, 21);
		expect(await cairo.propose('gfngo', activity, 19)).toEqual({ state: 'saved', overlap: 'differs' });
		expect(await cairo.overlap(activity)).toBeNull();
		expect(await sharedOf('iom', activity)).toMatchObject([{ state: 'differs', agreed: null }]);
		const open = async (who: 'staff' | 'iom') =>
			(await (await cairo.as(who)).schema('reporting').rpc('open_overlaps')).data;
		expect(await open('staff')).toMatchObject([
			{
				code: 'C1',
				claims: [
					{ organisation: 'gfngo', proposed: 19 },
					{ organisation: 'iom', proposed: 21 },
				],
			},
		]);
		expect(await open('iom')).toEqual([]);

		// one of them thinks again
		expect(await cairo.propose('iom', activity, 19)).toEqual({ state: 'saved', overlap: 'agreed' });
		expect(await cairo.overlap(activity)).toBe(19);
		expect(await open('staff')).toEqual([]);
	});
});

describe('an agreement', () => {
	async function agreed(): Promise<string> {
		const activity = await enterWorkshop();
		await cairo.claim('iom', activity, 21);
		await cairo.claim('gfngo', activity, 21);
		await cairo.propose('iom', activity, 21);
		await cairo.propose('gfngo', activity, 21);
		expect(await cairo.overlap(activity)).toBe(21);
		return activity;
	}

	it('ends when one side takes its answer back, or claims fewer, or claims none', async () => {
		const activity = await agreed();
		expect(await cairo.propose('gfngo', activity, null)).toEqual({ state: 'saved', overlap: 'asked' });
		expect(await cairo.overlap(activity)).toBeNull();

		await cairo.propose('gfngo', activity, 21);
		expect(await cairo.overlap(activity)).toBe(21);
		expect(await cairo.claim('gfngo', activity, 10, { version: 1 })).toEqual({ state: 'saved', version: 2 });
		expect(await cairo.overlap(activity)).toBeNull();
		expect(await sharedOf('gfngo', activity)).toMatchObject([{ state: 'asked', mine: 10 }]);

		await cairo.claim('gfngo', activity, null, { version: 2 });
		expect(await sharedOf('iom', activity)).toEqual([]);
	});

	it('needs a third organisation that counts the people too', async () => {
		const activity = await agreed();
		await cairo.claim('ministry', activity, 5);
		expect(await cairo.overlap(activity)).toBeNull();
		await cairo.propose('iom', activity, 5);
		await cairo.propose('gfngo', activity, 5);
		expect(await cairo.propose('ministry', activity, 5)).toEqual({ state: 'saved', overlap: 'agreed' });
	});

	it('stands once approved totals use it, whatever one side says: staff change it', async () => {
		const activity = await agreed();
		await cairo.approve('iom', 21);
		await cairo.approve('gfngo', 21);
		expect(await cairo.total()).toBe(21);
		expect(await cairo.propose('gfngo', activity, null)).toEqual({ state: 'refused', reason: 'settled' });
		const client = await cairo.as('gfngo');
		await client.from('overlap_proposal').delete().eq('activity_id', activity);
		expect(await cairo.overlap(activity)).toBe(21);

		const staff = await cairo.as('staff');
		const change = (participants: number) =>
			staff
				.from('activity_overlap')
				.update({ participants })
				.eq('activity_id', activity)
				.select('from_proposals');
		expect((await change(12)).data).toEqual([{ from_proposals: false }]);
		expect(await cairo.total()).toBe(30);
		expect((await change(22)).error).not.toBeNull();
	});

	it('is lowered where a correction is approved that holds fewer of the people', async () => {
		const activity = await agreed();
		await cairo.approve('iom', 21);
		await cairo.approve('gfngo', 21);
		await cairo.correct('gfngo');
		expect(await cairo.claim('gfngo', activity, 8, { version: 1 })).toEqual({ state: 'saved', version: 2 });
		expect(await cairo.overlap(activity)).toBe(21);
		await cairo.approve('gfngo', 8);
		expect(await cairo.overlap(activity)).toBe(8);
		expect(await cairo.total()).toBe(21);
	});

	it('is no matter of the organisations where the indicator is sensitive', async () => {
		const activity = await enterWorkshop();
		await cairo.claim('iom', activity, 3, { indicator: 'victims' });
		await cairo.claim('gfngo', activity, 3, { indicator: 'victims' });
		expect(await sharedOf('gfngo', activity)).toMatchObject([
			{
				hidden: true,
				state: 'with-staff',
				others: [{ organisation: null, participants: null, proposed: null }],
			},
		]);
		await cairo.propose('gfngo', activity, 3, ids.victims);
		await cairo.propose('iom', activity, 3, ids.victims);
		expect(await cairo.database.sql.query('select 1 from public.activity_overlap')).toEqual([]);
		const seen = await cairo.page('staff', ids.report('gfngo'));
		expect(seen?.activities[0]?.shared).toMatchObject([
			{ hidden: false, others: [{ organisation: 'iom', participants: 3, proposed: 3 }] },
		]);
	});
});

describe('any claims and answers', () => {
	const organisations = ['iom', 'gfngo', 'ministry'] as const;
	const person = fc.constantFrom(...organisations);
	const step = fc.oneof(
		fc.record({ kind: fc.constant('claim' as const), who: person, people: fc.integer({ min: 0, max: 21 }) }),
		fc.record({ kind: fc.constant('propose' as const), who: person, people: fc.integer({ min: 0, max: 6 }) }),
		fc.record({ kind: fc.constant('withdraw' as const), who: person }),
		fc.record({ kind: fc.constant('approve' as const), who: person }),
	);

	async function draftOf(who: Claimant) {
		const [row] = await cairo.database.sql.query<{ participants: number; version: number }>(
			'select participants::int, version from public.draft_claim where report_id = $1',
			[ids.report(who)],
		);
		return row;
	}

	it(
		'never give a total that counts agreed people twice or falls below the largest claim',
		{ timeout: 120_000 },
		async () => {
			await fc.assert(
				fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
					const { sql } = cairo.database;
					await sql.run(`delete from public.report_revision; delete from public.overlap_proposal;
					delete from public.draft_claim; delete from public.report; delete from public.activity_overlap; delete from public.activity`);
					const activity = await enterWorkshop();
					const inForce = new Map<Claimant, number>();
					for (const move of steps) {
						const { who } = move;
						if (move.kind === 'claim') {
							await cairo.correct(who);
							const version = (await draftOf(who))?.version ?? 0;
							expect(await cairo.claim(who, activity, move.people, { version })).toMatchObject({
								state: 'saved',
							});
						} else if (move.kind === 'propose') await cairo.propose(who, activity, move.people);
						else if (move.kind === 'withdraw') await cairo.propose(who, activity, null);
						else {
							const people = (await draftOf(who))?.participants ?? 0;
							await cairo.approve(who, people);
							inForce.set(who, people);
						}
						const claims = [...inForce.values()].filter((people) => people > 0);
						const agreed = await cairo.overlap(activity);
						const sum = claims.reduce((all, people) => all + people, 0);
						const deducted = agreed === null ? 0 : agreed * Math.max(claims.length - 1, 0);
						if (inForce.size > 0) {
							const total = await cairo.total();
							expect(total).toBe(sum - deducted);
							expect(total).toBeGreaterThanOrEqual(Math.max(0, ...claims));
						}
					}
				}),
				{ numRuns: 12 },
			);
		},
	);
});
