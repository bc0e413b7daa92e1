import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { Answer, Cell, EntryReport } from '#domain/entry.ts';
import type { CellState, Keeper } from '../keeper.ts';
import { NARRATIVE, narrativeCell } from '../narrativeCell.ts';
import { aloneAs } from './alone.ts';
import type { DeviceStore } from './deviceStore.ts';
import { cellFromServer, isUnsent, type KeptCell, newestAnswer } from './keptCell.ts';
import { type LastStrokes, lastStrokesIn } from './lastStroke.ts';
import { openStore } from './openStore.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createQuietTimers } from './quietTimers.ts';
import { postChanges, type SendChanges } from './sendChanges.ts';
import { setMark, storage } from './unsentMark.ts';

export interface KeeperOptions {
	/** The id of whoever is signed in: each has a store of their own on this device. */
	readonly person: string;
	/** The network; without it, this application's endpoint. */
	readonly send?: SendChanges;
}

/** A keeper with what the page's foot says of it. */
export interface DeviceKeeper extends Keeper {
	/** Cells that wait for the person: conflicts and refusals. */
	readonly decisions: number;
	/** False: this browser keeps nothing once the page is closed. */
	readonly isLasting: boolean;
	/** Takes in a report that was loaded again. */
	refresh(report: EntryReport): void;
}

/** Milliseconds without a keystroke after which a cell is saved. */
const QUIET = 2000;
/** Milliseconds until a delivery that failed is tried again: doubled each time, up to the last. */
const RETRY = { first: 3000, last: 60_000 } as const;

/**
 * Keeps the cells of one report. Called while a component is set up, and ends with it.
 * @param report as the page was given it; without a connection this may be the copy that the device kept
 */
export function createKeeper(
	report: EntryReport,
	{ person, send = postChanges }: KeeperOptions,
): DeviceKeeper {
	const cells = new SvelteMap<string, KeptCell>();
	let served = $state.raw(cellsOf(report));
	let online = $state(true);
	let signedOut = $state(false);
	let isLasting = $state(true);
	let outbox: Outbox | undefined;
	let store: Promise<DeviceStore> | undefined;
	let strokes: LastStrokes | undefined;
	let isOver = false;
	let wait: number = RETRY.first;
	let retry: ReturnType<typeof setTimeout> | undefined;
	const quiet = createQuietTimers(QUIET, (seriesId) => void leave(seriesId));

	// Only in a browser: the server draws the page from the report alone.
	$effect(() => {
		for (const [seriesId, cell] of untrack(() => served))
			cells.set(seriesId, cellFromServer(report.id, seriesId, cell));
		const opened = openStore(person);
		store = opened;
		const last = lastStrokesIn(storage(), person, report.id);
		strokes = last;
		const box = createOutbox({
			reportId: report.id,
			store: opened,
			send,
			cells,
			newKey: () => crypto.randomUUID(),
			now: Date.now,
			alone: aloneAs(person),
		});
		outbox = box;
		online = navigator.onLine;
		let stopHearing: (() => void) | undefined;
		void opened.then(async (one) => {
			stopHearing = one.onChange(box.hear);
			await box.refresh(served, isOpen(report));
			for (const [seriesId, answer] of last.left()) {
				await box.type(seriesId, answer, 'offline');
				last.forget(seriesId, answer);
			}
			// What was being typed when the browser closed was left.
			await box.leaveAll();
			await deliver();
		});
		const goOn = () => {
			wait = RETRY.first;
			void deliver();
		};
		const goneOffline = () => (online = false);
		const hidden = () => (document.visibilityState === 'hidden' ? void leaveAll() : goOn());
		addEventListener('online', goOn);
		addEventListener('offline', goneOffline);
		document.addEventListener('visibilitychange', hidden);
		return () => {
			removeEventListener('online', goOn);
			removeEventListener('offline', goneOffline);
			document.removeEventListener('visibilitychange', hidden);
			clearTimeout(retry);
			quiet.stopAll();
			isOver = true;
			// Keystrokes that are still on their way to the store go first.
			void leaveAll().finally(() => {
				stopHearing?.();
				void opened.then((one) => one.close());
			});
		};
	});

	async function deliver(): Promise<void> {
		clearTimeout(retry);
		if (outbox === undefined) return;
		// Certainly no connection: what was never sent can still be replaced by what is typed next.
		const ended = navigator.onLine ? await outbox.deliver() : 'undelivered';
		signedOut = ended === 'signed-out';
		online = ended !== 'undelivered' && navigator.onLine;
		const one = await store;
		if (one) {
			isLasting = one.isLasting;
			setMark(person, (await one.reportsWithUnsent()).length > 0 ? 'unsent' : 'kept');
		}
		if (ended === 'done') wait = RETRY.first;
		else if (!isOver) {
			retry = setTimeout(() => void deliver(), wait);
			wait = Math.min(wait * 2, RETRY.last);
		}
	}

	async function leaveAll(): Promise<void> {
		quiet.stopAll();
		await outbox?.leaveAll();
		await deliver();
	}

	async function leave(seriesId: string): Promise<void> {
		quiet.stop(seriesId);
		await outbox?.leave(seriesId);
		await deliver();
	}

	const list = $derived([...cells.values()]);
	const unsent = $derived(list.filter(isUnsent).length);
	const decisions = $derived(list.filter(({ stop }) => stop !== null).length);

	return {
		answerOf: (seriesId) => {
			const cell = cells.get(seriesId);
			return cell ? newestAnswer(cell) : (served.get(seriesId)?.answer ?? {});
		},
		stateOf: (seriesId) => stateOf(cells.get(seriesId), online && !signedOut),
		change: (seriesId, answer) => {
			const plain: Answer = $state.snapshot(answer);
			const before = cells.get(seriesId) ?? served.get(seriesId);
			if (!outbox || !before) return;
			strokes?.keep(seriesId, plain);
			void outbox
				.type(seriesId, plain, online ? 'page' : 'offline')
				.then(() => strokes?.forget(seriesId, plain));
			setMark(person, 'unsent');
			quiet.restart(seriesId);
		},
		send: (seriesId) => void leave(seriesId),
		settle: (seriesId, choice) => void outbox?.settle(seriesId, choice).then(deliver),
		flush: async () => {
			await leaveAll();
			return unsent === 0;
		},
		refresh: (fresh) => {
			served = cellsOf(fresh);
			void outbox?.refresh(served, isOpen(fresh)).then(deliver);
		},
		get unsent() {
			return unsent;
		},
		get decisions() {
			return decisions;
		},
		get online() {
			return online;
		},
		get signedOut() {
			return signedOut;
		},
		get isLasting() {
			return isLasting;
		},
	};
}

function cellsOf({ lines, narrative }: EntryReport): ReadonlyMap<string, Cell> {
	const figures = lines.map(({ seriesId, cell }) => [seriesId, cell] as const);
	return new Map([...figures, [NARRATIVE, narrativeCell(narrative)]]);
}

function isOpen({ lock }: EntryReport): boolean {
	return lock.kind === 'open' || lock.kind === 'reopened';
}

function stateOf(cell: KeptCell | undefined, isConnected: boolean): CellState {
	if (cell?.stop) return cell.stop;
	if (cell === undefined || !isUnsent(cell)) return { kind: 'saved' };
	return { kind: isConnected ? 'saving' : 'waiting' };
}
