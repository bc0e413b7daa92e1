import type { Context } from '#domain/context.ts';
import type { FilterName, Filters } from '#domain/filters.ts';
import { partnerName } from '#features/page/words.ts';
import type { Formats } from '#format/formats.ts';

interface Option {
	readonly value: string;
	readonly label: string;
}

interface Field {
	readonly name: FilterName;
	readonly label: string;
	readonly value: string | null;
	readonly options: readonly Option[];
	/** What no choice reads. */
	readonly all?: string;
}

/** The filters of a page as selects: what is chosen, and what the reader may choose. */
export function fieldsOf(
	context: Context,
	asked: Filters,
	names: readonly FilterName[],
	{ t, period, country }: Formats,
): Field[] {
	// A quarter that is still being filled in is the newest, and not what a page shows first.
	const first = asked.period === null ? context.period : null;
	const fields: Readonly<Record<FilterName, Field>> = {
		programme: {
			name: 'programme',
			label: t('common.programme'),
			value: context.programme?.code ?? asked.programme,
			options: context.programmes.map(({ code, name }) => ({ value: code, label: name })),
		},
		country: {
			name: 'country',
			label: t('common.country'),
			value: inAddress(asked.country),
			options: context.countries.map((iso2) => ({ value: inAddress(iso2) ?? '', label: country(iso2) })),
			all: t('filters.allCountries'),
		},
		partner: {
			name: 'partner',
			label: t('common.partner'),
			value: asked.partner,
			options: context.partners.map((one) => ({ value: one.slug, label: partnerName(one) })),
			all: t('filters.allPartners'),
		},
		period: {
			name: 'period',
			label: t('common.period'),
			value: asked.period,
			options: context.periods.map(({ code }) => ({ value: code, label: period(code) })),
			all: first ? `${period(first.code)} (${t('period.latest')})` : t('filters.latestPeriod'),
		},
	};
	return names.map((name) => fields[name]);
}

function inAddress(country: string | null): string | null {
	return country === '' ? 'regional' : country;
}
