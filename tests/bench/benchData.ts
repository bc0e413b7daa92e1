import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/waymarkProcess.ts';
import type { BenchData } from './measure.ts';
import { serveWaymark } from './servedWaymark.ts';
import type { ServedWaymark } from './servedWaymark.ts';

/** The demonstration's account whose pages are measured, and its programme. */
export const reader = { email: 'staff@example.org', password: 'waymark-demo' };
const DEMONSTRATION = 'RDPP-NA';
const PUBLISHED = 'EUTF-NOA';

/** Makes a data folder the way people do: a first start with the demonstration, then an import while it serves. */
export async function makeBenchData(note: (text: string) => void): Promise<BenchData> {
	const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
	try {
		return { folder, programmes: await fill(folder, note) };
	} catch (error) {
		await removeBenchData({ folder });
		throw error;
	}
}

export function removeBenchData({ folder }: Pick<BenchData, 'folder'>): Promise<void> {
	return rm(folder, { recursive: true, force: true });
}

/** @returns the programmes that pages are measured with */
async function fill(folder: string, note: (text: string) => void): Promise<string[]> {
	note('  building, migrating and loading the demonstration …');
	const waymark = await serveWaymark(folder, true);
	try {
		const samples = process.env['WAYMARK_SAMPLES'];
		if (!samples) {
			note('  WAYMARK_SAMPLES is not set: the published results are left out');
			return [DEMONSTRATION];
		}
		note('  importing the published results …');
		const files = ['results', 'projects'].map((name) =>
			join(samples, 'samples', `eutf-noa-${name}-2021-12.csv`),
		);
		const imported = await runCli('waymark.ts', ['import', 'eutf', ...files], { WAYMARK_DATA: folder });
		if (imported.code !== 0) throw new Error(`The import failed: ${imported.stderr}`);
		await followEveryProgramme(folder, waymark);
		return [DEMONSTRATION, PUBLISHED];
	} finally {
		await waymark.stop();
	}
}

/** The demonstration's staff follow its own programmes alone: an invitation makes the reader follow the published one too. */
async function followEveryProgramme(folder: string, waymark: ServedWaymark): Promise<void> {
	const letter = ['invite', '--email', reader.email, '--role', 'staff', '--every-programme', '--json'];
	const invited = await runCli('waymark.ts', letter, { WAYMARK_DATA: folder });
	if (invited.code !== 0) throw new Error(`The invitation failed: ${invited.stderr}`);
	const { link } = JSON.parse(invited.stdout) as { link: string };
	const cookie = await waymark.signIn(reader.email, reader.password);
	const accepted = await fetch(link, {
		method: 'POST',
		body: new URLSearchParams({ name: '' }),
		headers: { cookie, origin: waymark.origin, accept: 'text/html' },
		redirect: 'manual',
	});
	if (accepted.status !== 303) throw new Error('The invitation was not accepted.');
}
