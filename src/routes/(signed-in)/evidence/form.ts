import type { EvidenceProblem } from '#domain/evidence.ts';

/** Whether a script asks, which wants data; a plain form wants a page. */
export function isScript(request: Request): boolean {
	return request.headers.get('accept')?.includes('application/json') ?? false;
}

/** Where a plain form goes back to: a page of ours that it names, with what went wrong in the query. */
export function backTo(
	form: FormData | null,
	otherwise: string,
	problem: EvidenceProblem | undefined,
): string {
	const wanted = form?.get('back');
	const own = typeof wanted === 'string' && /^\/(?![/\\])[^\r\n]*$/.test(wanted) ? wanted : otherwise;
	// read as an address of anybody's, so that what stands in it cannot lead elsewhere
	const read = new URL(own, 'http://here');
	const address = read.pathname.startsWith('//') ? new URL(otherwise, 'http://here') : read;
	if (problem === undefined) address.searchParams.delete('evidence');
	else address.searchParams.set('evidence', problem);
	return `${address.pathname}${address.search}${address.hash}`;
}
