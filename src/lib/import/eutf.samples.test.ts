import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stageEutf } from '#import/eutf.ts';

const folder = join(process.env['WAYMARK_SAMPLES'] ?? '', 'samples');
const file = (name: string) => ({ name, text: readFileSync(join(folder, name), 'utf8') });
const outcome = stageEutf(
	file('eutf-noa-results-2021-12.csv'),
	file('eutf-noa-projects-2021-12.csv'),
	'2021-12-17',
);
if (outcome.kind === 'problem') throw new Error(JSON.stringify(outcome));
const { tables, leftOut, notes } = outcome.changeSet;
const codes = new Map(tables.project.map(({ id, code }) => [id, code]));
const linesOf = (kind: string) => notes.filter((note) => note.kind === kind).map(({ line }) => line);

it('keeps every project and every row but the two that no framework knows', () => {
	expect(tables.project).toHaveLength(103);
	expect(tables.project_indicator).toHaveLength(3027);
	expect(leftOut.map(({ line, why }) => [line, why])).toEqual([
		[1860, 'not-in-a-framework'],
		[3030, 'not-in-a-framework'],
	]);
	expect([tables.observation.length, tables.target.length]).toEqual([183, 90]);
});

it('places the tree', () => {
	const parents = new Map(tables.project.map(({ code, parent_id }) => [code, codes.get(parent_id ?? '')]));
	expect(parents.get('T05-EUTF-NOA-LY-08-01')).toBe('T05-EUTF-NOA-LY-08');
	expect(parents.get('T05-EUTF-NOA-LY-03-01')).toBe('T05-EUTF-NOA-LY-03');
	expect(parents.get('T05-EUTF-NOA-XX-XX')).toBe('T05-EUTF-NOA-MA-06');
	const roots = tables.project.filter(({ parent_id }) => parent_id === null);
	expect(roots.filter(({ level }) => level === 'contract').map(({ code }) => code)).toEqual([
		'T05-EUTF-REG-NAFR-02-01',
	]);
	expect(tables.project.filter(({ test }) => test).map(({ code }) => code)).toEqual(['T05-EUTF-NOA-XX-XX']);
});

it('reads all of it by the set of 2018', () => {
	const used = new Set(tables.project_indicator.map(({ indicator_id }) => indicator_id));
	const frameworks = tables.indicator
		.filter(({ id }) => used.has(id))
		.map(({ framework_code }) => framework_code);
	expect(frameworks).toEqual(Array.from({ length: 41 }, () => 'EUTF-2018'));
});

it('lists what is no number', () => {
	expect(linesOf('no-number')).toEqual([1858, 2597, 2599, 2986, 2987]);
	expect(linesOf('fraction-of-a-count')).toEqual([]);
	expect(
		tables.target.filter(({ text_value }) => text_value !== null).map(({ text_value }) => text_value),
	).toEqual(Array.from({ length: 5 }, () => 'NULL'));
});

it('finds each organisation once', () => {
	const slugs = tables.organisation.map(({ slug }) => slug);
	expect(new Set(slugs).size).toBe(slugs.length);
	expect(slugs).toEqual(expect.arrayContaining(['eutf', 'iom', 'unodc', 'unhcr', 'msmeda', 'who', 'ilo']));
});
