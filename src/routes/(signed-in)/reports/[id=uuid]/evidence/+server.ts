import { error, json, redirect } from '@sveltejs/kit';
import type { AddOutcome } from '#domain/evidence.ts';
import { addEvidence } from '#server/commands/evidence.ts';
import { receiveForm } from '#server/receiveForm.ts';
import { backTo, isScript } from '../../../evidence/form.js';
import type { RequestHandler } from './$types.js';

/** Bytes of one request: a file of 10 MB and what surrounds it in a form. */
const LARGEST = 12_000_000;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Adds files to a report. Form fields: `file`, and `series` or `activity` where it is behind one; `back` for plain forms. */
export const POST: RequestHandler = async ({ request, params, locals }) => {
	const received = await receiveForm(request, LARGEST);
	if (!received.ok && received.status === 413) return answer(request, params.id, null, [tooLarge]);
	if (!received.ok) error(received.status, 'A form with files is expected here.');
	const { form } = received;
	const place = { reportId: params.id, seriesId: idIn(form, 'series'), activityId: idIn(form, 'activity') };
	const outcomes: AddOutcome[] = [];
	for (const file of form.getAll('file')) {
		if (typeof file === 'string') error(400, 'A form with files is expected here.');
		const sent = { name: file.name, content: Buffer.from(await file.arrayBuffer()) };
		outcomes.push(await addEvidence(locals, place, sent));
	}
	return answer(request, params.id, form, outcomes);
};

const tooLarge: AddOutcome = { state: 'refused', name: '', problem: 'too-large' };

function answer(request: Request, reportId: string, form: FormData | null, outcomes: AddOutcome[]): Response {
	if (isScript(request)) return json({ outcomes });
	const refused = outcomes.find((outcome) => outcome.state === 'refused');
	redirect(303, backTo(form, `/reports/${reportId}`, refused?.problem));
}

function idIn(form: FormData, name: string): string | null {
	const value = form.get(name);
	if (value === null || value === '') return null;
	if (typeof value !== 'string' || !UUID.test(value)) error(400, `${name} names no row.`);
	return value;
}
