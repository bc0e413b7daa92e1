import { describe, expect, it } from 'vitest';
import { addressOf, countryOf, countryPath, indicatorPath } from './address.ts';
import type { Context } from './context.ts';
import { filtersOf, unknownFilters } from './filters.ts';

const context: Context = {
	reader: { roles: ['staff'], organisations: [], sees: 'everything', name: null },
	programmes: [{ code: 'RDPP', name: 'RDPP', demonstration: true }],
	programme: null,
	periods: [{ code: '2022-Q3', kind: 'quarter', startsOn: '', endsOn: '', asOf: '2022-09-30', dueOn: null }],
	period: null,
	previous: null,
	countries: ['', 'EG'],
	partners: [{ slug: 'unodc', name: 'UNODC', shortName: null }],
	filters: { country: null, partner: null },
};
const read = (query: string) => filtersOf(new URLSearchParams(query));

describe('filters of an address', () => {
	it('are what it names, tidied', () => {
		expect(read('programme=RDPP&country=eg&partner=unodc&period=2022-Q3&lang=fr')).toEqual({
			programme: 'RDPP',
			country: 'EG',
			partner: 'unodc',
			period: '2022-Q3',
		});
		expect(read('country=regional').country).toBe('');
		expect(read('country=&period=%20')).toEqual({
			programme: null,
			country: null,
			partner: null,
			period: null,
		});
	});

	it.each([
		['country=EG&partner=unodc', []],
		['country=regional', []],
		['country=XX&partner=nobody', ['country', 'partner']],
		// Without its period a programme has neither countries nor partners to choose from.
		['period=2031-Q1&country=EG&partner=nobody', ['period']],
		['programme=NONE&period=2031-Q1', ['programme']],
	])('%s names what is unknown', (query, unknown) => {
		expect(unknownFilters(read(query), context)).toEqual(unknown);
	});
});

describe('addresses', () => {
	const here = new URLSearchParams('programme=RDPP&country=EG&lang=fr&sort=code&chart=time');

	it('keep the filters and leave what belongs to one page', () => {
		expect(addressOf('/activities', here)).toBe('/activities?programme=RDPP&country=EG&lang=fr');
		expect(addressOf('/', here, { country: null, partner: 'unodc' })).toBe(
			'/?programme=RDPP&lang=fr&partner=unodc',
		);
		expect(addressOf('/', here, { country: '' })).toBe('/?programme=RDPP&country=regional&lang=fr');
		expect(addressOf('/legal', new URLSearchParams())).toBe('/legal');
	});

	it('name indicators and countries', () => {
		expect(indicatorPath({ framework: 'EUTF-2022', code: '3.5 bis' })).toBe(
			'/indicators/EUTF-2022/3.5%20bis',
		);
		expect([countryPath('EG'), countryPath(''), countryPath(null)]).toEqual([
			'/countries/EG',
			'/countries/regional',
			'/countries/regional',
		]);
		expect(['eg', 'regional', 'Egypt', ''].map(countryOf)).toEqual(['EG', '', undefined, undefined]);
	});
});
