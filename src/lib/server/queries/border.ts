import * as v from 'valibot';
import { DataError, unwrap } from '../dataError.ts';
import type { WaymarkClient } from '../backend/backend.ts';
import type { Filters } from '#domain/filters.ts';
import type { Language } from '#domain/language.ts';

/** The page functions of schema reporting. */
type PageFunction =
	| 'overview'
	| 'indicator_page'
	| 'country_page'
	| 'partner_page'
	| 'project_page'
	| 'projects_page'
	| 'activities_page'
	| 'cell_history'
	| 'entry_page'
	| 'report_activities'
	| 'report_claims'
	| 'evidence_counts'
	| 'evidence_files'
	| 'evidence_place'
	| 'notices'
	| 'workspace';

/** Who reads, and in which language; a request's locals are one. */
export type Asker = { readonly supabase: WaymarkClient; readonly lang: Language };

/**
 * Asks one page function and checks its answer against the page's shape.
 * @throws DataError where the database refuses, or answers in another shape
 */
export async function readPage<T>(
	asker: Asker,
	name: PageFunction,
	args: Readonly<Record<string, string | null>>,
	schema: v.GenericSchema<unknown, T>,
): Promise<T> {
	const answer = await asker.supabase.schema('reporting').rpc(name, given(args));
	return checked(schema, answer, name, asker.lang);
}

/**
 * An answer of the database in our own words and shape.
 * @param subject what was asked for, for the log
 * @throws DataError where the database refuses, or answers in another shape
 */
export function checked<T>(
	schema: v.GenericSchema<unknown, T>,
	answer: Parameters<typeof unwrap<unknown>>[0],
	subject: string,
	lang: Language = 'en',
): T {
	const parsed = v.safeParse(schema, fromRow(unwrap<unknown>(answer, subject), lang));
	if (parsed.success) return parsed.output;
	const issue = parsed.issues[0];
	throw new DataError(subject, { code: 'SHAPE', message: `${v.getDotPath(issue) ?? ''} ${issue.message}` });
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

/**
 * Turns snake_case keys to camelCase, all the way down; keys without an underscore (EG, on-track) stay. Where a row
 * has wordings, its title and definition become those of the reader's language.
 */
export function fromRow(value: unknown, lang: Language): unknown {
	if (Array.isArray(value)) return value.map((entry) => fromRow(entry, lang));
	if (!isRow(value)) return value;
	const row = Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [camelKey(key), fromRow(inner, lang)]),
	);
	const wording = isRow(row['wordings']) ? row['wordings'][lang] : undefined;
	return isRow(wording) ? { ...row, ...wording } : row;
}

function isRow(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
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
