import type { CountryStatuses } from '#charts/statusByCountry.ts';
import type { CountryLine } from '#domain/page.ts';
import type { Formats } from '#format/formats.ts';

/** Countries by name, with how many indicators stand at each status. */
export function countryStatuses(lines: readonly CountryLine[], { country }: Formats): CountryStatuses[] {
	return lines.map(({ iso2, counts }) => ({ name: country(iso2), counts }));
}
