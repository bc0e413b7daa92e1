import type { Row } from '../tables.ts';

export const RDPP_FRAMEWORK = 'RDPP-NA';

type Behaviour = Partial<
	Pick<
		Row<'indicator'>,
		| 'measure'
		| 'ascending'
		| 'value_kind'
		| 'over_time'
		| 'over_partner'
		| 'over_place'
		| 'counts'
		| 'sensitive'
		| 'dimensions'
		| 'scale_code'
	>
>;

const people: Behaviour = { counts: 'people', dimensions: ['sex'] };
const atRisk: Behaviour = { counts: 'people', dimensions: ['sex', 'age'], sensitive: true };
const contacts: Behaviour = { counts: 'contacts', dimensions: ['sex'] };
const share: Behaviour = {
	measure: 'percentage',
	value_kind: 'ratio',
	over_partner: 'ratio',
	over_place: 'ratio',
};
const level: Behaviour = { value_kind: 'level', over_time: 'latest' };
/** Days of one place and days of another are no days of both. */
const falling: Behaviour = { ...level, ascending: false, over_partner: 'none', over_place: 'none' };
const words = { over_partner: 'none', over_place: 'none' } as const;

/** [code, unit, behaviour, title, definition] */
export const rdppIndicators: readonly (readonly [
	code: string,
	unit: string,
	behaviour: Behaviour,
	title: string,
	definition: string,
])[] = [
	[
		'P1',
		'people',
		atRisk,
		'Number of victims of trafficking identified',
		'Persons formally or presumptively identified in the period, each once.',
	],
	[
		'P2',
		'people',
		atRisk,
		'Number of victims of trafficking assisted or referred to services',
		'Persons who received at least one service, or whose referral was taken up, for the first time in the period.',
	],
	[
		'P3',
		'days',
		falling,
		'Average days from identification to first protection service',
		'Mean over the cases opened in the last twelve months.',
	],
	[
		'P4',
		'%',
		share,
		'Share of survivors who completed their reintegration plan',
		'Plans completed, of plans that were to end in the period.',
	],
	[
		'P5',
		'people',
		people,
		'Number of migrants, refugees and asylum seekers receiving direct assistance',
		'Persons assisted for the first time in the period.',
	],
	[
		'P6',
		'%',
		share,
		'Share of referrals that reached the service within ten days',
		'Referrals taken up within ten days, of all referrals made in the period.',
	],
	[
		'P7',
		'places',
		level,
		'Number of shelter places available',
		'Places that could be used on the last day of the period.',
	],
	[
		'P8',
		'cases per case worker',
		falling,
		'Open protection cases per case worker',
		'Open cases on the last day of the period, by full-time case worker.',
	],
	[
		'D1',
		'people',
		people,
		'Number of people who completed vocational training',
		'Persons who finished the whole course in the period.',
	],
	[
		'D2',
		'enterprises',
		{ value_kind: 'cumulative', over_time: 'latest' },
		'Number of small businesses started and still open after six months',
		'Running total of businesses found open at the six-month visit.',
	],
	[
		'D3',
		'%',
		share,
		'Share of trainees in work or self-employment after six months',
		'Trainees found in work at the six-month call, of trainees reached.',
	],
	[
		'D5',
		'contacts',
		contacts,
		'Number of contacts made in awareness sessions',
		'Attendances: who comes twice counts twice.',
	],
	[
		'C1',
		'people',
		people,
		'Number of CSO staff trained to recognise and assist victims of trafficking',
		'Persons who completed at least one full day, each once a quarter.',
	],
	[
		'C2',
		'organisations',
		{ ...level, over_partner: 'max' },
		'Number of CSOs active in the referral network',
		'Organisations that made or took a referral in the last six months. Partners of one country count the same network.',
	],
	[
		'C3',
		'level',
		{ ...words, measure: 'ordinal', value_kind: 'ordinal', scale_code: 'nrm-maturity' },
		'Maturity of the national referral mechanism',
		'Judged together with the national coordinating body, once a half-year.',
	],
	[
		'C4',
		'judgement',
		{ ...words, measure: 'qualitative', value_kind: 'qualitative' },
		'Cooperation between authorities and civil society',
		'What changed in the period, with one example.',
	],
];

/** Ordered answers, lowest first. */
export const scales: readonly Row<'scale'>[] = [
	{
		code: 'nrm-maturity',
		levels: ['Not in place', 'Drafted', 'Adopted', 'In use in some regions', 'In use nationwide'],
	},
];

/** Which RDPP indicator is which of the EUTF's: [RDPP code, framework, code, relation, note]. */
export const rdppCrosswalk: readonly (readonly [
	from: string,
	framework: string,
	code: string,
	relation: 'same' | 'renamed' | 'partly',
	note: string | null,
])[] = [
	['P2', 'EUTF-2018', '4.4', 'same', null],
	[
		'P5',
		'EUTF-2022',
		'3.2',
		'renamed',
		'The RDPP counts no internally displaced persons: it works with none.',
	],
	['D1', 'EUTF-2022', '1.4', 'renamed', 'Only completed courses count in both.'],
	[
		'D2',
		'EUTF-2022',
		'1.2',
		'partly',
		'Only businesses open after six months, not every business supported.',
	],
	['C1', 'EUTF-2022', '3.7', 'partly', 'CSO staff only; officials are not counted.'],
];
