import type { ChangeTables, ObservationRow, SeriesRow } from '#import/changeSet.ts';
import { indicatorId } from '#domain/catalogueRows.ts';
import type { EutfProject } from '#import/eutfProjects.ts';
import type { EutfResult, EutfResults } from '#import/eutfResults.ts';
import { naturalId } from '#domain/naturalId.ts';

export interface FigureContext {
	readonly programmeId: string;
	readonly source: string;
	readonly extractedOn: string;
	readonly snapshot: string;
	readonly period: EutfResults['period'];
	/** Place of an indicator ("EUTF-2018/3.2") in a logframe. */
	readonly positions: ReadonlyMap<string, number>;
	readonly reporterSlug: (project: EutfProject) => string;
}

type FigureTables = Pick<
	ChangeTables,
	'project_indicator' | 'series' | 'target_schedule' | 'target' | 'report' | 'report_revision' | 'observation'
>;

interface Placed extends EutfResult {
	readonly projectId: string;
	readonly organisationId: string;
	readonly indicatorId: string;
	readonly projectIndicatorId: string;
	readonly seriesId: string;
	readonly country: string | null;
}

/**
 * The rows that hold figures. Every row of the file is a line of its project's logframe; it becomes a series only where
 * it has a target or a value, because the export lists all indicators for each project, asked for or not.
 */
export function figureRows(results: readonly EutfResult[], context: FigureContext): FigureTables {
	const placed = results.map((result) => place(result, context));
	const withFigure = placed.filter(({ target, actual }) => target !== null || actual !== null);
	return {
		project_indicator: placed.map((line) => ({
			id: line.projectIndicatorId,
			project_id: line.projectId,
			indicator_id: line.indicatorId,
			value_kind: 'cumulative',
			position: context.positions.get(`${line.indicator.framework}/${line.indicator.code}`) ?? 1,
		})),
		series: withFigure.map((line) => seriesRow(line, context)),
		...targetRows(withFigure, context),
		...reportRows(withFigure, context),
	};
}

function place(result: EutfResult, context: FigureContext): Placed {
	const { project, indicator } = result;
	const organisation = context.reporterSlug(project);
	// Several countries without a split, or none named, is regional.
	const country = project.countries.length === 1 ? (project.countries[0] ?? null) : null;
	const line = [project.id.code, indicator.framework, indicator.code];
	return {
		...result,
		projectId: naturalId('project', project.id.code),
		organisationId: naturalId('organisation', organisation),
		indicatorId: indicatorId(indicator.framework, indicator.code),
		projectIndicatorId: naturalId('project_indicator', ...line),
		seriesId: naturalId('series', ...line, country ?? 'regional', organisation),
		country,
	};
}

function seriesRow(line: Placed, context: FigureContext): SeriesRow {
	return {
		id: line.seriesId,
		project_indicator_id: line.projectIndicatorId,
		programme_id: context.programmeId,
		project_id: line.projectId,
		indicator_id: line.indicatorId,
		country_iso2: line.country,
		organisation_id: line.organisationId,
	};
}

function targetRows(
	lines: readonly Placed[],
	context: FigureContext,
): Pick<FigureTables, 'target_schedule' | 'target'> {
	const targeted = lines.flatMap(({ seriesId, target }) =>
		target === null ? [] : [{ seriesId, target, id: naturalId('target_schedule', seriesId) }],
	);
	return {
		target_schedule: targeted.map(({ id, seriesId }) => ({
			id,
			series_id: seriesId,
			version: 1,
			in_force_from: context.extractedOn,
			reason: `Published in the ${context.source}`,
		})),
		target: targeted.map(({ id, target }) => ({
			schedule_id: id,
			position: 1,
			period_start: context.period.startsOn,
			period_end: context.period.endsOn,
			basis: 'to_date',
			value: target.value,
			text_value: target.text,
			dated: false,
		})),
	};
}

function reportRows(
	lines: readonly Placed[],
	context: FigureContext,
): Pick<FigureTables, 'report' | 'report_revision' | 'observation'> {
	const byReport = Map.groupBy(
		lines.filter(({ actual }) => actual !== null),
		({ projectId, organisationId }) => naturalId('report', projectId, organisationId, context.snapshot),
	);
	const reports = [...byReport].flatMap(([reportId, [first, ...others]]) => {
		if (first === undefined) return [];
		const figures = [first, ...others].toSorted((a, b) => (a.seriesId < b.seriesId ? -1 : 1));
		const content = JSON.stringify(
			figures.map(({ seriesId, actual }) => [seriesId, actual?.value, actual?.text]),
		);
		const revisionId = naturalId('report_revision', reportId, content);
		return [{ reportId, revisionId, first, figures }];
	});
	return {
		report: reports.map(({ reportId, first }) => ({
			id: reportId,
			programme_id: context.programmeId,
			project_id: first.projectId,
			organisation_id: first.organisationId,
			period_code: context.snapshot,
		})),
		report_revision: reports.map(({ reportId, revisionId }) => ({
			id: revisionId,
			report_id: reportId,
			number: 1,
			state: 'approved',
			reason: `Published in the ${context.source}`,
		})),
		observation: reports.flatMap(({ revisionId, figures }) =>
			figures.flatMap(({ seriesId, actual }): ObservationRow[] =>
				actual === null
					? []
					: [
							{
								id: naturalId('observation', revisionId, seriesId),
								revision_id: revisionId,
								series_id: seriesId,
								value: actual.value,
								text_value: actual.text,
								origin: 'source',
								source: context.source,
							},
						],
			),
		),
	};
}
