import { randomUUID } from 'node:crypto';
import type { Answer, CellChange, EntryReport, SaveOutcome } from '../../../src/lib/domain/entry.ts';
import type { OwedReport } from '../../../src/lib/domain/workspace.ts';
import type { WaymarkClient } from '../../../src/lib/server/backend/backend.ts';
import { saveCells } from '../../../src/lib/server/commands/report.ts';
import { demonstrationPassword, loadDemonstrationIfEmpty } from '../../../src/lib/server/demo.ts';
import { readEntryReport, readWorkspace } from '../../../src/lib/server/queries/report.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

/** A database with the demonstration, and its people signed in as a browser would be. `uploads`: a folder for files. */
export async function openReporting(uploads?: string): Promise<Reporting> {
	const database = await openTestDatabase(undefined, uploads);
	await loadDemonstrationIfEmpty(database.backend);
	return {
		database,
		as: async (name) => {
			const client = database.backend.client();
			const { data, error } = await client.auth.signInWithPassword({
				email: `${name}@example.org`,
				password: demonstrationPassword,
			});
			if (error) throw error;
			return new Officer(database.backend.client(data.session.access_token), data.user.id);
		},
	};
}

export interface Reporting {
	readonly database: TestDatabase;
	as(name: string): Promise<Officer>;
}

/** Somebody who reports, through the doors the application uses. */
export class Officer {
	readonly client: WaymarkClient;
	readonly userId: string;

	constructor(client: WaymarkClient, userId: string) {
		this.client = client;
		this.userId = userId;
	}

	private get asker() {
		return { supabase: this.client, lang: 'en' } as const;
	}

	async reports(): Promise<readonly OwedReport[]> {
		return (await readWorkspace(this.asker)).reports;
	}

	async report(id: string): Promise<EntryReport> {
		const report = await readEntryReport(this.asker, id);
		if (report === null) throw new Error(`There is no report ${id} for this person.`);
		return report;
	}

	/** A report of this organisation in a state, the newest first. */
	async find(wanted: (report: OwedReport) => boolean): Promise<EntryReport> {
		const found = (await this.reports()).find(wanted);
		if (found === undefined) throw new Error('No report is like that.');
		return this.report(found.id);
	}

	save(changes: readonly CellChange[], together = false): Promise<SaveOutcome[]> {
		return saveCells(this.client, changes, { together });
	}
}

/** A change of one cell of a report, on top of the version it shows. */
export function changeOf(
	report: EntryReport,
	seriesId: string,
	answer: Answer,
	baseVersion = report.lines.find((line) => line.seriesId === seriesId)?.cell.version,
): CellChange {
	if (baseVersion === undefined) throw new Error('The report has no such series.');
	return { key: randomUUID(), reportId: report.id, seriesId, baseVersion, answer, origin: 'page' };
}
