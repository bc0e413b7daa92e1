import * as v from 'valibot';
import type { EntryReport } from '#domain/entry.ts';
import { VALUE_KINDS } from '#domain/indicator.ts';
import { STATUSES } from '#domain/status.ts';
import type { CellEvent, Workspace } from '#domain/workspace.ts';
import { answer } from './answer.ts';
import { type Asker, listOf, numeric, orNull, readPage } from './border.ts';
import { organisation, period } from './shapes.ts';

const text = v.string();

const state = v.picklist(['draft', 'submitted', 'returned', 'approved']);

export const lock = v.variant('kind', [
	v.object({ kind: v.picklist(['open', 'closed', 'submitted', 'approved']) }),
	v.object({ kind: v.literal('reopened'), until: text }),
	v.object({ kind: v.literal('not-open'), opensOn: text }),
]);

const programme = v.object({ code: text, name: text, demonstration: v.boolean() });
const project = v.object({ id: text, code: text, title: text });

/** What the server holds of a cell. */
export const cell = v.object({
	version: v.number(),
	answer,
	changedBy: orNull(text),
	changedAt: orNull(text),
});

const line = v.object({
	seriesId: text,
	resultId: orNull(text),
	indicator: v.object({
		id: text,
		framework: text,
		code: text,
		title: text,
		definition: orNull(text),
		unit: text,
		measure: v.picklist(['unit', 'percentage', 'nominal', 'ordinal', 'qualitative']),
		ascending: v.boolean(),
		sensitive: v.boolean(),
		counts: v.picklist(['people', 'contacts', 'things']),
		dimensions: listOf(text),
		levels: listOf(text),
	}),
	valueKind: v.picklist(VALUE_KINDS),
	country: orNull(text),
	baseline: orNull(numeric),
	baselineOn: orNull(text),
	actual: orNull(numeric),
	expected: orNull(numeric),
	target: orNull(numeric),
	targetText: orNull(text),
	status: orNull(v.picklist(STATUSES)),
	history: listOf(
		v.object({
			period: text,
			value: orNull(numeric),
			numerator: orNull(numeric),
			denominator: orNull(numeric),
			text: orNull(text),
			level: orNull(numeric),
			inapplicable: orNull(text),
			state: v.picklist(['submitted', 'returned', 'approved']),
		}),
	),
	comments: listOf(v.object({ id: text, text, at: text, revision: numeric })),
	cell,
});

const head = {
	id: text,
	programme,
	project,
	organisation,
	period,
	dueOn: orNull(text),
	state,
	lock,
	revision: orNull(numeric),
	decisionNote: orNull(text),
	submittedAt: orNull(text),
	correcting: orNull(text),
};

const report = v.object({
	...head,
	results: listOf(
		v.object({
			id: text,
			parentId: orNull(text),
			level: v.picklist(['impact', 'outcome', 'output']),
			code: orNull(text),
			title: text,
		}),
	),
	lines: listOf(line),
	narrative: v.object({ version: v.number(), progress: text, difficulties: text, next: text }),
});

/** One report to fill in; null where there is none that the reader may. */
export function readEntryReport(asker: Asker, id: string): Promise<EntryReport | null> {
	return readPage(asker, 'entry_page', { p_report: id }, v.nullable(report));
}

const workspace = v.object({
	today: text,
	organisations: listOf(organisation),
	reports: listOf(v.object({ ...head, asked: v.number(), answered: v.number(), decidedAt: orNull(text) })),
});

/** What the reader's organisations owe and have handed in. */
export function readWorkspace(asker: Asker): Promise<Workspace> {
	return readPage(asker, 'workspace', {}, workspace);
}

const events = listOf(
	v.object({
		kind: v.picklist(['change', 'draft', 'submitted', 'returned', 'approved']),
		at: orNull(text),
		by: orNull(text),
		origin: orNull(v.picklist(['page', 'offline', 'workbook'])),
		before: orNull(answer),
		after: orNull(answer),
		revision: orNull(numeric),
		reason: orNull(text),
	}),
);

/** Who changed one figure of a report, when and from what to what; newest first. */
export function readCellHistory(asker: Asker, id: string, seriesId: string): Promise<readonly CellEvent[]> {
	return readPage(asker, 'cell_history', { p_report: id, p_series: seriesId }, events);
}
