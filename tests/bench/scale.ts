import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalBackend, WaymarkClient } from '../../src/lib/server/backend/backend.ts';
import { openEmbedded } from '../../src/lib/server/backend/embedded.ts';
import { openPostgres } from '../../src/lib/server/backend/postgres.ts';
import { readSettings } from '../../src/lib/server/settings.ts';
import { freePort } from '../support/freePort.ts';
import { findPostgres, startPostgres } from '../support/postgresServer.ts';
import type { Bench, BenchRun, Measure } from './measure.ts';
import { percentile, timed } from './measure.ts';
import { addStaff, fill, observationsIn, VIEWED } from './scaleData.ts';
import type { Size } from './scaleData.ts';

const WARM_UP = 20;
const REQUESTS = 100;
/** How much longer the large database may take. */
const RATIO = 1.3;

const small: Size = { programmes: 1, quarters: 12 };
const large: Size = { programmes: 32, quarters: 40 };

/**
 * Server time of the overview's one call, as staff through supabase-js in this process, with ten thousand observations
 * and with a million. The viewed programme is the same in both: 800 series, looked at in the same quarter. The large
 * database has 31 more programmes of that size, and ten years of quarters instead of three. Both are asked in turns,
 * so that a busy machine slows both.
 */
export const scale: Bench = async (run) => {
	const folder = await mkdtemp(join(tmpdir(), 'waymark-scale-'));
	const closing = [() => rm(folder, { recursive: true, force: true })];
	try {
		const embedded = (name: string) =>
			openEmbedded(readSettings({ WAYMARK_DATA: join(folder, name) }), false);
		const measures = await compare('embedded', embedded, run, closing);
		if (!run.postgres) return measures;

		const bin = await findPostgres();
		if (bin === undefined) {
			run.note('no PostgreSQL server is installed here');
			return measures;
		}
		const server = await startPostgres(bin, await freePort());
		closing.push(() => server.stop());
		const onServer = async (name: string) => {
			const settings = readSettings({ WAYMARK_DATA: join(folder, `postgres ${name}`) });
			const first = await openPostgres(settings, server.url);
			await first.sql.run(`create database bench_${name}`);
			await first.close();
			return openPostgres(settings, server.url.replace(/postgres$/, `bench_${name}`));
		};
		return [...measures, ...(await compare('PostgreSQL', onServer, run, closing))];
	} finally {
		for (const close of closing.reverse()) await close();
	}
};

type Open = (name: string) => Promise<LocalBackend>;

async function compare(
	on: string,
	open: Open,
	run: BenchRun,
	closing: (() => Promise<void>)[],
): Promise<Measure[]> {
	const filled = async (name: string, size: Size) => {
		const backend = await open(name);
		closing.push(() => backend.close());
		await fill(backend.sql, size, (text) => run.note(`${on}: ${text}`));
		return { client: await staffOf(backend), observations: observationsIn(size), times: [] as number[] };
	};
	const asked = [await filled('small', small), await filled('large', large)] as const;
	run.note(`${on}: asking for the overview …`);
	for (let i = 0; i < WARM_UP + REQUESTS; i += 1) {
		for (const { client, times } of asked) {
			const time = await timed(() => readOverview(client));
			if (i >= WARM_UP) times.push(time);
		}
	}
	const [few, many] = asked.map(({ times }) => percentile(times, 0.5)) as [number, number];
	return [
		...asked.map(({ observations, times }) => ({
			metric: `overview, ${on}, ${observations} observations, p50`,
			value: percentile(times, 0.5),
			unit: 'ms',
			budget: null,
		})),
		{ metric: `overview, ${on}, many against few`, value: many / few, unit: 'x', budget: RATIO },
	];
}

async function staffOf({ client, sql }: LocalBackend): Promise<WaymarkClient> {
	const { data, error } = await client().auth.signUp({
		email: 'staff@example.org',
		password: 'bench bench bench',
	});
	if (error) throw error;
	if (!data.session) throw new Error('Signing up gave no session.');
	await addStaff(sql, data.session.user.id);
	return client(data.session.access_token);
}

async function readOverview(client: WaymarkClient): Promise<void> {
	const { data, error } = await client.schema('reporting').rpc('overview', { p_programme: VIEWED });
	if (error) throw error;
	const { indicators } = data as unknown as { indicators: readonly unknown[] };
	if (indicators.length === 0) throw new Error('The overview is empty: there is nothing to measure.');
}
