/** Who keeps what is typed: on the device at once, on the server when it can be reached. */
import type { Answer, Cell, RefusalReason } from '#domain/entry.ts';

/** How far a cell's last change has come. */
export type CellState =
	| { readonly kind: 'saved' }
	/** On its way. */
	| { readonly kind: 'saving' }
	/** Kept on this device until there is a connection. */
	| { readonly kind: 'waiting' }
	| { readonly kind: 'refused'; readonly reason: RefusalReason }
	/** A colleague changed the cell meanwhile: what theirs holds. */
	| { readonly kind: 'conflict'; readonly theirs: Cell };

/** Keeps the cells of one report. Reading any of it in a component follows its changes. */
export interface Keeper {
	/** What a cell holds on this device: the newest, sent or not. */
	answerOf(seriesId: string): Answer;
	stateOf(seriesId: string): CellState;
	/** Takes a keystroke: kept on the device at once, sent after 2 seconds of quiet or by `send`. */
	change(seriesId: string, answer: Answer): void;
	/** The cell was left: sends what it holds now. */
	send(seriesId: string): void;
	/** Ends a conflict: `mine` is saved over theirs, `theirs` replaces what this device holds. */
	settle(seriesId: string, choice: 'mine' | 'theirs'): void;
	/** Waits until everything is sent. @returns false where something is left: no connection, a conflict, a refusal */
	flush(): Promise<boolean>;
	/** Cells whose last change is not on the server. */
	readonly unsent: number;
	readonly online: boolean;
	/** The sign-in expired: changes stay on the device until the same person signs in again. */
	readonly signedOut: boolean;
}
