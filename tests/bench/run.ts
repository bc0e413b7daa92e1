// `npm run bench -- [name] [--json] [--postgres]`: measures, and says where a budget is broken. Asserted nowhere.
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { makeBenchData, removeBenchData } from './benchData.ts';
import type { Bench, BenchData, Measure } from './measure.ts';
import { page } from './page.ts';
import { saving } from './saving.ts';
import { scale } from './scale.ts';
import { server } from './server.ts';
import { start } from './start.ts';
import { workbook } from './workbook.ts';

const benches: Readonly<Record<string, Bench>> = { start, server, page, saving, workbook, scale };

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { json: { type: 'boolean', default: false }, postgres: { type: 'boolean', default: false } },
});
const strangers = positionals.filter((name) => !(name in benches));
if (strangers.length > 0) {
	console.error(`There is no bench ${strangers.join(', ')}; there are ${Object.keys(benches).join(', ')}.`);
	process.exit(2);
}

const note = (text: string) => console.error(text);
let made: BenchData | undefined;
try {
	for (const [name, bench] of Object.entries(benches)) {
		if (positionals.length > 0 && !positionals.includes(name)) continue;
		note(`bench ${name}`);
		warnOfOthers();
		const measures = await bench({
			data: async () => (made ??= await makeBenchData(note)),
			postgres: values.postgres,
			note: (text) => note(`  ${text}`),
		});
		for (const measure of measures) print(name, measure);
	}
} finally {
	if (made) await removeBenchData(made);
}

/** Times are the machine's as much as ours. */
function warnOfOthers(): void {
	const [load = 0] = loadavg();
	const processors = availableParallelism();
	if (load > processors / 2)
		note(
			`  the machine is busy (load ${load.toFixed(1)} on ${processors} processors): times come out too long`,
		);
}

function print(bench: string, { metric, value, unit, budget }: Measure): void {
	const ok = budget === null ? null : value <= budget;
	const rounded = Math.round(value * 100) / 100;
	if (values.json) {
		console.log(JSON.stringify({ bench, metric, value: rounded, unit, budget, ok }));
		return;
	}
	const verdict = ok === null ? '' : ok ? `ok, at most ${budget}` : `OVER, at most ${budget}`;
	console.log(
		`${bench.padEnd(7)} ${metric.padEnd(58)} ${String(rounded).padStart(9)} ${unit.padEnd(3)} ${verdict}`,
	);
}
