import { EUTF_2018, EUTF_2022, eutfIndicatorsTitled } from '#domain/eutfIndicators.ts';
import type { CatalogueIndicator } from '#domain/indicator.ts';

type Framework = typeof EUTF_2018 | typeof EUTF_2022;

export type TitleReading =
	| { readonly kind: 'indicator'; readonly indicator: CatalogueIndicator }
	| { readonly kind: 'unknown' }
	| { readonly kind: 'unclear' };

/**
 * Reads titles as indicators. Six titles stand in both sets and mean the set that the same project's other titles are
 * from; where those don't tell, the set of the whole file if it has only one.
 */
export function titleReader(
	rows: readonly { readonly project: string; readonly title: string }[],
): (project: string, title: string) => TitleReading {
	const clear = rows.flatMap(({ project, title }) => {
		const [only, ...others] = eutfIndicatorsTitled(title);
		return only !== undefined && others.length === 0 ? [{ project, framework: only.framework }] : [];
	});
	const ofFile = majority(
		clear.map(({ framework }) => framework),
		'only if unanimous',
	);
	const byProject = Map.groupBy(clear, ({ project }) => project);

	return (project, title) => {
		const candidates = eutfIndicatorsTitled(title);
		const [first, ...others] = candidates;
		if (first === undefined) return { kind: 'unknown' };
		if (others.length === 0) return { kind: 'indicator', indicator: first };
		const own = byProject.get(project)?.map(({ framework }) => framework) ?? [];
		const framework = own.length > 0 ? majority(own) : ofFile;
		const indicator = candidates.find((candidate) => candidate.framework === framework);
		return indicator === undefined ? { kind: 'unclear' } : { kind: 'indicator', indicator };
	};
}

function majority(frameworks: readonly string[], rule?: 'only if unanimous'): Framework | undefined {
	const older = frameworks.filter((framework) => framework === EUTF_2018).length;
	const newer = frameworks.length - older;
	if (older === newer || (rule !== undefined && Math.min(older, newer) > 0)) return undefined;
	return older > newer ? EUTF_2018 : EUTF_2022;
}
