import * as v from 'valibot';
import type { Answer } from '#domain/entry.ts';
import { numeric } from './border.ts';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(10_000));

/** An answer as it travels: a key that is not there is empty. */
export const answer: v.GenericSchema<unknown, Answer> = v.strictObject({
	value: v.exactOptional(numeric),
	numerator: v.exactOptional(numeric),
	denominator: v.exactOptional(numeric),
	text: v.exactOptional(text),
	level: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))),
	inapplicable: v.exactOptional(text),
	rating: v.exactOptional(v.picklist(['achieved', 'on-track', 'at-risk', 'off-track'])),
	note: v.exactOptional(text),
	verification: v.exactOptional(text),
	reason: v.exactOptional(text),
	action: v.exactOptional(text),
	typed: v.exactOptional(
		v.strictObject({
			value: v.exactOptional(text),
			numerator: v.exactOptional(text),
			denominator: v.exactOptional(text),
		}),
	),
	breakdowns: v.exactOptional(
		v.array(
			v.strictObject({
				dimensions: v.array(v.string()),
				parts: v.array(v.strictObject({ categories: v.array(v.string()), value: numeric })),
			}),
		),
	),
});
