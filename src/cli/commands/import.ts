import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { ChangeSet, ImportProblem } from '#import/changeSet.ts';
import { stageEutf, type CsvFile } from '#import/eutf.ts';
import type { Json } from '../../lib/server/database.types.ts';
import { StartError } from '../../lib/server/startError.ts';
import { importReport, type LoadOutcome } from '../importReport.ts';
import { problemText } from '../importWording.ts';
import { withBackend } from '../withBackend.ts';

interface EutfOptions {
	readonly extractedOn?: string;
	readonly dryRun?: boolean;
	readonly json?: boolean;
}

// The fund published its results export once for all to take; its day stands in neither file.
const PUBLISHED_EXTRACTION = '2021-12-17';

/** `waymark import eutf`: stages the two files and loads them whole, or not at all. */
export function registerImport(program: Command): void {
	const command = program.command('import').description('load figures from files: all of them or nothing');
	command
		.command('eutf')
		.description('an EUTF results export: a file of results and one of projects')
		.argument('<results>', 'CSV file of results')
		.argument('<projects>', 'CSV file of projects')
		.option(
			'--extracted-on <day>',
			`day of the export (default: the day in the file name, else ${PUBLISHED_EXTRACTION})`,
		)
		.option('--dry-run', 'say what would change and keep nothing')
		.option('--json', 'print one JSON object')
		.action(importEutf);
}

async function importEutf(resultsPath: string, projectsPath: string, options: EutfOptions): Promise<void> {
	const [results, projects] = [await readCsvFile(resultsPath), await readCsvFile(projectsPath)];
	const failed = [results, projects].find((file) => file.kind === 'problem');
	if (failed?.kind === 'problem') return refuse(failed, options);
	if (results.kind === 'problem' || projects.kind === 'problem') return;

	const staged = stageEutf(results.file, projects.file, options.extractedOn ?? dayIn(results.file.name));
	if (staged.kind === 'problem') return refuse(staged, options);

	const dryRun = options.dryRun ?? false;
	const outcome = await load(staged.changeSet, dryRun);
	if (options.json) {
		const { source, leftOut, notes } = staged.changeSet;
		console.log(JSON.stringify({ source, dryRun, ...outcome, leftOut, notes }));
	} else {
		console.log(importReport(staged.changeSet, outcome, dryRun));
	}
}

async function load(changeSet: ChangeSet, dryRun: boolean): Promise<LoadOutcome> {
	return withBackend(async (backend) => {
		const { data, error } = await backend.serviceClient().rpc('load_change_set', {
			change_set: changeSet as unknown as Json,
			dry_run: dryRun,
		});
		if (error !== null)
			throw new StartError(`The database refused the files, and nothing was loaded: ${error.message}`);
		return data as unknown as LoadOutcome;
	});
}

function refuse(problem: ImportProblem, { json }: EutfOptions): void {
	const message = problemText(problem);
	if (json) console.log(JSON.stringify({ problem: { ...problem, message } }));
	console.error(message);
	process.exitCode = 1;
}

async function readCsvFile(path: string): Promise<{ kind: 'file'; file: CsvFile } | ImportProblem> {
	const name = basename(path);
	const bytes = await readFile(path).catch((error: Error) => {
		throw new StartError(`${path} cannot be read: ${error.message}`);
	});
	try {
		return { kind: 'file', file: { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) } };
	} catch {
		// The decoder throws on the first byte that is no UTF-8, and on nothing else.
		return { kind: 'problem', file: name, line: null, key: 'import.notUtf8', values: {} };
	}
}

function dayIn(fileName: string): string {
	return /\d{4}-\d{2}-\d{2}/u.exec(fileName)?.[0] ?? PUBLISHED_EXTRACTION;
}
