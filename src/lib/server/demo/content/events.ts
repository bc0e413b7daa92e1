/** A real event, with what its source says and nothing more. */
export type Event = {
	readonly key: string;
	readonly programme: 'RDPP-NA' | 'EUTF-NOA-DEMO';
	readonly project: string | null;
	readonly kind: 'workshop' | 'training' | 'campaign' | 'equipment' | 'service' | 'meeting';
	readonly title: string;
	readonly startsOn: string;
	readonly endsOn: string;
	readonly venue: string | null;
	readonly place: string | null;
	readonly participants: number | null;
	/** Men and women, where the source splits the whole event only. */
	readonly bySex?: { readonly men: number; readonly women: number };
	readonly organisers: readonly string[];
	/** [country, sex, number or null where only the country is known] */
	readonly from: readonly (readonly [
		iso2: string,
		sex: 'female' | 'male' | 'unknown',
		participants: number | null,
	])[];
	readonly note: string | null;
	readonly source: string;
};

const unodc = { programme: 'EUTF-NOA-DEMO', project: 'reg05-01', organisers: ['unodc'], note: null } as const;
const iomEgypt = { programme: 'RDPP-NA', project: 'prot-eg', organisers: ['iom-egypt'], note: null } as const;

export const events: readonly Event[] = [
	{
		...iomEgypt,
		key: 'regional-workshop',
		kind: 'workshop',
		title: 'Regional workshop "Essential role of CSOs in Anti-Trafficking Responses"',
		startsOn: '2022-07-01',
		endsOn: '2022-09-30',
		venue: 'EG',
		place: 'Cairo',
		participants: 21,
		bySex: { men: 12, women: 9 },
		organisers: ['nccpim-tip', 'unodc', 'iom-egypt', 'gfngo'],
		from: (['EG', 'IQ', 'MA', 'SD', 'TN'] as const).map((iso2) => [iso2, 'unknown', null] as const),
		note: 'Date not published: it stands in the quarter the demonstration puts it in. The participants came from five countries; how many from each is not published. Experts came from Bangladesh, Belgium, the Netherlands and Nepal. The figures that claim it are made up.',
		source:
			'https://egypt.iom.int/news/enhancing-essential-role-civil-society-organizations-countering-human-trafficking',
	},
	{
		...iomEgypt,
		key: 'roundtable-2017',
		project: null,
		kind: 'meeting',
		title: 'Technical roundtable on migrants and host community needs',
		startsOn: '2017-01-16',
		endsOn: '2017-01-16',
		venue: 'EG',
		place: 'Cairo',
		participants: 49,
		from: [['EG', 'unknown', 49]],
		note: 'Representatives of more than 20 CSOs and of the private sector.',
		source:
			'https://egypt.iom.int/news/iom-egypt-holds-technical-roundtable-determine-migrants-and-host-communitys-needs',
	},
	{
		...unodc,
		key: 'kenitra-2020',
		kind: 'campaign',
		title:
			'Awareness raising week on trafficking in persons and smuggling of migrants, with the police (DGSN)',
		startsOn: '2020-03-01',
		endsOn: '2020-03-31',
		venue: 'MA',
		place: 'Kenitra',
		participants: 500,
		from: [['MA', 'unknown', 500]],
		note: 'Only the month is published. "500 practitioners" stands in the address of the page: a round number, and no split by sex.',
		source:
			'https://www.unodc.org/romena/en/Stories/2020/March/morocco_-awareness-raising-week-on-trafficking-in-persons-and-smuggling-of-migrants-for-500-practitioners.html',
	},
	{
		...unodc,
		key: 'online-2020',
		kind: 'training',
		title: 'Online seminar for social workers',
		startsOn: '2020-07-28',
		endsOn: '2020-07-28',
		venue: null,
		place: null,
		participants: 100,
		from: [['MA', 'unknown', 100]],
		note: 'Online. The source says about a hundred.',
		source: 'https://maghress.com/fr/ecoactu/61546',
	},
	{
		...unodc,
		key: 'judges-2020',
		kind: 'workshop',
		title: 'First workshop of the Egypt country package, for judges',
		startsOn: '2020-12-01',
		endsOn: '2020-12-16',
		venue: 'EG',
		place: 'Cairo',
		participants: 21,
		from: [['EG', 'unknown', 21]],
		note: 'The days are not published; the page is of 16 December 2020.',
		source:
			'https://www.unodc.org/romena/en/Stories/2020/December/egypt_-a-step-towards-ending-trafficking-in-persons-and-smuggling-of-migrants-by-strengthening-judicial-responses.html',
	},
	{
		...unodc,
		key: 'inspectors-2021',
		kind: 'workshop',
		title: 'Second workshop for labour inspectors',
		startsOn: '2021-10-25',
		endsOn: '2021-10-27',
		venue: 'EG',
		place: 'Alexandria',
		participants: 36,
		organisers: ['unodc', 'ilo'],
		from: [
			['EG', 'male', 24],
			['EG', 'female', 12],
		],
		note: 'From ten governorates. The page is dated 19 January 2021 and reports October 2021.',
		source:
			'https://www.unodc.org/romena/en/Stories/2022/January/egypt_-unodc-and-ilo-work-with-labour-inspectors-to-support-victims-of-human-trafficking-and-vulnerable-migrants.html',
	},
	{
		...unodc,
		key: 'libya-2021',
		kind: 'training',
		title: 'First training of Libyan health and social workers',
		startsOn: '2021-11-05',
		endsOn: '2021-11-07',
		venue: 'EG',
		place: 'Alexandria',
		participants: null,
		from: [['LY', 'unknown', null]],
		note: 'Held in Egypt for people from Libya. How many is not known.',
		source:
			'https://www.unodc.org/romena/en/Stories/2022/March/libya_-supporting-health-and-social-workers-roles-protecting-victims-of-trafficking-and-smuggled-migrants.html',
	},
	{
		...unodc,
		key: 'equipment-2021',
		kind: 'equipment',
		title: 'Equipment handed to the police (DGSN)',
		startsOn: '2021-11-12',
		endsOn: '2021-11-12',
		venue: 'MA',
		place: 'Rabat',
		participants: null,
		from: [],
		source: 'https://morocco.un.org/fr/158184',
	},
	{
		...unodc,
		key: 'shelters-2022',
		kind: 'workshop',
		title: 'Two workshops for social workers of the Ministry of Social Solidarity’s shelters',
		startsOn: '2022-03-19',
		endsOn: '2022-03-24',
		venue: 'EG',
		place: 'Cairo',
		participants: 34,
		organisers: ['unodc', 'iom-egypt'],
		from: [
			['EG', 'female', 31],
			['EG', 'male', 3],
		],
		note: 'Ten shelters. The source gives 91 % women and 9 % men of 34.',
		source:
			'https://www.unodc.org/romena/en/Stories/2022/April/egypt_-joining-hands-to-better-serve-victims-of-human-trafficking.html',
	},
	{
		...iomEgypt,
		key: 'cso-staff-2022',
		kind: 'workshop',
		title: 'Workshop for CSO staff who respond to victims of trafficking',
		startsOn: '2022-08-16',
		endsOn: '2022-08-18',
		venue: 'EG',
		place: 'Cairo',
		participants: 30,
		organisers: ['iom-egypt', 'ilo'],
		from: [['EG', 'unknown', 30]],
		note: 'Members of CSOs of five governorates. Also paid by the United States Department of State.',
		source:
			'https://egypt.iom.int/stories/capacity-building-workshop-ngos-staff-egypt-responding-victims-trafficking',
	},
	{
		...iomEgypt,
		key: 'prosecution-2023',
		kind: 'meeting',
		title: 'Round table on the prosecution pillar',
		startsOn: '2023-03-19',
		endsOn: '2023-03-19',
		venue: 'EG',
		place: 'Cairo',
		participants: null,
		from: (['EG', 'TN', 'MA', 'BH'] as const).map((iso2) => [iso2, 'unknown', null] as const),
		note: 'Representatives of governments. The first of three. The day is that of the article.',
		source:
			'https://see.news/iom-holds-discussion-on-prosecution-pillar-in-field-of-combating-trafficking-in-people',
	},
	{
		...unodc,
		key: 'returns-2020',
		project: null,
		organisers: ['iom'],
		kind: 'service',
		title: 'Voluntary returns from Egypt',
		startsOn: '2020-01-01',
		endsOn: '2020-12-31',
		venue: 'EG',
		place: null,
		participants: 215,
		bySex: { men: 90, women: 125 },
		from: [],
		note: 'Where they returned to is not published. More than 2,500 migrants and returnees also received food or hygiene kits. Contract T05-EUTF-NOA-REG-04-01.',
		source:
			'https://migrationjointinitiative.org/news/enhance-migration-governance-iom-brings-together-government-and-civil-society-representatives',
	},
];

