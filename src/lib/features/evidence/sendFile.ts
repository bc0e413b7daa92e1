import type { AddOutcome, EvidenceProblem } from '#domain/evidence.ts';

/** Why nothing was heard of a file: keys of messages under `evidence.problem`. */
export type SendProblem = EvidenceProblem | 'offline' | 'signed-out' | 'server';

/** What became of sending a file. */
export type SendOutcome =
	| Exclude<AddOutcome, { readonly state: 'refused' }>
	| { readonly state: 'failed'; readonly problem: SendProblem };

/** What a file is behind; both null: the whole report. */
export interface EvidencePlace {
	readonly reportId: string;
	readonly seriesId: string | null;
	readonly activityId: string | null;
}

/**
 * Sends one file to its report. Sent twice it is kept once, so that trying again is safe.
 * @param onProgress called with the percentage that has left this device
 */
export function sendFile(
	file: File,
	place: EvidencePlace,
	onProgress: (percent: number) => void,
): Promise<SendOutcome> {
	const form = new FormData();
	form.set('file', file);
	if (place.seriesId !== null) form.set('series', place.seriesId);
	if (place.activityId !== null) form.set('activity', place.activityId);
	return new Promise((resolve) => {
		// fetch does not tell how much of a body has left
		const request = new XMLHttpRequest();
		request.open('POST', `/reports/${place.reportId}/evidence`);
		request.setRequestHeader('accept', 'application/json');
		request.upload.onprogress = ({ loaded, total }) =>
			onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 0);
		request.onerror = () => resolve({ state: 'failed', problem: 'offline' });
		request.onload = () => resolve(outcomeOf(request));
		request.send(form);
	});
}

function outcomeOf(request: XMLHttpRequest): SendOutcome {
	// a sign-in that ended leads to the sign-in page
	if (new URL(request.responseURL).pathname === '/login') return { state: 'failed', problem: 'signed-out' };
	if (request.status !== 200)
		return { state: 'failed', problem: request.status === 413 ? 'too-large' : 'server' };
	const { outcomes } = JSON.parse(request.responseText) as { readonly outcomes: readonly AddOutcome[] };
	const [outcome] = outcomes;
	if (outcome === undefined) return { state: 'failed', problem: 'empty' };
	return outcome.state === 'refused' ? { state: 'failed', problem: outcome.problem } : outcome;
}
