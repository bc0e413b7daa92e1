import * as v from 'valibot';
import { DataError, unwrap } from '../dataError.ts';
import type { WaymarkClient } from '../backend/backend.ts';
import type { Filters } from '#domain/filters.ts';

/** The page functions of schema reporting. */
type PageFunction =
	| 'overview'
	| 'indicator_page'
	| 'country_page'
	| 'partner_page'
	| 'project_page'
	| 'projects_page'
	| 'activities_page';

/**
 * Asks one page function and checks its answer against the page's shape.
 * @throws DataError where the database refuses, or answers in another shape
 */
export async function readPage<T>(
	client: WaymarkClient,
	name: PageFunction,
	args: Readonly<Record<string, string | null>>,
	schema: v.GenericSchema<unknown, T>,
): Promise<T> {
	const answer = await client.schema('reporting').rpc(name, given(args));
	const parsed = v.safeParse(schema, camelKeys(unwrap<unknown>(answer, name)));
	if (parsed.success) return parsed.output;
	const issue = parsed.issues[0];
	throw new DataError(name, { code: 'SHAPE', message: `${v.getDotPath(issue) ?? ''} ${issue.message}` });
}

/** The filters as the page functions name them. */
export function filterArgs(filters: Filters): Record<string, string | null> {
	return {
		p_programme: filters.programme,
		p_period: filters.period,
		p_country: filters.country,
		p_partner: filters.partner,
	};
}

/** Leaves what is not given to the function's own default. */
function given(args: Readonly<Record<string, string | null>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(args).filter((entry): entry is [string, string] => entry[1] !== null),
	);
}

/** Turns snake_case keys to camelCase, all the way down; keys without an underscore (EG, on-track) stay. */
export function camelKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(camelKeys);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [camelKey(key), camelKeys(inner)]));
}

function camelKey(key: string): string {
	return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** A number of the database, which may arrive as text so that no digit is lost on the way. */
export const numeric = v.union([
	v.pipe(v.number(), v.finite()),
	v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/), v.transform(Number)),
]);

/** Null, or left out, where there is none. */
export function orNull<T>(schema: v.GenericSchema<unknown, T>) {
	return v.nullish(schema, null);
}

/** A list; the database may answer null where it gathered no row. */
export function listOf<T>(schema: v.GenericSchema<unknown, T>) {
	return v.nullish(v.array(schema), () => []);
}
