import { EUTF_CROSSWALK, EUTF_FRAMEWORKS, EUTF_INDICATORS } from '#domain/eutfIndicators.ts';
import type { AddingRule, CountedThing, CrosswalkRelation, OverTime, ValueKind } from '#domain/indicator.ts';
import { naturalId } from '#domain/naturalId.ts';

export interface FrameworkRow {
	readonly code: string;
	readonly name: string;
	readonly published_on: string;
	readonly source: string;
}

export interface IndicatorRow {
	readonly id: string;
	readonly framework_code: string;
	readonly code: string;
	readonly title: string;
	readonly unit: string;
	readonly measure: 'unit';
	readonly ascending: boolean;
	readonly value_kind: ValueKind;
	readonly over_time: OverTime | null;
	readonly over_partner: AddingRule;
	readonly over_place: AddingRule;
	readonly counts: CountedThing;
	readonly sensitive: boolean;
	readonly dimensions: readonly string[];
}

export interface CrosswalkRow {
	readonly from_id: string;
	readonly to_id: string;
	readonly relation: CrosswalkRelation;
	readonly note: string | null;
}

/** The id of an indicator of a published framework. */
export function indicatorId(framework: string, code: string): string {
	return naturalId('indicator', framework, code);
}

/** Both EUTF frameworks as rows, with the crosswalk between them. */
export function catalogueRows(): {
	readonly framework: readonly FrameworkRow[];
	readonly indicator: readonly IndicatorRow[];
	readonly indicator_crosswalk: readonly CrosswalkRow[];
} {
	return {
		framework: EUTF_FRAMEWORKS.map(({ code, name, publishedOn, source }) => ({
			code,
			name,
			published_on: publishedOn,
			source,
		})),
		indicator: EUTF_INDICATORS.map((indicator) => ({
			id: indicatorId(indicator.framework, indicator.code),
			framework_code: indicator.framework,
			code: indicator.code,
			title: indicator.title,
			unit: indicator.unit,
			measure: 'unit',
			ascending: true,
			value_kind: indicator.valueKind,
			over_time: indicator.overTime,
			over_partner: indicator.overPartner,
			over_place: indicator.overPlace,
			counts: indicator.counts,
			sensitive: indicator.sensitive,
			dimensions: indicator.dimensions,
		})),
		indicator_crosswalk: EUTF_CROSSWALK.map(({ from, to, relation, note }) => ({
			from_id: indicatorId(from.framework, from.code),
			to_id: indicatorId(to.framework, to.code),
			relation,
			note,
		})),
	};
}
