import type { TypedActivity } from '#domain/activityForm.ts';
import type { MessageKey } from '#format/messages.ts';

/** Something to mend before it can be saved; `limit` is the number in its sentence. */
export interface Problem {
	readonly key: MessageKey;
	readonly limit: number | null;
}

/** What came of the last form that could not be saved: which one it was, what was typed, what is in the way. */
export type Feedback =
	| {
			readonly form: 'activity';
			/** '' is the form of a new one. */
			readonly id: string;
			readonly typed: TypedActivity;
			readonly problems: readonly Problem[];
	  }
	| { readonly form: 'removal'; readonly activityId: string; readonly problem: Problem }
	| {
			readonly form: 'claim';
			readonly activityId: string;
			/** '' where no figure was chosen. */
			readonly seriesId: string;
			readonly typed: string;
			readonly problem: Problem;
	  }
	| {
			readonly form: 'overlap';
			readonly activityId: string;
			readonly indicatorId: string;
			readonly typed: string;
			readonly note: string;
			readonly problem: Problem;
	  };
