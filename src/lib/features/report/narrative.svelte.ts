import type { EntryReport, Narrative } from '#domain/entry.ts';

type Words = Omit<Narrative, 'version'>;
type Saved =
	| { readonly state: 'saved'; readonly version: number }
	| { readonly state: 'conflict'; readonly current: Narrative }
	| { readonly state: 'refused'; readonly reason: string };

const QUIET = 2000;

/** Keeps a report's words: sent after two seconds of quiet or on leaving, again when the connection is back. */
export class NarrativeKeeper {
	words = $state<Words>({ progress: '', difficulties: '', next: '' });
	state = $state<'untouched' | 'saving' | 'saved' | 'waiting' | 'refused' | 'conflict'>('untouched');
	/** What a colleague wrote meanwhile. */
	theirs = $state<Narrative | null>(null);
	#version: number;
	#sent: Words;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#sending: Promise<void> | null = null;
	readonly #address: string;

	constructor({ id, narrative }: Pick<EntryReport, 'id' | 'narrative'>) {
		const { version, ...words } = narrative;
		this.words = words;
		this.#sent = words;
		this.#version = version;
		this.#address = `/reports/${id}/narrative`;
	}

	change(part: keyof Words, text: string): void {
		this.words = { ...this.words, [part]: text };
		if (this.state === 'conflict') return;
		this.state = 'waiting';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.send(), QUIET);
	}

	/** Sends what is written now, unless the server holds it already or a conflict waits for a choice. */
	send(): void {
		clearTimeout(this.#timer);
		if (this.#sending !== null || this.state === 'conflict' || isSame(this.words, this.#sent)) {
			if (this.state === 'waiting' && this.#sending === null) this.state = 'saved';
			return;
		}
		this.#sending = this.#post().finally(() => {
			this.#sending = null;
			// Written on while the last words were under way.
			if (this.state === 'saved' && !isSame(this.words, this.#sent)) this.send();
		});
	}

	/** Ends a conflict: mine is saved over theirs, theirs replaces what is written here. */
	settle(choice: 'mine' | 'theirs'): void {
		if (this.theirs === null) return;
		const { version, ...words } = this.theirs;
		this.#version = version;
		this.#sent = words;
		this.theirs = null;
		this.state = 'saved';
		if (choice === 'theirs') this.words = words;
		this.send();
	}

	async #post(): Promise<void> {
		const words = this.words;
		this.state = 'saving';
		try {
			const answer = await fetch(this.#address, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ version: this.#version, ...words }),
			});
			if (!answer.ok) throw new Error(`Saving words: ${answer.status}`);
			this.#take(words, await answer.json());
		} catch (error) {
			// No connection, or the server is not there: the words stay, and go when it is back.
			console.warn(error);
			this.state = 'waiting';
		}
	}

	#take(words: Words, saved: Saved): void {
		this.state = saved.state;
		if (saved.state === 'saved') {
			this.#version = saved.version;
			this.#sent = words;
		} else if (saved.state === 'conflict') {
			this.theirs = saved.current;
		}
	}
}

function isSame(one: Words, other: Words): boolean {
	return (
		one.progress === other.progress && one.difficulties === other.difficulties && one.next === other.next
	);
}
