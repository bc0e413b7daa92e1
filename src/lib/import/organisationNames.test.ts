import { describe, expect, it } from 'vitest';
import { readOrganisations } from '#import/organisationNames.ts';

const slugs = (list: string) => readOrganisations(list).map(({ slug }) => slug);

describe('organisations of a list', () => {
	it('are separated by commas, in order, each once', () => {
		expect(slugs('GIZ, UNICEF,International Organization for Migration , GIZ')).toEqual([
			'giz',
			'unicef',
			'iom',
		]);
		expect(slugs('')).toEqual([]);
		expect(slugs(' , ')).toEqual([]);
	});

	it('may have commas in their names', () => {
		expect(
			slugs('GIZ, Medium, Small and Micro Enterprise Development Agency, National Council for Women'),
		).toEqual(['giz', 'msmeda', 'national-council-for-women']);
	});

	it.each([
		['WORLD HEALTH ORGANIZATION (WHO)', 'World Health Organization', 'who'],
		[
			'OIT - ILO - Organisation Internationale du Travail - International Labour Organization',
			'International Labour Organization',
			'ilo',
		],
		[
			'Medium & Small & Micro Entrepreneurship Development Agency',
			'Medium, Small and Micro Enterprise Development Agency',
			'msmeda',
		],
		[
			'Spanish Agency for International Development Cooperation ',
			'Spanish Agency for International Development Cooperation',
			'aecid',
		],
		['OFII', "Office Français de l'Immigration et de l'Intégration", 'ofii'],
	])('%s is %s', (typed, name, slug) => {
		expect(readOrganisations(typed)).toMatchObject([{ name, slug, known: true }]);
	});

	it('are taken as typed where they are not known, in any script', () => {
		expect(readOrganisations('Médecins  du Monde')).toEqual([
			{ slug: 'medecins-du-monde', name: 'Médecins du Monde', shortName: null, known: false },
		]);
		const [arabic, other] = readOrganisations('الهلال الأحمر, منظمة أخرى');
		expect(arabic?.name).toBe('الهلال الأحمر');
		expect(arabic?.slug).toMatch(/^organisation-[0-9a-f]{8}$/u);
		expect(other?.slug).not.toBe(arabic?.slug);
	});
});
