import { RESULTS_EXPORT, blank, five } from './project.ts';
import type { DemoProject } from './project.ts';

const UNODC_PAGES =
	'https://ec.europa.eu/trustfundforafrica/region/north-africa/regional/dismantling-criminal-networks-operating-north-africa-and-involved-migrant-smuggling-and-human_en';

const eutf = { ...blank, programme: 'EUTF-NOA-DEMO', funds: ['EUTF'], source: RESULTS_EXPORT } as const;

/** EUTF North of Africa: decisions and contracts as published. */
export const eutfProjects: readonly DemoProject[] = [
	{
		...eutf,
		key: 'reg05',
		publishedCode: 'T05-EUTF-NOA-REG-05',
		title:
			'Dismantling the criminal networks operating in North Africa and involved in migrant smuggling and human trafficking',
		level: 'decision',
		startsOn: '2017-12-04',
		budget: 15000000,
		implementing: ['unodc'],
		countries: five,
		outcome: 'Smuggling and trafficking networks in North Africa are dismantled',
		source: `${RESULTS_EXPORT}; ${UNODC_PAGES}`,
	},
	{
		...eutf,
		key: 'reg05-01',
		parent: 'reg05',
		publishedCode: 'T05-EUTF-NOA-REG-05-01',
		title:
			'Dismantling the criminal networks operating in North Africa and involved in migrant smuggling and human trafficking',
		startsOn: '2019-08-01',
		budget: 15000000,
		implementing: ['unodc'],
		countries: ['EG', 'LY', 'MA', 'TN'],
		outcome: 'Officers, prosecutors and judges bring traffickers to court',
		source: `${RESULTS_EXPORT}, where it ends on 31 Jul 2021; until 2022 by https://morocco.un.org/fr/158184, which names no day, so none stands here.`,
	},
	{
		...eutf,
		key: 'reg13',
		publishedCode: 'T05-EUTF-NOA-REG-13',
		title:
			'EU-IOM Joint Initiative in North Africa - Top up to Voluntary Humanitarian Return and Reintegration Assistance',
		level: 'decision',
		startsOn: '2020-09-14',
		budget: 24000000,
		implementing: ['iom'],
		countries: ['LY'],
		outcome: 'Migrants return safely and by choice',
		source: `${RESULTS_EXPORT}. The start is its contract's.`,
	},
	{
		...eutf,
		key: 'reg13-01',
		parent: 'reg13',
		publishedCode: 'T05-EUTF-NOA-REG-13-01',
		title:
			'EU-IOM Joint Initiative in North Africa - Top up to Voluntary Humanitarian Return and Reintegration Assistance',
		startsOn: '2020-09-14',
		budget: 24000000,
		implementing: ['iom', 'iom-egypt'],
		countries: five,
		outcome: 'Those who return build a life at home',
		source: `${RESULTS_EXPORT}. The split by country is made up.`,
	},
	{
		...eutf,
		key: 'reg14',
		publishedCode: 'T05-EUTF-NOA-REG-14',
		title:
			'Regional – Durable solutions for refugee unaccompanied and separated children (Libya and Egypt) and family reunification',
		level: 'decision',
		endsOn: '2023-07-02',
		budget: 3700000,
		implementing: ['unhcr'],
		countries: ['EG', 'LY'],
	},
	{
		...eutf,
		key: 'reg14-01',
		parent: 'reg14',
		publishedCode: 'T05-EUTF-NOA-REG-14-01',
		title:
			'Durable solutions for Refugee Unaccompanied and Separated Children (Libya and Egypt) and Family Reunification',
		startsOn: '2021-01-01',
		endsOn: '2022-12-31',
		budget: 3700000,
		implementing: ['unhcr'],
		countries: ['EG', 'LY'],
		outcome: 'Children on their own are safe and find their families',
	},
];
