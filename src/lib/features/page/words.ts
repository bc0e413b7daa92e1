import type { Absence, Figure } from '#domain/absence.ts';
import type { OrganisationName } from '#domain/context.ts';
import type { Formats } from '#format/formats.ts';
import type { MessageKey, Translate } from '#format/messages.ts';

/** What ui/Value takes, from a figure. */
export function shown(figure: Figure): { value: number | null; why: Absence | null } {
	return figure.kind === 'value' ? { value: figure.value, why: null } : { value: null, why: figure.why };
}

/** A word of the data in the reader's language, where there is one: units, categories, kinds. */
export function wordOf(t: Translate, family: 'unit' | 'dimension' | 'activities.kind', word: string): string {
	const key = `${family}.${word}`;
	const said = t(key as MessageKey);
	return said === key ? word : said;
}

/** A unit in the reader's language; frameworks bring units of their own, which stay as they are. */
export function unitOf(t: Translate, unit: string): string {
	return wordOf(t, 'unit', unit);
}

/** The name an organisation goes by in a table. */
export function partnerName({ shortName, name }: OrganisationName): string {
	return shortName ?? name;
}

/** A value in words with its unit: "1,234 people", "38%". */
export function withUnit(formats: Formats, value: number, unit: string): string {
	return unit === '%' ? plainly(formats, value, unit) : `${formats.number(value)} ${unitOf(formats.t, unit)}`;
}

/** A value in words where the unit is said elsewhere; percent stays beside its number. */
export function plainly({ t, number }: Formats, value: number, unit: string): string {
	return unit === '%' ? t('standing.percent', { value: number(value) }) : number(value);
}
