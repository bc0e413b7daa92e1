import type { Narrative } from '#domain/entry.ts';
import { sameAnswer } from '#domain/entry.ts';
import type { CellState, Keeper } from '#features/report/keeper.ts';
import {
	answerOfWords,
	NARRATIVE,
	narrativeCell,
	type Words,
	wordsOf,
} from '#features/report/narrativeCell.ts';

/** A report's words while they are written. The keeper keeps them as it keeps figures; reading follows its changes. */
export class NarrativeKeeper {
	readonly #keeper: Keeper;
	readonly #served: Narrative;

	constructor(keeper: Keeper, served: Narrative) {
		this.#keeper = keeper;
		this.#served = served;
	}

	get words(): Words {
		return wordsOf(this.#keeper.answerOf(NARRATIVE));
	}

	get state(): CellState['kind'] | 'untouched' {
		const { kind } = this.#keeper.stateOf(NARRATIVE);
		const isServed = sameAnswer(this.#keeper.answerOf(NARRATIVE), narrativeCell(this.#served).answer);
		return kind === 'saved' && isServed ? 'untouched' : kind;
	}

	/** What a colleague wrote meanwhile. */
	get theirs(): Words | null {
		const state = this.#keeper.stateOf(NARRATIVE);
		return state.kind === 'conflict' ? wordsOf(state.theirs.answer) : null;
	}

	change(part: keyof Words, text: string): void {
		this.#keeper.change(NARRATIVE, answerOfWords({ ...this.words, [part]: text }));
	}

	send(): void {
		this.#keeper.send(NARRATIVE);
	}

	/** Ends a conflict: mine is saved over theirs, theirs replaces what is written here. */
	settle(choice: 'mine' | 'theirs'): void {
		this.#keeper.settle(NARRATIVE, choice);
	}
}