/** Which series say that an event's participants are inside their figure of a period. The claims are made up. */
export const claims = [
	{ event: 'regional-workshop', line: 'prot-eg|C1|EG|iom-egypt', period: '2022-Q3', participants: 21 },
	{ event: 'regional-workshop', line: 'prot-eg|C1|EG|gfngo', period: '2022-Q3', participants: 21 },
	{ event: 'regional-workshop', line: 'reg05-01|3.7|EG|unodc', period: '2022-Q3', participants: 21 },
	{ event: 'cso-staff-2022', line: 'prot-eg|C1|EG|iom-egypt', period: '2022-Q3', participants: 30 },
	{ event: 'shelters-2022', line: 'reg05-01|3.7|EG|unodc', period: '2022-Q1', participants: 34 },
	{ event: 'inspectors-2021', line: 'reg05-01|4.2|EG|unodc', period: '2021-Q4', participants: 36 },
	{ event: 'judges-2020', line: 'reg05-01|4.2|EG|unodc', period: '2020-Q4', participants: 21 },
] as const;

/** What the organisers agreed: the same people stand in several claims. */
export const overlaps = [
	{
		event: 'regional-workshop',
		indicator: 'C1',
		participants: 21,
		agreedOn: '2022-11-08',
		note: 'IOM Egypt and the General Federation both list all 21 participants (made up).',
	},
] as const;
