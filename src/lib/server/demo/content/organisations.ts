/** [address, name, short name]. Made-up partners say so in their name; bad news is told of them where it can be. */
const ROWS: readonly (readonly [slug: string, name: string, shortName: string | null])[] = [
	['dg-near', 'European Commission, DG Neighbourhood and Enlargement Negotiations', 'DG NEAR'],
	[
		'italy-interior',
		'Italian Ministry of Interior, Department for Civil Liberties and Immigration',
		'Italy, Interior',
	],
	['iom', 'International Organization for Migration', 'IOM'],
	['iom-egypt', 'International Organization for Migration, Egypt', 'IOM Egypt'],
	['iom-libya', 'International Organization for Migration, Libya', 'IOM Libya'],
	['unodc', 'United Nations Office on Drugs and Crime', 'UNODC'],
	['unhcr', 'United Nations High Commissioner for Refugees', 'UNHCR'],
	['gfngo', 'General Federation of NGOs and Foundations', 'GFNGO'],
	[
		'nccpim-tip',
		'National Coordinating Committee for Combating and Preventing Illegal Migration and Trafficking in Persons',
		'NCCPIM&TIP',
	],
	['save-the-children', 'Save the Children', null],
	['caritas-egypt', 'Caritas Egypt', null],
	['cefa', 'CEFA', null],
	['drc', 'Danish Refugee Council', 'DRC'],
	['acted', 'ACTED', null],
	['ilo', 'International Labour Organization', 'ILO'],
	['amal-fezzan', 'Amal Fezzan (made-up partner)', 'Amal Fezzan'],
	['tadamon-tunis', 'Tadamon Tunis (made-up partner)', 'Tadamon Tunis'],
	['atlas-solidarity', 'Atlas Solidarity (made-up partner)', 'Atlas Solidarity'],
];

/** The organisations of the demonstration. Real ones carry real contracts; every figure said of them is made up. */
export const organisations = ROWS.map(([slug, name, shortName]) => ({ slug, name, shortName }));
