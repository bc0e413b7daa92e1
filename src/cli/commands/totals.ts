import type { Command } from 'commander';
import type { WaymarkClient } from '../../lib/server/backend/backend.ts';
import { StartError } from '../../lib/server/startError.ts';
import { withBackend } from '../withBackend.ts';

interface TotalsOptions {
	readonly programme?: string;
	readonly framework?: string;
	readonly fund?: string;
	readonly json?: boolean;
}

/** `waymark totals`: each indicator's total, counted once, beside the plain sum of all rows. */
export function registerTotals(program: Command): void {
	program
		.command('totals')
		.description(
			'totals per indicator as of the newest period: every row added, and each figure counted once',
		)
		.option('--programme <code>', 'one programme; without it, all programmes together')
		.option('--framework <code>', 'indicators of one framework')
		.option('--fund <code>', 'projects paid from one fund')
		.option('--json', 'print one JSON line per indicator')
		.action(async (options: TotalsOptions) => {
			const totals = await withBackend((backend) => readTotals(backend.serviceClient(), options));
			for (const total of totals) console.log(options.json ? JSON.stringify(total) : inWords(total));
		});
}

type Total = Awaited<ReturnType<typeof readTotals>>[number];

async function readTotals(client: WaymarkClient, { programme, framework, fund }: TotalsOptions) {
	await requireCode(client, 'programme', programme);
	await requireCode(client, 'framework', framework);
	await requireCode(client, 'fund', fund);
	const { data, error } = await client.schema('reporting').rpc('totals', {
		p_programme: programme ?? null,
		p_framework: framework ?? null,
		p_fund: fund ?? null,
	});
	if (error !== null) throw new StartError(`The totals cannot be read: ${error.message}`);
	return data.map((row) => ({
		programme: row.programme,
		framework: row.framework,
		code: row.code,
		title: row.title,
		country: row.country,
		naive_sum: row.naive_sum,
		counted_once: row.counted_once,
		differences: row.differences,
	}));
}

/** A code that does not exist is a slip of the keyboard, not an empty list of totals. */
async function requireCode(
	client: WaymarkClient,
	table: 'programme' | 'framework' | 'fund',
	code: string | undefined,
) {
	if (code === undefined) return;
	const { data, error } = await client.from(table).select('code');
	if (error !== null) throw new StartError(`The totals cannot be read: ${error.message}`);
	const known = data.map((row) => row.code);
	if (!known.includes(code))
		throw new StartError(`There is no ${table} ${code}; known: ${known.join(', ') || 'none'}.`);
}

function inWords({ framework, code, title, naive_sum, counted_once, differences }: Total): string {
	const once = counted_once === null ? 'cannot be added' : `counted once ${counted_once}`;
	const declared =
		Array.isArray(differences) && differences.length > 0 ? `, ${differences.length} declared otherwise` : '';
	return `${framework} ${code}  ${once} (every row added: ${naive_sum})${declared}  ${title}`;
}
