/**
 * One organisation, however its name was typed. Lists come joined by commas while some names hold commas themselves, so
 * names known here are looked for first, the longest first; what is left is taken as typed.
 */

import { naturalId } from '#domain/naturalId.ts';

export interface NamedOrganisation {
	readonly slug: string;
	readonly name: string;
	readonly shortName: string | null;
	/** False where the name is not known here and was taken as typed. */
	readonly known: boolean;
}

/** The organisation that publishes the EUTF's results, and reports where no one implementer is named. */
export const EUTF_PUBLISHER = 'EU Trust Fund for Africa';

type KnownRow = readonly [slug: string, name: string, shortName: string | null, ...otherSpellings: string[]];

const KNOWN: readonly KnownRow[] = [
	['eutf', EUTF_PUBLISHER, 'EUTF'],
	['aecid', 'Spanish Agency for International Development Cooperation', 'AECID'],
	['afd', 'Agence Française de Développement', 'AFD'],
	['aics', 'Agenzia italiana per la cooperazione allo sviluppo', 'AICS'],
	['altai', 'Altai Consulting', null],
	[
		'bmz',
		'Bundesministerium für wirtschaftliche Zusammenarbeit und Entwicklung',
		'BMZ',
		'Bundesministerium fur wirtschaftliche Zusammenarbeit und Entwicklung',
	],
	['caritas', 'Caritas Internationalis', null, 'Caritas Internationaliss'],
	['cefa', 'CEFA', null],
	['cesvi', 'CESVI', null],
	['drc', 'Danish Refugee Council', 'DRC'],
	['enabel', 'Enabel', null, 'ENABEL - Belgian Development Agency'],
	['expertise-france', 'Expertise France', null],
	['fiiapp', 'Fundación Internacional y para Iberoamérica de Administración y Políticas Públicas', 'FIIAPP'],
	['giz', 'Deutsche Gesellschaft für Internationale Zusammenarbeit', 'GIZ', 'GIZ'],
	['gi-toc', 'The Global Initiative against Transnational Organized Crime', 'GI-TOC'],
	['icmpd', 'International Centre for Migration Policy Development', 'ICMPD', 'ICMPD'],
	[
		'ilo',
		'International Labour Organization',
		'ILO',
		'OIT - ILO - Organisation Internationale du Travail - International Labour Organization',
	],
	['iom', 'International Organization for Migration', 'IOM'],
	['irc', 'International Rescue Committee', 'IRC'],
	[
		'msmeda',
		'Medium, Small and Micro Enterprise Development Agency',
		'MSMEDA',
		'Medium & Small & Micro Entrepreneurship Development Agency',
	],
	['medecins-du-monde-france', 'Médecins du Monde France', null],
	['national-council-for-women', 'National Council for Women', null],
	['ofii', "Office Français de l'Immigration et de l'Intégration", 'OFII', 'OFII'],
	['undp', 'United Nations Development Programme', 'UNDP'],
	['unfpa', 'United Nations Population Fund', 'UNFPA'],
	['unhcr', 'United Nations High Commissioner for Refugees', 'UNHCR'],
	['unicef', "United Nations Children's Fund", 'UNICEF', 'UNICEF'],
	['unodc', 'United Nations Office on Drugs and Crime', 'UNODC'],
	['who', 'World Health Organization', 'WHO', 'WORLD HEALTH ORGANIZATION (WHO)'],
];

const BY_SPELLING: ReadonlyMap<string, NamedOrganisation> = new Map(
	KNOWN.flatMap(([slug, name, shortName, ...others]) =>
		[name, ...others].map((spelling) => [slugOf(spelling), { slug, name, shortName, known: true }] as const),
	),
);

const MOST_COMMAS = Math.max(...KNOWN.flat().map((text) => text?.split(',').length ?? 1));

/**
 * The organisations of a comma-joined list, in its order, each once:
 * "GIZ, Medium, Small and Micro Enterprise Development Agency" are two.
 */
export function readOrganisations(list: string): readonly NamedOrganisation[] {
	const pieces = list.split(',').map((piece) => piece.trim());
	const found = new Map<string, NamedOrganisation>();
	for (let start = 0; start < pieces.length;) {
		const { organisation, length } = longestAt(pieces, start);
		if (organisation !== undefined && !found.has(organisation.slug))
			found.set(organisation.slug, organisation);
		start += length;
	}
	return [...found.values()];
}

function longestAt(
	pieces: readonly string[],
	start: number,
): { organisation?: NamedOrganisation; length: number } {
	for (let length = Math.min(MOST_COMMAS, pieces.length - start); length >= 1; length -= 1) {
		const organisation = BY_SPELLING.get(slugOf(pieces.slice(start, start + length).join(', ')));
		if (organisation !== undefined) return { organisation, length };
	}
	const name = (pieces[start] ?? '').replace(/\s+/gu, ' ');
	if (name === '') return { length: 1 };
	// A name in another script leaves no Latin letters for an address.
	const slug = slugOf(name) || `organisation-${naturalId('organisation name', name).slice(0, 8)}`;
	return { organisation: { slug, name, shortName: null, known: false }, length: 1 };
}

/** Lower case, no accents, one dash between words: the last part of /partners/<slug>. */
export function slugOf(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/gu, '-')
		.replace(/^-|-$/gu, '');
}
