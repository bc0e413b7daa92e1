import { randomUUID } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntryReport } from '../../../src/lib/domain/entry.ts';
import { openIndexedStore } from '../../../src/lib/features/report/device/indexedStore.ts';
import { type EntryServer, happenings, playAndCheck, type Write } from '../../support/devices.ts';
import { openReporting, type Officer, type Reporting } from './partner.ts';

let reporting: Reporting;
let officer: Officer;
let report: EntryReport;
let series: readonly string[];

beforeAll(async () => {
	reporting = await openReporting();
	officer = await reporting.as('iom-egypt');
	report = await officer.find((one) => one.period.code === '2023-Q1' && one.asked > 5);
	series = report.lines
		.filter(({ valueKind }) => valueKind === 'increment')
		.slice(0, 3)
		.map(({ seriesId }) => seriesId);
});
afterAll(() => reporting.database.close());

test('two devices on one report: the database holds each edit once, in order, whatever happens to the connection', async () => {
	expect(series).toHaveLength(3);
	const server: EntryServer = {
		save: (changes) => officer.save(changes),
		cells: async () => {
			const { lines } = await officer.report(report.id);
			return new Map(
				lines
					.filter(({ seriesId }) => series.includes(seriesId))
					.map(({ seriesId, cell }) => [seriesId, cell]),
			);
		},
		writes: () =>
			reporting.database.sql.query<Write>(
				`select c.series_id as "seriesId", c.key, c.version, c.new_answer as answer
				from public.draft_change c
				where c.report_id = $1 and c.outcome = 'saved' and c.old_answer is distinct from c.new_answer
				order by c.changed_at`,
				[report.id],
			),
	};
	let runs = 0;
	await fc.assert(
		fc.asyncProperty(happenings, async (happened) => {
			globalThis.indexedDB = new IDBFactory();
			await playAndCheck(happened, {
				server,
				reportId: report.id,
				series,
				// The database goes on from run to run, so each has numbers of its own.
				firstValue: (runs += 1) * 1000,
				newKey: randomUUID,
				openStore: (device) => openIndexedStore(`person on device ${device}`),
			});
		}),
		{ numRuns: 20, endOnFailure: true },
	);
	expect(runs).toBe(20);
});
