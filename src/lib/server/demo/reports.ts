import { naturalId } from '#domain/naturalId.ts';
import { answersOf, lineKey } from './answers.ts';
import type { Answer } from './answers.ts';
import { breakdownTables } from './breakdowns.ts';
import { dayAfter, halves, quarters } from './calendar.ts';
import { chance } from './chance.ts';
import { claims } from './content/events.ts';
import { organisationId, programmeId } from './frame.ts';
import { eventId } from './eventTables.ts';
import { indicatorNamed } from './indicatorIds.ts';
import type { Line } from './content/line.ts';
import { projectId, seriesId } from './logframes.ts';
import { projectOf } from './content/projects.ts';
import type { Story } from './content/stories.ts';
import { isLeftEmpty, storyOf } from './content/stories.ts';
import type { Row, Tables } from './tables.ts';
import { mergeTables } from './tables.ts';

/** Who enters for an organisation, and who decides: ids of accounts, where there are any. */
export type Writers = { enters(organisation: string): string | null; readonly decides: string };

type Answered = { readonly line: Line; readonly answer: Answer };
type Asked = {
	readonly project: string;
	readonly organisation: string;
	readonly period: (typeof quarters)[number];
	readonly answered: readonly Answered[];
};

/** In: project, organisation and period, joined by |. */
export function revisionId(report: string, number: number): string {
	return naturalId('demonstration revision', report, String(number));
}

/** Every report with its revisions, figures, splits and claims. */
export function reportTables(lines: readonly Line[], writers: Writers): Tables {
	return mergeTables(reportsOf(lines).map((asked) => oneReport(asked, writers)));
}

function reportsOf(lines: readonly Line[]): Asked[] {
	const answers = new Map(lines.map((line) => [line, answersOf(line, lines)]));
	const reporters = new Map(lines.map((line) => [`${line.project}|${line.organisation}`, line]));
	return [...reporters.values()].flatMap(({ project, organisation }) =>
		[...quarters, ...halves].flatMap((period) => {
			const story = storyOf(project, organisation, period.code);
			if (story.missing) return [];
			const answered = lines
				.filter((line) => line.project === project && line.organisation === organisation)
				.filter((line) => !isLeftEmpty(line, story))
				.flatMap((line) => {
					const answer = answers.get(line)?.get(period.code);
					return answer === undefined ? [] : [{ line, answer }];
				});
			return answered.length === 0 ? [] : [{ project, organisation, period, answered }];
		}),
	);
}

function oneReport(asked: Asked, writers: Writers): Tables {
	const { project, organisation, period } = asked;
	const key = `${project}|${organisation}|${period.code}`;
	const story = storyOf(project, organisation, period.code);
	const id = naturalId('demonstration report', key);
	const submittedOn = dayAfter(period.dueOn, story.late ?? -1 - Math.floor(chance(key) * 12));
	const decidedOn = dayAfter(submittedOn, 5 + Math.floor(chance(`${key}decided`) * 14));
	const { first } = story;
	const revision = (number: number) => revisionId(key, number);
	const last = first === undefined ? 1 : 2;
	const again = dayAfter(decidedOn, 20);
	const entered = (number: number, story: Story, submitted: string, decided: string) =>
		revisionRow(
			revision(number),
			id,
			number,
			story,
			{ submitted, decided },
			writers.enters(organisation),
			writers.decides,
		);
	return mergeTables([
		{
			report: [
				{
					id,
					programme_id: programmeId(projectOf(project).programme),
					project_id: projectId(project),
					organisation_id: organisationId(organisation),
					period_code: period.code,
				},
			],
		},
		...(first === undefined
			? []
			: [
					{ report_revision: [entered(1, { ...firstStory(first) }, submittedOn, decidedOn)] },
					...asked.answered.map((one) => observed(withFirst(one, first), revision(1), period.code)),
				]),
		{
			report_revision: [
				entered(last, story, last === 1 ? submittedOn : again, last === 1 ? decidedOn : dayAfter(again, 6)),
			],
		},
		...asked.answered.map((one) => observed(one, revision(last), period.code)),
	]);
}

function firstStory(first: NonNullable<Story['first']>): Story {
	return first.state === 'approved'
		? {}
		: { state: 'returned', ...(first.decision !== undefined && { decision: first.decision }) };
}

function withFirst(one: Answered, first: NonNullable<Story['first']>): Answered {
	const value = first.values[`${one.line.indicator}|${one.line.country ?? 'regional'}`];
	return value === undefined ? one : { ...one, answer: { value } };
}

function revisionRow(
	id: string,
	report: string,
	number: number,
	story: Story,
	on: { readonly submitted: string; readonly decided: string },
	enters: string | null,
	decides: string,
): Row<'report_revision'> {
	const state = story.state ?? 'approved';
	const submitted = state !== 'draft';
	const decided = state === 'approved' || state === 'returned';
	return {
		id,
		report_id: report,
		number,
		state,
		reason: number === 1 ? null : (story.reason ?? null),
		narrative: story.narrative ?? null,
		created_by: enters,
		created_at: `${dayAfter(on.submitted, -4)}T09:00:00Z`,
		submitted_by: submitted ? enters : null,
		submitted_at: submitted ? `${on.submitted}T14:00:00Z` : null,
		decided_by: decided ? decides : null,
		decided_at: decided ? `${on.decided}T10:00:00Z` : null,
		decision_note: story.decision ?? null,
	};
}

function observed({ line, answer }: Answered, revision: string, period: string): Tables {
	const id = naturalId('demonstration observation', revision, lineKey(line));
	const published = line.figures.is === 'published' ? line.figures : undefined;
	const indicator = indicatorNamed(line.indicator);
	const claimed = claims.filter((claim) => claim.line === lineKey(line) && claim.period === period);
	return mergeTables([
		{
			observation: [
				{
					id,
					revision_id: revision,
					series_id: seriesId(line),
					value: 'value' in answer ? answer.value : null,
					numerator: 'numerator' in answer ? answer.numerator : null,
					denominator: 'denominator' in answer ? answer.denominator : null,
					text_value: 'text' in answer ? answer.text : null,
					scale_level: 'level' in answer ? answer.level : null,
					not_applicable: 'notApplicable' in answer ? answer.notApplicable : null,
					rating: 'rating' in answer ? answer.rating : null,
					note: published?.note ?? null,
					origin: published === undefined ? 'made_up' : 'source',
					source: published?.source ?? null,
				},
			],
			activity_claim: claimed.map((claim) => ({
				id: naturalId('demonstration claim', revision, claim.event, claim.line),
				revision_id: revision,
				activity_id: eventId(claim.event),
				series_id: seriesId(line),
				participants: claim.participants,
			})),
		},
		'value' in answer && line.figures.is === 'counts' && line.valueKind === undefined
			? breakdownTables(id, answer.value, indicator.dimensions, `${lineKey(line)}${period}`)
			: {},
	]);
}
