/** The form of an activity: what was typed, and the activity it stands for. */
import {
	ACTIVITY_KINDS,
	type ActivityChange,
	type EnteredActivity,
	type Participation,
	type Sex,
} from './activityEntry.ts';
import { type NumberLocale, readNumber } from './number.ts';

/** Participants from one country as typed. */
export interface TypedOrigin extends Readonly<Record<Sex, string>> {
	readonly country: string;
}

/** Everything as it stands in the fields: kept as it is where something is wrong with it. */
export interface TypedActivity {
	readonly id: string;
	readonly version: string;
	readonly kind: string;
	readonly title: string;
	readonly startsOn: string;
	readonly endsOn: string;
	readonly venueCountry: string;
	readonly place: string;
	readonly participants: string;
	readonly men: string;
	readonly women: string;
	readonly note: string;
	readonly organisers: readonly string[];
	readonly origins: readonly TypedOrigin[];
}

/** A field whose content cannot be read. */
export type FormField =
	'kind' | 'title' | 'startsOn' | 'endsOn' | 'participants' | 'men' | 'women' | 'origins';

export const SEXES = ['female', 'male', 'unknown'] as const satisfies readonly Sex[];

/** More rows than anybody fills in: what a form can be made to hold. */
const MAX_ORIGINS = 250;

type Fields = { get(name: string): unknown; getAll(name: string): readonly unknown[] };

/** Takes the fields of a posted form. */
export function typedActivity(fields: Fields): TypedActivity {
	const text = (name: string) => textOf(fields.get(name));
	const countries = fields.getAll('country').slice(0, MAX_ORIGINS);
	const column = (sex: Sex) => fields.getAll(sex);
	const [female, male, unknown] = SEXES.map(column) as [
		readonly unknown[],
		readonly unknown[],
		readonly unknown[],
	];
	return {
		id: text('id'),
		version: text('version'),
		kind: text('kind'),
		title: text('title'),
		startsOn: text('startsOn'),
		endsOn: text('endsOn'),
		venueCountry: text('venueCountry'),
		place: text('place'),
		participants: text('participants'),
		men: text('men'),
		women: text('women'),
		note: text('note'),
		organisers: fields.getAll('organiser').map(textOf),
		origins: countries
			.map((country, at) => ({
				country: textOf(country),
				female: textOf(female[at]),
				male: textOf(male[at]),
				unknown: textOf(unknown[at]),
			}))
			.filter((row) => row.country !== '' || SEXES.some((sex) => row[sex] !== '')),
	};
}

/** The fields of an activity that is there already, or of a new one. */
export function typedFrom(activity: EnteredActivity | null): TypedActivity {
	const countries = [...new Set(activity?.participation.map((part) => part.country))];
	const count = (country: string, sex: Sex) =>
		written(
			activity?.participation.find((part) => part.country === country && part.sex === sex)?.participants,
		);
	return {
		id: activity?.id ?? '',
		version: String(activity?.version ?? ''),
		kind: activity?.kind ?? 'workshop',
		title: activity?.title ?? '',
		startsOn: activity?.startsOn ?? '',
		endsOn: activity?.endsOn ?? '',
		venueCountry: activity?.venueCountry ?? '',
		place: activity?.place ?? '',
		participants: written(activity?.participants),
		men: written(activity?.men),
		women: written(activity?.women),
		note: activity?.note ?? '',
		organisers: activity?.organisers.map(({ slug }) => slug) ?? [],
		origins: countries.map((country) => ({
			country,
			female: count(country, 'female'),
			male: count(country, 'male'),
			unknown: count(country, 'unknown'),
		})),
	};
}

/**
 * Reads what was typed.
 * @param locale whose way of writing numbers
 * @returns the activity, or the fields that cannot be read
 */
export function readActivity(
	typed: TypedActivity,
	locale: NumberLocale,
): { readonly activity: ActivityChange } | { readonly unreadable: readonly FormField[] } {
	const unreadable: FormField[] = [];
	const kind = ACTIVITY_KINDS.find((known) => known === typed.kind);
	if (kind === undefined) unreadable.push('kind');
	if (typed.title === '') unreadable.push('title');
	for (const field of ['startsOn', 'endsOn'] as const) if (!isDay(typed[field])) unreadable.push(field);
	const number = (field: FormField, text: string) => {
		const count = readCount(text, locale);
		if (count === undefined) unreadable.push(field);
		return count ?? null;
	};
	const [participants, men, women] = (['participants', 'men', 'women'] as const).map((field) =>
		number(field, typed[field]),
	);
	const participation = typed.origins.flatMap((row): Participation[] => {
		if (row.country === '') {
			unreadable.push('origins');
			return [];
		}
		const given = SEXES.filter((sex) => row[sex] !== '');
		// a country without a number: people came from there, how many is not known
		if (given.length === 0) return [{ country: row.country, sex: 'unknown', participants: null }];
		return given.map((sex) => ({ country: row.country, sex, participants: number('origins', row[sex]) }));
	});
	const seen = new Set(participation.map(({ country, sex }) => `${country} ${sex}`));
	if (seen.size < participation.length) unreadable.push('origins');
	if (unreadable.length > 0 || kind === undefined) return { unreadable: [...new Set(unreadable)] };
	return {
		activity: {
			id: typed.id === '' ? null : typed.id,
			version: Number(typed.version),
			kind,
			title: typed.title,
			startsOn: typed.startsOn,
			endsOn: typed.endsOn,
			venueCountry: typed.venueCountry === '' ? null : typed.venueCountry,
			place: typed.place === '' ? null : typed.place,
			participants: participants ?? null,
			men: men ?? null,
			women: women ?? null,
			note: typed.note === '' ? null : typed.note,
			organisers: typed.organisers,
			participation,
		},
	};
}

/** A number of people as typed; null where nothing was, undefined where it is no whole number. */
export function readCount(text: string, locale: NumberLocale): number | null | undefined {
	const read = readNumber(text, { locale, counts: true });
	if (read.kind === 'empty') return null;
	const isCount =
		read.kind === 'number' && read.unit === undefined && Number.isInteger(read.value) && read.value >= 0;
	return isCount && read.value <= MOST ? read.value : undefined;
}

const MOST = 999_999_999;

/** A day of the calendar: the last of February is read, the 31st is not. */
function isDay(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
	const day = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function written(count: number | null | undefined): string {
	return count === null || count === undefined ? '' : String(count);
}

function textOf(field: unknown): string {
	return typeof field === 'string' ? field.trim() : '';
}
