// The thread in which a file is read: it ends with its file, whatever the file does to it.
import { parentPort, workerData } from 'node:worker_threads';
import type { PreviewTask } from './previewWorkbook.ts';
import { readWorkbook } from './readWorkbook.ts';

const { bytes, report, hints } = workerData as PreviewTask;
parentPort?.postMessage(readWorkbook(bytes, report, hints));
