import { type EvidenceFile, LARGEST_FILE } from '#domain/evidence.ts';
import { isPhoto, reducePhoto } from '#features/evidence/reducePhoto.ts';
import { type EvidencePlace, sendFile, type SendProblem } from '#features/evidence/sendFile.ts';

/** A file on its way from this device. */
export interface Parcel {
	readonly key: number;
	readonly name: string;
	readonly file: File;
	readonly progress:
		| { readonly kind: 'preparing' }
		| { readonly kind: 'sending'; readonly percent: number }
		| { readonly kind: 'failed'; readonly problem: SendProblem };
}

/** Sends files one after the other, and keeps those that did not arrive until they are sent again or left out. */
export class Outbox {
	parcels = $state.raw<readonly Parcel[]>([]);
	readonly #place: () => EvidencePlace;
	readonly #arrived: (file: EvidenceFile, state: 'added' | 'known') => void;
	#sent = 0;
	#turn: Promise<void> = Promise.resolve();

	constructor(place: () => EvidencePlace, arrived: (file: EvidenceFile, state: 'added' | 'known') => void) {
		this.#place = place;
		this.#arrived = arrived;
	}

	/** Takes files that were chosen, dropped or photographed. @returns when all of them have arrived or failed */
	add(files: Iterable<File>): Promise<void> {
		const place = this.#place();
		for (const file of files) {
			this.#sent += 1;
			const parcel: Parcel = { key: this.#sent, name: file.name, file, progress: { kind: 'preparing' } };
			this.parcels = [...this.parcels, parcel];
			this.#queue(parcel, place);
		}
		return this.#turn;
	}

	retry(parcel: Parcel): void {
		this.#change(parcel, { kind: 'preparing' });
		this.#queue(parcel, this.#place());
	}

	leave(parcel: Parcel): void {
		this.parcels = this.parcels.filter(({ key }) => key !== parcel.key);
	}

	#queue(parcel: Parcel, place: EvidencePlace): void {
		this.#turn = this.#turn
			.then(() => this.#send(parcel, place))
			.catch((error: unknown) => {
				// one file must not stop those behind it
				this.#change(parcel, { kind: 'failed', problem: 'server' });
				reportError(error);
			});
	}

	async #send(parcel: Parcel, place: EvidencePlace): Promise<void> {
		const fail = (problem: SendProblem) => this.#change(parcel, { kind: 'failed', problem });
		let { file } = parcel;
		if (isPhoto(file)) {
			const reduced = await reducePhoto(file);
			if (!reduced.ok) return fail(reduced.problem);
			file = reduced.file;
		}
		if (file.size === 0) return fail('empty');
		if (file.size > LARGEST_FILE) return fail('too-large');
		this.#change(parcel, { kind: 'sending', percent: 0 });
		const outcome = await sendFile(file, place, (percent) =>
			this.#change(parcel, { kind: 'sending', percent }),
		);
		if (outcome.state === 'failed') return fail(outcome.problem);
		this.leave(parcel);
		this.#arrived(outcome.file, outcome.state);
	}

	#change({ key }: Parcel, progress: Parcel['progress']): void {
		this.parcels = this.parcels.map((parcel) => (parcel.key === key ? { ...parcel, progress } : parcel));
	}
}
