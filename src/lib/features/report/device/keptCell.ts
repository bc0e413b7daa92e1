/**
 * One cell as the device keeps it, and what can happen to it. Pure: no clock, no store, no network, so that every order of
 * events can be tried. What makes it safe: a change that was handed to the network keeps its key and its content until the
 * server says what became of it, and at most one change of a cell is in that state.
 */
import {
	type Answer,
	type Cell,
	type CellChange,
	type RefusalReason,
	sameAnswer,
	type SaveOutcome,
} from '#domain/entry.ts';

export type Origin = CellChange['origin'];

/** What was typed and not yet handed over. Typing on replaces it, so that only the newest travels. */
interface Wanted {
	readonly answer: Answer;
	/** What the person saw when they began to type. */
	readonly baseVersion: number;
	readonly origin: Origin;
	/** The cell was left, or was quiet for long enough: when; null while it is being typed. */
	readonly leftAt: number | null;
}

/** Handed to the network, which may or may not have delivered it. */
interface Sent extends Omit<CellChange, 'reportId' | 'seriesId'> {
	readonly leftAt: number;
}

/** Why nothing more of this cell is sent before the person says what is to happen. */
export type Stop =
	| { readonly kind: 'conflict'; readonly theirs: Cell }
	| { readonly kind: 'refused'; readonly reason: RefusalReason };

export interface KeptCell {
	readonly reportId: string;
	readonly seriesId: string;
	/** The newest that is known of the server. */
	readonly server: Cell;
	readonly sent: Sent | null;
	readonly wanted: Wanted | null;
	readonly stop: Stop | null;
}

/** A cell as the server holds it, with nothing of the device's own. */
export function cellFromServer(reportId: string, seriesId: string, server: Cell): KeptCell {
	return { reportId, seriesId, server, sent: null, wanted: null, stop: null };
}

/** The newest answer on this device. */
export function newestAnswer(cell: KeptCell): Answer {
	return cell.wanted?.answer ?? cell.sent?.answer ?? cell.server.answer;
}

/** Is there something that the server does not hold yet? */
export function isUnsent(cell: KeptCell): boolean {
	return cell.wanted !== null || cell.sent !== null;
}

/** A keystroke. */
export function typed(cell: KeptCell, answer: Answer, origin: Origin): KeptCell {
	if (sameAnswer(newestAnswer(cell), answer)) return cell;
	const stop = cell.stop?.kind === 'refused' ? null : cell.stop;
	const baseVersion = cell.wanted?.baseVersion ?? cell.server.version;
	const isBack =
		stop === null &&
		(cell.sent === null
			? baseVersion === cell.server.version && sameAnswer(cell.server.answer, answer)
			: sameAnswer(cell.sent.answer, answer));
	return { ...cell, stop, wanted: isBack ? null : { answer, baseVersion, origin, leftAt: null } };
}

/** The cell was left: what it holds may go. */
export function left(cell: KeptCell, now: number): KeptCell {
	if (cell.wanted === null || cell.wanted.leftAt !== null || cell.stop !== null) return cell;
	return { ...cell, wanted: { ...cell.wanted, leftAt: now } };
}

/** Handed to the network under a key of its own; unchanged where nothing is ready, or a former change is still open. */
export function handedOver(cell: KeptCell, key: string): KeptCell {
	if (cell.sent !== null || cell.stop !== null || cell.wanted === null) return cell;
	const { leftAt, ...change } = cell.wanted;
	if (leftAt === null) return cell;
	return { ...cell, wanted: null, sent: { key, leftAt, ...change } };
}

/** The server said what became of the change. An answer to an older question is none. */
export function answered(cell: KeptCell, outcome: SaveOutcome): KeptCell {
	const { sent, wanted } = cell;
	if (sent === null || sent.key !== outcome.key) return cell;
	switch (outcome.state) {
		case 'saved': {
			const saved: Cell = {
				version: outcome.version,
				answer: sent.answer,
				changedBy: null,
				changedAt: null,
			};
			const server = newer(cell.server, saved);
			const isDone = wanted === null || (server === saved && sameAnswer(wanted.answer, saved.answer));
			// What was typed meanwhile was typed on top of this change, whatever a colleague did after it.
			return {
				...cell,
				server,
				sent: null,
				wanted: isDone ? null : { ...wanted, baseVersion: outcome.version },
			};
		}
		case 'conflict': {
			const server = newer(cell.server, outcome.current);
			const mine: Wanted = { ...sent, ...wanted, baseVersion: server.version, leftAt: null };
			if (sameAnswer(mine.answer, server.answer)) return cellFromServer(cell.reportId, cell.seriesId, server);
			return { ...cell, server, sent: null, wanted: pick(mine), stop: { kind: 'conflict', theirs: server } };
		}
		case 'refused': {
			const mine: Wanted = { ...sent, ...wanted, baseVersion: sent.baseVersion, leftAt: null };
			return { ...cell, sent: null, wanted: pick(mine), stop: { kind: 'refused', reason: outcome.reason } };
		}
	}
}

/** A fresh page came from the server. `isOpen`: the report takes figures (again). */
export function refreshed(cell: KeptCell, fresh: Cell, isOpen: boolean): KeptCell {
	const server = newer(cell.server, fresh);
	if (cell.stop?.kind === 'conflict') return { ...cell, server, stop: { kind: 'conflict', theirs: server } };
	const isFree = isOpen && cell.stop?.kind === 'refused' && LOCKS.has(cell.stop.reason);
	return { ...cell, server, stop: isFree ? null : cell.stop };
}

/** The person decided: `mine` is sent over what the server holds, `theirs` drops what this device holds. */
export function settled(cell: KeptCell, choice: 'mine' | 'theirs', now: number): KeptCell {
	if (cell.stop === null || cell.wanted === null) return cell;
	if (choice === 'theirs') return { ...cell, wanted: null, stop: null };
	const baseVersion = cell.stop.kind === 'conflict' ? cell.stop.theirs.version : cell.wanted.baseVersion;
	return { ...cell, stop: null, wanted: { ...cell.wanted, baseVersion, leftAt: now } };
}

/** What travels of a cell that was handed over. */
export function changeOf({ reportId, seriesId, sent }: KeptCell): CellChange | null {
	if (sent === null) return null;
	const { key, baseVersion, answer, origin } = sent;
	return { key, reportId, seriesId, baseVersion, answer, origin };
}

/** Refusals that end when the report opens again. */
const LOCKS: ReadonlySet<RefusalReason> = new Set(['not-open', 'closed', 'submitted', 'approved']);

/** Of two states of a cell the later: a page kept on the device may be older than what was saved since. */
function newer(known: Cell, other: Cell): Cell {
	return other.version >= known.version ? other : known;
}

function pick({ answer, baseVersion, origin, leftAt }: Wanted): Wanted {
	return { answer, baseVersion, origin, leftAt };
}
