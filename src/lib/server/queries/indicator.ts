import * as v from 'valibot';
import type { Explain, TargetVersion } from '#domain/explain.ts';
import type { Filters } from '#domain/filters.ts';
import type { IndicatorPage } from '#domain/page.ts';
import { type Asker, filterArgs, listOf, numeric, orNull, readPage } from './border.ts';
import {
	activityLine,
	flag,
	head,
	leftOut,
	organisation,
	origin,
	page,
	projectName,
	seriesLine,
	standing,
	status,
} from './shapes.ts';

const text = v.string();
const name = { framework: text, code: text };

const timePoint = v.object({
	period: text,
	asOf: text,
	actual: orNull(numeric),
	atLeast: flag,
	expected: orNull(numeric),
	target: orNull(numeric),
	inPeriod: orNull(numeric),
	pending: orNull(numeric),
	baseline: orNull(numeric),
	status: orNull(status),
	due: v.nullish(numeric, 0),
	reported: v.nullish(numeric, 0),
});

const targetVersion: v.GenericSchema<unknown, TargetVersion> = v.object({
	version: numeric,
	inForceFrom: text,
	reason: orNull(text),
	country: orNull(text),
	partner: organisation,
	project: v.object(projectName),
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
			partner: organisation,
			project: v.object(projectName),
			actual: orNull(numeric),
			numerator: orNull(numeric),
			denominator: orNull(numeric),
			textValue: orNull(text),
			counted: v.boolean(),
			leftOut,
			standsForChildren: flag,
			baseline: orNull(numeric),
			baselineAssumed: flag,
			missing: numeric,
			atLeast: flag,
			continues: orNull(text),
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
			related: listOf(
				v.object({
					...name,
					title: text,
					relation: v.picklist(['same', 'renamed', 'partly']),
					newer: v.boolean(),
					note: orNull(text),
				}),
			),
		}),
	),
	total: orNull(standing),
	family: orNull(v.object({ figure: standing, members: listOf(v.object({ ...name, title: text })) })),
	time: listOf(timePoint),
	countries: listOf(v.object({ country: orNull(text), figure: standing })),
	partners: listOf(v.object({ ...organisation.entries, figure: standing })),
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
	asker: Asker,
	indicator: { readonly framework: string; readonly code: string },
	filters: Filters,
): Promise<IndicatorPage> {
	const args = { p_framework: indicator.framework, p_code: indicator.code, ...filterArgs(filters) };
	return readPage(asker, 'indicator_page', args, shape);
}
