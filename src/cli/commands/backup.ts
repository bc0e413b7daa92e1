import type { Command } from 'commander';
import { readSettings } from '../../lib/server/settings.ts';
import { StartError } from '../../lib/server/startError.ts';
import { backUp, restore } from '../archive.ts';

/** `waymark backup FILE` and `waymark restore FILE`: the embedded data folder as one file. */
export function registerBackup(program: Command): void {
	program
		.command('backup')
		.description('pack the data folder (database, uploads, keys) into FILE; stop the server first')
		.argument('<file>', 'for example waymark.tar.gz; it holds the keys, so keep it safe')
		.action(async (file: string) => {
			const folder = embeddedFolder('pg_dump and your own backups');
			await backUp(folder, file);
			console.log(`Packed ${folder} into ${file}. It holds the keys: keep it safe.`);
		});
	program
		.command('restore')
		.description('unpack a backup into an empty data folder (WAYMARK_DATA)')
		.argument('<file>', 'a file made by `waymark backup`')
		.action(async (file: string) => {
			const folder = embeddedFolder('pg_restore');
			await restore(file, folder);
			console.log(`Unpacked ${file} into ${folder}.`);
		});
}

function embeddedFolder(instead: string): string {
	const settings = readSettings(process.env);
	if (settings.backend.kind === 'embedded') return settings.dataFolder;
	throw new StartError(`This command is for the embedded database; for yours use ${instead}.`);
}
