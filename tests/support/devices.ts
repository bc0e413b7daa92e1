// Two devices of an organisation's officers on one report, and whatever a connection can do to them.
import fc from 'fast-check';
import { expect } from 'vitest';
import {
	type Answer,
	type Cell,
	type CellChange,
	sameAnswer,
	type SaveOutcome,
} from '../../src/lib/domain/entry.ts';
import type { DeviceStore } from '../../src/lib/features/report/device/deviceStore.ts';
import { isUnsent, type KeptCell, newestAnswer } from '../../src/lib/features/report/device/keptCell.ts';
import { createOutbox, type Outbox } from '../../src/lib/features/report/device/outbox.ts';

/** What the devices send to. */
export interface EntryServer {
	save(changes: readonly CellChange[]): Promise<readonly SaveOutcome[]>;
	/** What a page loaded now would hold. */
	cells(): Promise<ReadonlyMap<string, Cell>>;
	/** Every change that took effect, in order. */
	writes(): Promise<readonly Write[]>;
}

export type Write = {
	readonly seriesId: string;
	readonly key: string;
	readonly version: number;
	readonly answer: Answer;
};

/** What happens to a request: it arrives and is answered, arrives and the answer is lost, never arrives, or arrives late. */
type Fate = 'answered' | 'answer-lost' | 'lost' | 'late' | 'twice';

export type Happening =
	| { readonly kind: 'type'; readonly device: number; readonly cell: number }
	| { readonly kind: 'leave'; readonly device: number; readonly cell: number }
	| { readonly kind: 'deliver'; readonly device: number; readonly fates: readonly Fate[] }
	| { readonly kind: 'typeWhileSending'; readonly device: number; readonly cell: number; readonly fate: Fate }
	| { readonly kind: 'restart'; readonly device: number }
	| { readonly kind: 'reload'; readonly device: number }
	/** An old request reaches the server (again). */
	| { readonly kind: 'straggler'; readonly which: number }
	| {
			readonly kind: 'settle';
			readonly device: number;
			readonly cell: number;
			readonly choice: 'mine' | 'theirs';
	  };

const CELLS = 3;
const device = fc.nat(1);
const cell = fc.nat(CELLS - 1);
const fate = fc.constantFrom<Fate>('answered', 'answer-lost', 'lost', 'late', 'twice');
const choice = fc.constantFrom<'mine' | 'theirs'>('mine', 'theirs');

/** Any order of edits, deliveries and accidents. */
export const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(
	fc.oneof(
		{ weight: 5, arbitrary: fc.record({ kind: fc.constant('type' as const), device, cell }) },
		{ weight: 3, arbitrary: fc.record({ kind: fc.constant('leave' as const), device, cell }) },
		{
			weight: 4,
			arbitrary: fc.record({
				kind: fc.constant('deliver' as const),
				device,
				fates: fc.array(fate, { minLength: 1, maxLength: 3 }),
			}),
		},
		{
			weight: 2,
			arbitrary: fc.record({ kind: fc.constant('typeWhileSending' as const), device, cell, fate }),
		},
		{ weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), device }) },
		{ weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const), device }) },
		{ weight: 2, arbitrary: fc.record({ kind: fc.constant('straggler' as const), which: fc.nat(20) }) },
		{ weight: 1, arbitrary: fc.record({ kind: fc.constant('settle' as const), device, cell, choice }) },
	),
	{ minLength: 5, maxLength: 60 },
);

export interface World {
	readonly server: EntryServer;
	readonly reportId: string;
	/** Three series of the report. */
	readonly series: readonly string[];
	/** Opens a device's store; again after a restart, with what it kept. */
	openStore(device: number): Promise<DeviceStore>;
	newKey(): string;
	/** Keeps an answer apart from those of other runs. */
	readonly firstValue: number;
}

/** Plays what happens, then lets every connection recover, and checks that nothing is lost, doubled or overwritten unseen. */
export async function playAndCheck(happened: readonly Happening[], world: World): Promise<void> {
	const play = await begin(world);
	for (const one of happened) await play.happen(one);
	await play.recover(happened);
	await play.check();
}

