import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Handle } from '@sveltejs/kit';

const TEXT = /^(text\/|application\/(json|javascript|xml)|image\/svg\+xml)/;
/** Below this many bytes an answer fits one packet anyway. */
const WORTH_IT = 1000;
/** Quality 5 makes a page within 5 % of the smallest in a tenth of the time. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const encoders = {
	br: (body: Uint8Array) => promisify(brotliCompress)(body, brotliOptions),
	gzip: (body: Uint8Array) => promisify(gzip)(body),
} as const;

/** Compresses pages, data and drawings; the build's own files are compressed ahead. */
export const compress: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const type = response.headers.get('content-type') ?? '';
	if (!TEXT.test(type) || response.headers.has('content-encoding') || response.body === null) return response;
	response.headers.append('vary', 'accept-encoding');
	const encoding = encodingOf(event.request.headers.get('accept-encoding') ?? '');
	if (encoding === undefined) return response;
	const body = new Uint8Array(await response.arrayBuffer());
	const { status, statusText, headers } = response;
	if (body.byteLength < WORTH_IT) return new Response(body, { status, statusText, headers });
	headers.set('content-encoding', encoding);
	headers.delete('content-length');
	return new Response(await encoders[encoding](body), { status, statusText, headers });
};

/** The best encoding a browser accepts; `br;q=0` is a refusal. */
function encodingOf(accepted: string): keyof typeof encoders | undefined {
	return (['br', 'gzip'] as const).find((name) =>
		accepted
			.split(',')
			.some((part) => new RegExp(`^\\s*${name}\\s*(;\\s*q=(?!0(\\.0*)?\\s*$)|$)`).test(part)),
	);
}
