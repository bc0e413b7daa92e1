import { createContext } from 'svelte';
import type { Answer, EntryLine, EntryReport } from '#domain/entry.ts';
import { type Checked, checkCell } from '#domain/entryChecks.ts';
import type { NumberLocale } from '#domain/number.ts';
import type { Keeper } from '#features/report/keeper.ts';

/** What all parts of the form share: the report, who keeps it, which cell is looked at. */
export class Entry {
	readonly report: EntryReport;
	readonly keeper: Keeper;
	readonly locale: NumberLocale;
	/** Series of the cell whose context is shown. */
	selected = $state<string | null>(null);
	/** Every line with what its cell holds now. */
	readonly checked: readonly Checked[] = $derived.by(() =>
		this.report.lines.map((line) =>
			checkCell(line, this.keeper.answerOf(line.seriesId), this.report.period.code),
		),
	);

	constructor(report: EntryReport, keeper: Keeper, locale: NumberLocale) {
		this.report = report;
		this.keeper = keeper;
		this.locale = locale;
	}

	/** Whether figures can be typed now. */
	get isOpen(): boolean {
		return this.report.lock.kind === 'open' || this.report.lock.kind === 'reopened';
	}

	get current(): EntryLine | undefined {
		return this.report.lines.find(({ seriesId }) => seriesId === this.selected);
	}

	answerOf(line: EntryLine): Answer {
		return this.keeper.answerOf(line.seriesId);
	}

	checkOf(line: EntryLine): Checked {
		return checkCell(line, this.answerOf(line), this.report.period.code);
	}

	change(line: EntryLine, answer: Answer): void {
		this.keeper.change(line.seriesId, answer);
	}
}

/** The form for everything below it. */
export const [useEntry, setEntry] = createContext<Entry>();
