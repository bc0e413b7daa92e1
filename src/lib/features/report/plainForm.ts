/** What a plain form says, posted whole by a browser without scripts. */
import { type Answer, type CellChange, type EntryLine, type EntryReport, sameAnswer } from '#domain/entry.ts';
import type { Narrative } from '#domain/entry.ts';
import { withRating, withText } from '#domain/entryEdit.ts';
import { fieldsOf, textIn, withCellText } from '#features/report/cellText.ts';
import type { Language } from '#format/language.ts';

const RATINGS = ['achieved', 'on-track', 'at-risk', 'off-track'] as const;

/** A change for each cell that the form changed, on top of the version that the form was made from. */
export function plainChanges(
	report: EntryReport,
	form: FormData,
	lang: Language,
	newKey: () => string,
): CellChange[] {
	return report.lines.flatMap((line) => {
		const baseVersion = Number(textOf(form, `version-${line.seriesId}`) ?? NaN);
		if (!Number.isInteger(baseVersion) || baseVersion < 0) return [];
		const answer = answerIn(form, line, lang);
		if (sameAnswer(answer, line.cell.answer)) return [];
		const { seriesId } = line;
		return [{ key: newKey(), reportId: report.id, seriesId, baseVersion, answer, origin: 'page' as const }];
	});
}

function answerIn(form: FormData, line: EntryLine, lang: Language): Answer {
	let answer = line.cell.answer;
	const why = textOf(form, `inapplicable-${line.seriesId}`);
	if (why !== undefined && why !== (answer.inapplicable ?? ''))
		answer = withText(answer, 'inapplicable', why);
	for (const field of fieldsOf(line)) {
		const text = textOf(form, `${field}-${line.seriesId}`);
		// What stands in the form as it was shown was not typed: "1,296" is read only where somebody wrote it.
		if (text === undefined || text === textIn(line.cell.answer, field, lang)) continue;
		answer = withCellText(line, answer, field, text, lang);
	}
	const note = textOf(form, `note-${line.seriesId}`);
	if (note !== undefined) answer = withText(answer, 'note', note);
	const rating = textOf(form, `rating-${line.seriesId}`);
	return rating === undefined
		? answer
		: withRating(
				answer,
				RATINGS.find((one) => one === rating),
			);
}

/** The report's words where the form changed them. */
export function plainNarrative(report: EntryReport, form: FormData): Narrative | null {
	const version = Number(textOf(form, 'narrative-version') ?? NaN);
	const [progress, difficulties, next] = (['progress', 'difficulties', 'next'] as const).map((part) =>
		textOf(form, `narrative-${part}`),
	);
	if (
		!Number.isInteger(version) ||
		progress === undefined ||
		difficulties === undefined ||
		next === undefined
	)
		return null;
	const before = report.narrative;
	const isSame = progress === before.progress && difficulties === before.difficulties && next === before.next;
	return isSame ? null : { version, progress, difficulties, next };
}

function textOf(form: FormData, name: string): string | undefined {
	const value = form.get(name);
	// Browsers send line ends as CR LF.
	return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : undefined;
}
