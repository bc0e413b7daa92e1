/**
 * The cells of one report on this device, and their way to the server. Knows no component and no browser: the store, the
 * network, keys and clock are handed in.
 */
import type { Answer, Cell, SaveOutcome } from '#domain/entry.ts';
import type { DeviceStore } from './deviceStore.ts';
import * as kept from './keptCell.ts';
import type { KeptCell, Origin } from './keptCell.ts';
import { SignedOut, type SendChanges } from './sendChanges.ts';

/** How a delivery ended. `undelivered`: no connection, or nobody knows; the same changes go again later. */
export type Delivery = 'done' | 'undelivered' | 'signed-out';

export interface OutboxOptions {
	readonly reportId: string;
	readonly store: Promise<DeviceStore>;
	readonly send: SendChanges;
	/** What the page shows, kept up by the outbox. */
	readonly cells: Map<string, KeptCell>;
	readonly newKey: () => string;
	readonly now: () => number;
	/** Lets one tab of the browser send at a time. */
	readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

export interface Outbox {
	/** Takes in what the server holds, beside what the device kept. */
	refresh(fresh: ReadonlyMap<string, Cell>, isOpen: boolean): Promise<void>;
	/** Resolves once the keystroke is on the device. */
	type(seriesId: string, answer: Answer, origin: Origin): Promise<void>;
	leave(seriesId: string): Promise<void>;
	leaveAll(): Promise<void>;
	settle(seriesId: string, choice: 'mine' | 'theirs'): Promise<void>;
	/** Sends everything that is ready, in order. Never throws: what is not delivered stays. */
	deliver(): Promise<Delivery>;
	/** Another tab changed a cell. */
	hear(cell: KeptCell): void;
}

/** Characters of one request: far below what any proxy takes, and one lost answer repeats no more than this. */
const BATCH = 200_000;

type Step = (cell: KeptCell) => KeptCell;

/** Makes the outbox of one report. */
export function createOutbox({ reportId, store, send, cells, newKey, now, alone }: OutboxOptions): Outbox {
	/** Steps of a cell on their way to the store: until they are there, what the page shows is ahead of it. */
	const underway = new Map<string, number>();

	const start = (seriesId: string): KeptCell =>
		cells.get(seriesId) ??
		kept.cellFromServer(reportId, seriesId, { version: 0, answer: {}, changedBy: null, changedAt: null });

	async function step(seriesId: string, take: Step): Promise<KeptCell> {
		const before = start(seriesId);
		const shown = take(before);
		if (shown !== before) cells.set(seriesId, shown);
		underway.set(seriesId, pending(seriesId) + 1);
		try {
			const stored = await (
				await store
			).update(reportId, seriesId, (cell) =>
				// The page may have been given a newer state of the server than was kept.
				take(cell ? kept.refreshed(cell, before.server, false) : before),
			);
			if (pending(seriesId) === 1 && stored !== undefined) cells.set(seriesId, stored);
			return stored ?? shown;
		} finally {
			underway.set(seriesId, pending(seriesId) - 1);
		}
	}

	const pending = (seriesId: string): number => underway.get(seriesId) ?? 0;

	const refreshOf = (seriesId: string, cell: Cell): KeptCell => {
		const shown = cells.get(seriesId);
		return shown ? kept.refreshed(shown, cell, false) : kept.cellFromServer(reportId, seriesId, cell);
	};

	async function leave(seriesId: string): Promise<void> {
		const at = now();
		await step(seriesId, (cell) => kept.left(cell, at));
	}

	async function leaveAll(): Promise<void> {
		const open = (await (await store).cellsOf(reportId)).filter(({ wanted }) => wanted?.leftAt === null);
		for (const { seriesId } of inOrder(open)) await leave(seriesId);
	}

	/** Gives keys to what is ready. They are on the device before anything leaves it. */
	async function handOver(): Promise<KeptCell[]> {
		const known = await (await store).cellsOf(reportId);
		const ready = inOrder(known.filter((cell) => cell.sent !== null || (cell.stop === null && isLeft(cell))));
		const handed: KeptCell[] = [];
		let size = 0;
		for (const { seriesId } of ready) {
			const key = newKey();
			const cell = await step(seriesId, (one) => kept.handedOver(one, key));
			if (cell.sent === null) continue;
			size += JSON.stringify(cell.sent).length;
			handed.push(cell);
			if (size > BATCH) break;
		}
		return handed;
	}

	async function take(outcomes: readonly SaveOutcome[], handed: readonly KeptCell[]): Promise<number> {
		let taken = 0;
		for (const { seriesId, sent } of handed) {
			const outcome = outcomes.find(({ key }) => key === sent?.key);
			if (outcome === undefined) continue;
			await step(seriesId, (cell) => kept.answered(cell, outcome));
			taken += 1;
		}
		return taken;
	}

	async function deliver(): Promise<Delivery> {
		for (;;) {
			const handed = await handOver();
			if (handed.length === 0) return 'done';
			try {
				const outcomes = await send(handed.flatMap((cell) => kept.changeOf(cell) ?? []));
				// An answer that speaks of nothing we asked would otherwise be asked for again at once.
				if ((await take(outcomes, handed)) === 0) return 'undelivered';
			} catch (error) {
				return error instanceof SignedOut ? 'signed-out' : 'undelivered';
			}
		}
	}

	return {
		refresh: async (fresh, isOpen) => {
			const known = new Map((await (await store).cellsOf(reportId)).map((cell) => [cell.seriesId, cell]));
			for (const [seriesId, cell] of fresh) {
				const one = known.get(seriesId);
				// Of a cell that nobody touched here there is nothing to keep.
				if (!one && pending(seriesId) === 0) cells.set(seriesId, refreshOf(seriesId, cell));
				if (one && pending(seriesId) === 0) cells.set(seriesId, one);
				if (one) await step(seriesId, (each) => kept.refreshed(each, cell, isOpen));
			}
		},
		type: async (seriesId, answer, origin) => {
			await step(seriesId, (cell) => kept.typed(cell, answer, origin));
		},
		leave,
		leaveAll,
		settle: async (seriesId, choice) => {
			const at = now();
			await step(seriesId, (cell) => kept.settled(cell, choice, at));
		},
		deliver: () => alone(deliver),
		hear: (cell) => {
			if (cell.reportId === reportId && pending(cell.seriesId) === 0) cells.set(cell.seriesId, cell);
		},
	};
}

function isLeft({ wanted }: KeptCell): boolean {
	return wanted !== null && wanted.leftAt !== null;
}

/** As they were left; what was handed over before comes first. */
function inOrder(cells: readonly KeptCell[]): readonly KeptCell[] {
	const at = ({ sent, wanted }: KeptCell) => sent?.leftAt ?? wanted?.leftAt ?? Infinity;
	return [...cells].sort((one, other) => at(one) - at(other));
}
