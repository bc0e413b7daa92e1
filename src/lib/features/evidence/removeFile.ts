import type { RemoveOutcome } from '#domain/evidence.ts';
import type { SendProblem } from '#features/evidence/sendFile.ts';

/** Takes a file back, by script. */
export async function removeFile(
	id: string,
): Promise<
	{ readonly state: 'removed' | 'struck-out' } | { readonly state: 'failed'; readonly problem: SendProblem }
> {
	let response: Response;
	try {
		response = await fetch(`/evidence/${id}`, {
			method: 'POST',
			headers: { accept: 'application/json' },
			body: new FormData(),
		});
	} catch (error) {
		if (error instanceof TypeError) return { state: 'failed', problem: 'offline' };
		throw error;
	}
	if (new URL(response.url).pathname === '/login') return { state: 'failed', problem: 'signed-out' };
	// somebody else removed it meanwhile: what was wanted is so
	if (response.status === 404) return { state: 'removed' };
	if (!response.ok) return { state: 'failed', problem: 'server' };
	const outcome = (await response.json()) as RemoveOutcome;
	return outcome.state === 'refused' ? { state: 'failed', problem: outcome.problem } : outcome;
}
