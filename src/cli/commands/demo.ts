import type { Command } from 'commander';
import { demonstrationAccounts, demonstrationPassword, loadDemonstration } from '../../lib/server/demo.ts';
import { withBackend } from '../withBackend.ts';

/** `waymark demo`: loads the demonstration with its accounts; a second time changes nothing. */
export function registerDemo(program: Command): void {
	program
		.command('demo')
		.description('load the demonstration: two programmes with made-up figures, and accounts to look at them')
		.option('--json', 'print what was added and changed, by table, as JSON')
		.action(async ({ json }: { json?: boolean }) => {
			const outcome = await withBackend((backend) => loadDemonstration(backend));
			if (json) {
				console.log(JSON.stringify(outcome));
				return;
			}
			console.log(outcome.nothingChanged ? 'Nothing changed.' : 'The demonstration is loaded.');
			console.log(`\nAccounts, password ${demonstrationPassword}:`);
			for (const { email, role } of demonstrationAccounts) console.log(`  ${email.padEnd(24)}${role}`);
		});
}
