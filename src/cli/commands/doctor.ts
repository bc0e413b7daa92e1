import type { Command } from 'commander';
import type { Backend } from '../../lib/server/backend/backend.ts';
import { readHealth } from '../../lib/server/queries/health.ts';
import { withBackend } from '../withBackend.ts';

type Finding = { readonly what: string; readonly ok: boolean; readonly detail: string };

/** `waymark doctor`: which backend, whether it answers, and what is missing. Ends with 1 when something is wrong. */
export function registerDoctor(program: Command): void {
	program
		.command('doctor')
		.description('say which database is in use, whether it answers, and what it lacks')
		.option('--json', 'one line of JSON per finding')
		.action(async ({ json }: { json?: boolean }) => {
			const findings = await withBackend((backend) => examine(backend));
			for (const finding of findings) {
				console.log(
					json
						? JSON.stringify(finding)
						: `${finding.ok ? 'ok   ' : 'WRONG'} ${finding.what}: ${finding.detail}`,
				);
			}
			if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
		});
}

async function examine(backend: Backend): Promise<Finding[]> {
	const health = await readHealth(backend);
	const here: Finding[] = [
		{ what: 'backend', ok: true, detail: `${backend.kind} at ${backend.url}` },
		{ what: 'publishable key', ok: true, detail: backend.publishableKey },
	];
	if (!health) return [...here, { what: 'database', ok: false, detail: 'answers, but was never migrated' }];
	return [
		...here,
		{ what: 'database', ok: true, detail: `PostgreSQL ${health.postgres}` },
		nothingIn(health.missingMigrations, 'migrations', 'all applied', 'missing'),
		nothingIn(health.unprotectedTables, 'row security', 'on every exposed table', 'off on'),
		nothingIn(health.tablesOpenToAll, 'publishable key alone', 'opens no table', 'opens'),
	];
}

function nothingIn(wrong: readonly string[], what: string, fine: string, otherwise: string): Finding {
	return {
		what,
		ok: wrong.length === 0,
		detail: wrong.length === 0 ? fine : `${otherwise} ${wrong.join(', ')}`,
	};
}
