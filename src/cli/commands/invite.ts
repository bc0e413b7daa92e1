import { Option } from 'commander';
import type { Command } from 'commander';
import type { Backend } from '../../lib/server/backend/backend.ts';
import { invite } from '../../lib/server/commands/invite.ts';
import type { Invitee, InviteProblem } from '../../lib/server/commands/invite.ts';
import type { Settings } from '../../lib/server/settings.ts';
import { withBackend } from '../withBackend.ts';

type InviteOptions = {
	readonly email: string;
	readonly role: Invitee['role'];
	readonly organisation?: string;
	readonly programme?: readonly string[];
	readonly everyProgramme?: boolean;
	readonly json?: boolean;
};

/** `waymark invite`: prints a link that makes whoever opens it first a member. The first administrator comes in this way. */
export function registerInvite(program: Command): void {
	program
		.command('invite')
		.description('make a single-use link for a person to come in by')
		.requiredOption('--email <address>', 'their address, which becomes the name of their account')
		.addOption(
			new Option('--role <role>', 'what they will be')
				.choices(['donor', 'partner', 'staff', 'manager', 'admin'])
				.makeOptionMandatory(),
		)
		.option('--organisation <slug>', 'the organisation a partner reports for')
		.option('--programme <code...>', 'programmes of a donor, staff member or manager')
		.option('--every-programme', 'all programmes, those of tomorrow too')
		.option('--json', 'print one JSON object')
		.action(async ({ programme, json, ...options }: InviteOptions) => {
			const result = await withBackend((backend, settings) =>
				invite(
					backend.serviceClient(),
					{ ...options, programmes: programme },
					{ origin: originOf(backend, settings), invitedBy: null },
				),
			);
			if (!result.ok) {
				const message = wordingOf(result.problem);
				if (json) console.log(JSON.stringify({ problem: { ...result.problem, message } }));
				console.error(message);
				process.exitCode = 1;
			} else if (json) {
				console.log(JSON.stringify({ link: result.link, expires_at: result.expiresAt }));
			} else {
				console.log(`${result.link}\nFor one person, once, until ${result.expiresAt.slice(0, 10)}.`);
			}
		});
}

/** Where the application is; a Supabase project's own address is the API's. */
function originOf(backend: Backend, settings: Settings): string {
	return backend.kind === 'supabase' ? settings.origin : backend.url;
}

function wordingOf(problem: InviteProblem): string {
	switch (problem.kind) {
		case 'not-an-address':
			return '--email should be a mail address.';
		case 'organisation-needed':
			return 'A partner reports for an organisation: name it with --organisation.';
		case 'organisation-not-for-role':
			return '--organisation is for partners only.';
		case 'programme-needed':
			return 'Say which programmes, with --programme CODE or --every-programme.';
		case 'programmes-not-for-role':
			return 'Programmes are named for donors, staff and managers only: a partner has its organisation’s, an administrator all.';
		case 'one-or-every-programme':
			return 'Either --programme or --every-programme.';
		case 'not-permitted':
			return 'The database refuses this invitation.';
		case 'unknown-organisation':
			return `There is no organisation ${problem.name}.`;
		case 'unknown-programme':
			return `There is no programme ${problem.name}.`;
		default:
			return problem satisfies never;
	}
}
