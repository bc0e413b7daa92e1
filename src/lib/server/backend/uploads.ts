import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { App } from '@supabase/lite';

type StorageAdapter = NonNullable<App['_storageAdapter']>;
type ObjectMetadata = Awaited<ReturnType<StorageAdapter['headObject']>>;

/** Uploaded files in a folder, one folder a bucket. Types and owners are in the database, storage.objects. */
export function createUploads(folder: string): StorageAdapter {
	const root = resolve(folder);

	function pathOf(bucket: string, key: string): string {
		const path = resolve(join(root, bucket, key));
		if (!path.startsWith(root + sep))
			throw new Error(`An upload's name leads out of the uploads folder: ${key}`);
		return path;
	}

	async function describe(bucket: string, key: string): Promise<ObjectMetadata> {
		const file = await stat(pathOf(bucket, key));
		return {
			cacheControl: 'no-cache',
			contentLength: file.size,
			size: file.size,
			mimetype: 'application/octet-stream',
			lastModified: file.mtime,
			eTag: `"${createHash('sha256').update(`${bucket}/${key}:${file.mtimeMs}:${file.size}`).digest('hex')}"`,
		};
	}

	return {
		driver: undefined,
		getObject: async (bucket, key) => ({
			httpStatusCode: 200,
			metadata: await describe(bucket, key),
			body: await readFile(pathOf(bucket, key)),
		}),
		uploadObject: async (bucket, key, _version, body, contentType, cacheControl) => {
			const path = pathOf(bucket, key);
			await mkdir(dirname(path), { recursive: true });
			await writeFile(path, body instanceof Uint8Array ? body : await bytesOf(body));
			return { ...(await describe(bucket, key)), mimetype: contentType, cacheControl };
		},
		deleteObject: (bucket, key) => rm(pathOf(bucket, key), { force: true }),
		deleteObjects: async (bucket, keys) => {
			for (const key of keys) await rm(pathOf(bucket, key), { force: true });
		},
		copyObject: async (bucket, key, _version, toBucket, toKey) => {
			const target = pathOf(toBucket, toKey);
			await mkdir(dirname(target), { recursive: true });
			await copyFile(pathOf(bucket, key), target);
			const { eTag, lastModified } = await describe(toBucket, toKey);
			return { httpStatusCode: 200, eTag, ...(lastModified && { lastModified }) };
		},
		headObject: (bucket, key) => describe(bucket, key),
		privateAssetUrl: async (bucket, key) => `file://${pathOf(bucket, key)}`,
	};
}

async function bytesOf(stream: { getReader(): unknown }): Promise<Uint8Array> {
	return new Uint8Array(await new Response(stream as ReadableStream).arrayBuffer());
}
