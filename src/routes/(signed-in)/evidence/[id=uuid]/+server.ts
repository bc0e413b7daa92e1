import { error, json, redirect } from '@sveltejs/kit';
import { FILE_TYPES } from '#domain/evidence.ts';
import { removeEvidence } from '#server/commands/evidence.ts';
import { typeOf } from '#server/files/examine.ts';
import { openEvidence, type OpenedFile } from '#server/queries/evidence.ts';
import { receiveForm } from '#server/receiveForm.ts';
import { backTo, isScript } from '../form.js';
import type { RequestHandler } from './$types.js';

/** Bytes of the form that takes a file back. */
const LARGEST_FORM = 10_000;

/** A file of evidence, to save; with `?view`, pictures and PDFs to look at. Not permitted looks like not found. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
	const file = await openEvidence(locals.supabase, params.id);
	if (file === null) error(404, 'There is no such file.');
	const inline = url.searchParams.has('view') && (await isViewable(file));
	return new Response(file.content, { headers: headersOf(file, inline) });
};

/** Takes the file back: one that was handed in is struck out, another is removed. */
export const POST: RequestHandler = async ({ request, params, locals }) => {
	const received = await receiveForm(request, LARGEST_FORM);
	if (!received.ok) error(received.status, 'A form is expected here.');
	const outcome = await removeEvidence(locals.supabase, params.id);
	if (outcome.state === 'refused' && outcome.problem === 'not-yours') error(404, 'There is no such file.');
	if (isScript(request)) return json(outcome);
	redirect(303, backTo(received.form, '/reports', outcome.state === 'refused' ? outcome.problem : undefined));
};

// asked of the content once more: a row could say what it likes
async function isViewable({ mediaType, content, name }: OpenedFile): Promise<boolean> {
	return FILE_TYPES[mediaType].viewable && (await typeOf(Buffer.from(content), name)) === mediaType;
}

function headersOf({ name, mediaType, content }: OpenedFile, inline: boolean): Record<string, string> {
	const plain = name.replace(/[^\w. ()-]/g, '_');
	const encoded = encodeURIComponent(name).replace(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16)}`,
	);
	return {
		'content-type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
		'content-length': String(content.byteLength),
		'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`,
		'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox`,
		'cross-origin-resource-policy': 'same-origin',
		'x-content-type-options': 'nosniff',
		'cache-control': 'private, no-store',
	};
}
