import { once } from 'node:events';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EntryReport } from '#domain/entry.ts';
import { LARGEST_WORKBOOK, type WorkbookPreview } from '#domain/workbook.ts';
import { LIMITS } from './limits.ts';
import type { WorkbookHints } from './readWorkbook.ts';

export interface PreviewTask {
	readonly bytes: Uint8Array;
	readonly report: EntryReport;
	readonly hints: WorkbookHints;
}

/** The server is bundled; its sources always stand beside it, and Node reads them as they are. */
const SOURCE = 'src/lib/import/workbook/worker.ts';

/**
 * readWorkbook in a thread of its own, within limits of memory and time: a file that goes beyond them is refused as
 * `too-much-work`, and the server goes on. @throws where the thread fails for another reason
 */
export async function previewWorkbook(
	task: PreviewTask,
	limits: Partial<Limits> = {},
): Promise<WorkbookPreview> {
	if (task.bytes.byteLength > LARGEST_WORKBOOK) return { kind: 'refused', why: 'too-large', owner: null };
	return await taken(() => inThread(task, { ...LIMITS, ...limits }));
}

type Limits = { readonly heapMegabytes: number; readonly milliseconds: number };

async function inThread(task: PreviewTask, limits: Limits): Promise<WorkbookPreview> {
	const worker = new Worker(resolve(process.cwd(), SOURCE), {
		workerData: task,
		// A test's or a tool's own loader has no business in it.
		execArgv: [],
		// The library complains of files on the console; a file must not be able to fill the server's log.
		stdout: true,
		stderr: true,
		resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 48 },
	});
	const ended = new AbortController();
	const tooLong = setTimeout(() => ended.abort(), limits.milliseconds);
	try {
		const [preview] = await once(worker, 'message', { signal: ended.signal });
		return preview as WorkbookPreview;
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		if (ended.signal.aborted || code === 'ERR_WORKER_OUT_OF_MEMORY')
			return { kind: 'refused', why: 'too-much-work', owner: null };
		throw error;
	} finally {
		clearTimeout(tooLong);
		await worker.terminate();
	}
}

/** One file at a time: the limit of memory is that of the server, not of each visitor. */
let last: Promise<unknown> = Promise.resolve();

function taken<Result>(work: () => Promise<Result>): Promise<Result> {
	const mine = last.then(work);
	last = mine.then(
		() => undefined,
		() => undefined,
	);
	return mine;
}
