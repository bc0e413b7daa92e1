// `npm run waymark -- <command>`: each command is a file in commands/ that registers itself.
import { Command } from 'commander';
import { endOnStartError } from './endOnStartError.ts';
import { loadEnvironment } from './environment.ts';
import { registerBackup } from './commands/backup.ts';
import { registerDemo } from './commands/demo.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerImport } from './commands/import.ts';
import { registerInvite } from './commands/invite.ts';
import { registerMigrate } from './commands/migrate.ts';
import { registerRemind } from './commands/remind.ts';
import { registerTotals } from './commands/totals.ts';

const program = new Command('waymark')
	.description('Waymark at the keyboard. It works on the database that the settings name (see .env.example).')
	.showHelpAfterError();

for (const register of [
	registerMigrate,
	registerDemo,
	registerImport,
	registerTotals,
	registerInvite,
	registerBackup,
	registerDoctor,
	registerRemind,
])
	register(program);

await endOnStartError(async () => {
	loadEnvironment();
	await program.parseAsync();
});
