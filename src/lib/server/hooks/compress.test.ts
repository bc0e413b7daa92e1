import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compress } from './compress.ts';

const page = 'a row of figures '.repeat(200);

async function answer(accepted: string, type = 'text/html', body = page): Promise<Response> {
	const request = new Request('http://localhost/', { headers: { 'accept-encoding': accepted } });
	const resolve = async () =>
		new Response(body, { headers: { 'content-type': type, 'content-length': '1' } });
	const event = { request } as Parameters<typeof compress>[0]['event'];
	return compress({ event, resolve });
}

it('compresses text in the best encoding that is accepted', async () => {
	const brotli = await answer('gzip, deflate, br');
	expect(brotli.headers.get('content-encoding')).toBe('br');
	expect(brotli.headers.get('content-length')).toBeNull();
	expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(page);
	const zipped = await answer('gzip;q=1.0, br;q=0');
	expect(zipped.headers.get('content-encoding')).toBe('gzip');
	expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe(page);
});

it('leaves what is small, no text, or not asked for', async () => {
	const left = [await answer('br', 'text/html', 'short'), await answer('br', 'image/png'), await answer('')];
	expect(left.map((response) => response.headers.get('content-encoding'))).toEqual([null, null, null]);
	expect(await left[0]?.text()).toBe('short');
	expect(left.map((response) => response.headers.get('vary'))).toEqual([
		'accept-encoding',
		null,
		'accept-encoding',
	]);
});