interface Device {
	readonly store: DeviceStore;
	readonly outbox: Outbox;
	readonly cells: Map<string, KeptCell>;
	fates: Fate[];
	/** Called while a request is on its way. */
	meanwhile: (() => Promise<void>) | undefined;
}

async function begin(world: World) {
	const { server, reportId, series } = world;
	const before = (await server.writes()).length;
	const requests: (readonly CellChange[])[] = [];
	const typed: { device: number; seriesId: string; value: number }[] = [];
	const dropped = new Set<number>();
	const shown = [new Set<string>(), new Set<string>()];
	let clock = 0;
	let value = world.firstValue;
	const devices = [await start(0), await start(1)];

	async function start(number: number): Promise<Device> {
		const store = await world.openStore(number);
		const cells = new Map<string, KeptCell>();
		const self: Device = {
			store,
			cells,
			fates: [],
			meanwhile: undefined,
			outbox: createOutbox({
				reportId,
				store: Promise.resolve(store),
				cells,
				send: (changes) => transport(self, changes),
				newKey: world.newKey,
				now: () => (clock += 1),
				alone: (work) => work(),
			}),
		};
		await self.outbox.refresh(await server.cells(), true);
		await self.outbox.leaveAll();
		return self;
	}

	async function transport(from: Device, changes: readonly CellChange[]): Promise<readonly SaveOutcome[]> {
		requests.push(changes);
		const meanwhile = from.meanwhile;
		from.meanwhile = undefined;
		await meanwhile?.();
		const ends = from.fates.shift() ?? 'answered';
		if (ends === 'lost' || ends === 'late') throw new Error('no connection');
		const outcomes = await server.save(changes);
		if (ends === 'answer-lost') throw new Error('the answer was lost');
		return ends === 'twice' ? server.save(changes) : outcomes;
	}

	function of(number: number): Device {
		const found = devices[number];
		if (!found) throw new RangeError(`No device ${number}`);
		return found;
	}

	const idOf = (number: number): string => String(series[number]);

	async function type(number: number, seriesId: string): Promise<void> {
		value += 1;
		typed.push({ device: number, seriesId, value });
		await of(number).outbox.type(seriesId, { value }, 'page');
	}

	async function settle(number: number, seriesId: string, chosen: 'mine' | 'theirs'): Promise<void> {
		const one = of(number).cells.get(seriesId);
		const mine = one?.stop ? newestAnswer(one).value : undefined;
		if (chosen === 'theirs' && mine !== undefined) dropped.add(mine);
		await of(number).outbox.settle(seriesId, chosen);
	}

	async function happen(one: Happening): Promise<void> {
		switch (one.kind) {
			case 'type':
				await type(one.device, idOf(one.cell));
				break;
			case 'leave':
				await of(one.device).outbox.leave(idOf(one.cell));
				break;
			case 'deliver':
				of(one.device).fates = [...one.fates];
				await of(one.device).outbox.deliver();
				break;
			case 'typeWhileSending':
				of(one.device).fates = [one.fate];
				of(one.device).meanwhile = async () => {
					await type(one.device, idOf(one.cell));
					await of(one.device).outbox.leave(idOf(one.cell));
				};
				await of(one.device).outbox.deliver();
				of(one.device).meanwhile = undefined;
				break;
			case 'restart':
				of(one.device).store.close();
				devices[one.device] = await start(one.device);
				break;
			case 'reload':
				await of(one.device).outbox.refresh(await server.cells(), true);
				break;
			case 'straggler': {
				const late = requests[one.which % Math.max(requests.length, 1)];
				if (late) await server.save(late);
				break;
			}
			case 'settle':
				await settle(one.device, idOf(one.cell), one.choice);
				break;
		}
		look();
	}

	/** Writes down what each person saw in each cell. */
	function look(): void {
		devices.forEach(({ cells }, number) => {
			for (const [seriesId, one] of cells) {
				shown[number]?.add(seen(seriesId, newestAnswer(one)));
				if (one.stop?.kind === 'conflict') shown[number]?.add(seen(seriesId, one.stop.theirs.answer));
			}
		});
	}

	async function recover(happened: readonly Happening[]): Promise<void> {
		const choices = happened.flatMap((one) => (one.kind === 'settle' ? [one.choice] : []));
		for (let round = 0; round < 20; round += 1) {
			for (const number of [0, 1]) {
				const { outbox, cells } = of(number);
				of(number).fates = [];
				await outbox.leaveAll();
				expect(await outbox.deliver()).toBe('done');
				look();
				for (const [seriesId, { stop }] of cells)
					if (stop) await settle(number, seriesId, choices[round % Math.max(choices.length, 1)] ?? 'mine');
				await outbox.deliver();
			}
			if (devices.every(({ cells }) => ![...cells.values()].some(isUnsent))) break;
		}
		for (const late of requests) await server.save(late);
	}

	async function check(): Promise<void> {
		const writes = (await server.writes()).slice(before);
		const stands = await server.cells();
		for (const number of [0, 1]) {
			const { outbox, cells, store } = of(number);
			await outbox.refresh(stands, true);
			expect(await store.reportsWithUnsent(), 'nothing waits').toEqual([]);
			for (const seriesId of series) {
				const own = typed.filter((one) => one.device === number && one.seriesId === seriesId);
				const order = own.map((one) => one.value);
				const written = writes.filter(
					(one) => one.seriesId === seriesId && order.includes(Number(one.answer.value)),
				);
				const values = written.map(({ answer }) => Number(answer.value));
				expect(values, 'each once, as typed').toEqual(order.filter((one) => values.includes(one)));
				const last = order.at(-1);
				if (last !== undefined)
					expect(values.includes(last) || dropped.has(last), `${last} is not lost`).toBe(true);
				const alone = typed.every((one) => one.device === number || one.seriesId !== seriesId);
				if (alone && last !== undefined)
					expect(stands.get(seriesId)?.answer, 'the last edit stands').toEqual({ value: last });
				for (const { version, answer } of written) {
					const former = writes.findLast((one) => one.seriesId === seriesId && one.version < version);
					if (former)
						expect(shown[number], `${String(answer.value)} was written over something seen`).toContain(
							seen(seriesId, former.answer),
						);
				}
				const kept = cells.get(seriesId);
				const held = stands.get(seriesId)?.answer ?? {};
				expect(kept ? newestAnswer(kept) : held, 'the device shows what stands').toEqual(held);
			}
			store.close();
		}
		for (const seriesId of series) {
			const versions = writes.filter((one) => one.seriesId === seriesId).map(({ version }) => version);
			expect(new Set(versions).size, 'no version twice').toBe(versions.length);
		}
	}

	return { happen, recover, check };
}

