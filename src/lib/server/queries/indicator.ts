import * as v from 'valibot';
import type { Explain, TargetVersion } from '#domain/explain.ts';
import type { Filters } from '#domain/filters.ts';
import type { IndicatorPage } from '#domain/page.ts';
import type { WaymarkClient } from '../backend/backend.ts';
import { filterArgs, listOf, numeric, orNull, readPage } from './border.ts';
import { activityLine, standing, head, leftOut, origin, page, seriesLine } from './shapes.ts';

const text = v.string();
const name = { framework: text, code: text };

const timePoint = v.object({
	period: text,
	asOf: text,
	actual: orNull(numeric),
	atLeast: v.boolean(),
	expected: orNull(numeric),
	target: orNull(numeric),
	inPeriod: orNull(numeric),
	pending: orNull(numeric),
	due: numeric,
	reported: numeric,
});

const targetVersion: v.GenericSchema<unknown, TargetVersion> = v.object({
	version: numeric,
	inForceFrom: text,
	reason: orNull(text),
	author: orNull(text),
	target: orNull(numeric),
	targetText: orNull(text),
	country: orNull(text),
	partner: text,
	project: text,
	rows: listOf(
		v.object({
			periodStart: text,
			periodEnd: text,
			basis: v.picklist(['in_period', 'to_date']),
			value: orNull(numeric),
			textValue: orNull(text),
			dated: v.boolean(),
		}),
	),
});

const report = v.object({
	period: text,
	asOf: text,
	value: orNull(numeric),
	numerator: orNull(numeric),
	denominator: orNull(numeric),
	text: orNull(text),
	notApplicable: orNull(text),
	revision: numeric,
	decidedAt: orNull(text),
	origin,
	source: orNull(text),
	note: orNull(text),
});

const explain: v.GenericSchema<unknown, Explain> = v.object({
	rule: v.object({
		valueKind: head.valueKind,
		overTime: head.overTime,
		overPartner: head.overPartner,
		overPlace: head.overPlace,
	}),
	total: orNull(standing),
	terms: listOf(
		v.object({
			seriesId: text,
			country: orNull(text),
			partner: text,
			project: text,
			projectTitle: text,
			actual: orNull(numeric),
			counted: v.boolean(),
			leftOut,
			standsForChildren: v.boolean(),
			baseline: orNull(numeric),
			baselineAssumed: v.boolean(),
			missing: numeric,
			atLeast: v.boolean(),
			reports: listOf(report),
		}),
	),
	overlaps: listOf(
		v.object({
			activityId: text,
			title: text,
			participants: numeric,
			partners: listOf(text),
			deducted: numeric,
			agreedOn: text,
			note: text,
		}),
	),
});

const shape = v.object({
	...page,
	indicator: orNull(
		v.object({
			...head,
			wording: listOf(v.object({ language: text, title: text, definition: orNull(text) })),
			related: listOf(
				v.object({
					...name,
					title: text,
					relation: v.picklist(['same', 'renamed', 'partly']),
					note: orNull(text),
				}),
			),
		}),
	),
	total: orNull(standing),
	family: orNull(v.object({ figure: standing, members: listOf(v.object(name)) })),
	time: listOf(timePoint),
	countries: listOf(v.object({ country: orNull(text), figure: standing })),
	partners: listOf(v.object({ slug: text, name: text, figure: standing })),
	series: listOf(seriesLine),
	breakdowns: listOf(
		v.object({
			dimensions: listOf(text),
			total: numeric,
			parts: listOf(v.object({ categories: listOf(text), value: numeric })),
		}),
	),
	targetHistory: listOf(targetVersion),
	explain: orNull(explain),
	activities: listOf(activityLine),
});

/** One indicator: its course, its parts, the history of its target and where its figure comes from. */
export function readIndicator(
	client: WaymarkClient,
	indicator: { readonly framework: string; readonly code: string },
	filters: Filters,
): Promise<IndicatorPage> {
	const args = { p_framework: indicator.framework, p_code: indicator.code, ...filterArgs(filters) };
	return readPage(client, 'indicator_page', args, shape);
}
