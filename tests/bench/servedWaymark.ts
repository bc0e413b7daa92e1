// The built server in a process of its own, as people run it.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../support/freePort.ts';

export type ServedWaymark = {
	readonly origin: string;
	/** From the spawn to the first 200 of /readyz, in milliseconds. */
	readonly startedIn: number;
	/** Signs in by the form; returns the cookies to send from then on. */
	signIn(email: string, password: string): Promise<string>;
	stop(): Promise<void>;
};

/** A first start may have to build, migrate and load. */
const PATIENCE = 240_000;

const running = new Set<ChildProcess>();
process.once('exit', () => {
	for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** Serves a data folder. @throws when the server ends or is silent before it is ready */
export async function serveWaymark(folder: string, demonstration: boolean): Promise<ServedWaymark> {
	const port = String(await freePort());
	const origin = `http://127.0.0.1:${port}`;
	const { PATH, HOME } = process.env;
	const start = performance.now();
	const child = spawn(process.execPath, ['src/cli/start.ts'], {
		env: { PATH, HOME, PORT: port, WAYMARK_DATA: folder, WAYMARK_DEMO: demonstration ? '1' : '0' },
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	running.add(child);
	child.once('exit', () => running.delete(child));
	let complaint = '';
	child.stderr.on('data', (chunk: Buffer) => (complaint += String(chunk)));

	while (!(await isReady(origin))) {
		if (child.exitCode !== null) throw new Error(`The server ended before it was ready:\n${complaint}`);
		if (performance.now() - start > PATIENCE) throw new Error(`The server is not ready:\n${complaint}`);
		await sleep(20);
	}
	return {
		origin,
		startedIn: performance.now() - start,
		signIn: (email, password) => signIn(origin, email, password),
		stop: async () => {
			if (child.exitCode !== null) return;
			child.kill('SIGTERM');
			await once(child, 'exit');
		},
	};
}

async function isReady(origin: string): Promise<boolean> {
	try {
		return (await fetch(`${origin}/readyz`)).ok;
	} catch {
		// Not listening yet.
		return false;
	}
}

async function signIn(origin: string, email: string, password: string): Promise<string> {
	const answer = await fetch(`${origin}/login`, {
		method: 'POST',
		body: new URLSearchParams({ email, password }),
		// As a browser without scripts: a script is answered in JSON.
		headers: { origin, accept: 'text/html' },
		redirect: 'manual',
	});
	const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
	if (answer.status !== 303 || cookies.length === 0) throw new Error(`Signing in as ${email} failed.`);
	return cookies.join('; ');
}