function seen(seriesId: string, answer: Answer): string {
	return `${seriesId} ${JSON.stringify(answer)}`;
}

/** The server's promise in a few lines: a version per cell, and each key answered as it was the first time. */
export function createModelServer(): EntryServer {
	const cells = new Map<string, Cell>();
	const known = new Map<string, SaveOutcome>();
	const writes: Write[] = [];

	function save({ key, seriesId, baseVersion, answer }: CellChange): SaveOutcome {
		const recorded = known.get(key);
		if (recorded && recorded.state !== 'conflict') return recorded;
		const current = cells.get(seriesId) ?? { version: 0, answer: {}, changedBy: null, changedAt: null };
		if (sameAnswer(current.answer, answer))
			return record(key, { key, state: 'saved', version: current.version });
		if (current.version !== baseVersion) return record(key, { key, state: 'conflict', current });
		const version = baseVersion + 1;
		cells.set(seriesId, { version, answer, changedBy: null, changedAt: null });
		writes.push({ seriesId, key, version, answer });
		return record(key, { key, state: 'saved', version });
	}

	function record(key: string, outcome: SaveOutcome): SaveOutcome {
		known.set(key, known.get(key) ?? outcome);
		return outcome;
	}

	return {
		save: async (changes) => changes.map(save),
		cells: async () => new Map(cells),
		writes: async () => [...writes],
	};
}
