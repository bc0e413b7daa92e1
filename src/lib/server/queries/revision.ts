import * as v from 'valibot';
import type { Answer } from '#domain/entry.ts';
import type { EarlierRevision } from '#domain/workspace.ts';
import { DataError, unwrap } from '../dataError.ts';
import { type Asker, numeric, orNull } from './border.ts';

const text = v.string();
const shape = v.nullable(
	v.object({
		number: v.number(),
		state: v.picklist(['draft', 'submitted', 'returned', 'approved']),
		submitted_at: orNull(text),
		decided_at: orNull(text),
		decision_note: orNull(text),
		reason: orNull(text),
		narrative: orNull(text),
		difficulties: orNull(text),
		next_steps: orNull(text),
		observation: v.array(
			v.object({
				series_id: text,
				value: orNull(numeric),
				numerator: orNull(numeric),
				denominator: orNull(numeric),
				text_value: orNull(text),
				scale_level: orNull(v.number()),
				not_applicable: orNull(text),
				rating: orNull(v.picklist(['achieved', 'on-track', 'at-risk', 'off-track'])),
				note: orNull(text),
				source_of_verification: orNull(text),
			}),
		),
	}),
);

/** A revision as it was handed in; null where there is none that the reader may see. */
export async function readRevision(
	{ supabase }: Asker,
	reportId: string,
	number: number,
): Promise<EarlierRevision | null> {
	const found = await supabase
		.from('report_revision')
		.select(
			`number, state, submitted_at, decided_at, decision_note, reason, narrative, difficulties, next_steps,
			observation (series_id, value, numerator, denominator, text_value, scale_level, not_applicable, rating,
				note, source_of_verification)`,
		)
		.eq('report_id', reportId)
		.eq('number', number)
		.neq('state', 'draft')
		.maybeSingle();
	const parsed = v.safeParse(shape, unwrap<unknown>(found, 'an earlier revision'));
	if (!parsed.success) throw new DataError('an earlier revision', { code: 'SHAPE', message: 'rows' });
	const row = parsed.output;
	if (row === null) return null;
	return {
		number: row.number,
		state: row.state,
		submittedAt: row.submitted_at,
		decidedAt: row.decided_at,
		decisionNote: row.decision_note,
		reason: row.reason,
		words: [row.narrative, row.difficulties, row.next_steps].flatMap((one) => one || []),
		answers: new Map(row.observation.map((one) => [one.series_id, answerFrom(one)])),
	};
}

type Observation = NonNullable<v.InferOutput<typeof shape>>['observation'][number];

function answerFrom(row: Observation): Answer {
	const given = {
		value: row.value,
		numerator: row.numerator,
		denominator: row.denominator,
		text: row.text_value,
		level: row.scale_level,
		inapplicable: row.not_applicable,
		rating: row.rating,
		note: row.note,
		verification: row.source_of_verification,
	};
	return Object.fromEntries(Object.entries(given).filter(([, one]) => one !== null && one !== ''));
}
