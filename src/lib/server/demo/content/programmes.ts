const RDPP = 'https://rdppna.interno.gov.it';
const EUTF = 'https://trust-fund-for-africa.europa.eu/monitoring-and-evaluation-framework-north-africa_en';

/** The two programmes of the demonstration. */
export const programmes = [
	{
		code: 'RDPP-NA',
		name: 'RDPP North Africa (demonstration)',
		description:
			'Regional Development and Protection Programme in North Africa. Contracts, dates and events are real where they name their source; every figure is made up.',
		source: `Set up in 2015, led by the Italian Ministry of Interior: ${RDPP}`,
	},
	{
		code: 'EUTF-NOA-DEMO',
		name: 'EUTF North of Africa (demonstration)',
		description:
			'North of Africa window of the EU Emergency Trust Fund for Africa. Contracts, dates and events are real where they name their source; every figure is made up but the one that names its source.',
		source: EUTF,
	},
] as const;

export const funds = [
	{ code: 'EUTF', name: 'EU Emergency Trust Fund for Africa' },
	{ code: 'AMIF', name: 'Asylum, Migration and Integration Fund' },
	{ code: 'ENI', name: 'European Neighbourhood Instrument' },
	{ code: 'IT', name: 'Italy' },
] as const;

/** Where projects work, and where participants of the events came from. */
export const countries = ['DZ', 'EG', 'LY', 'MA', 'TN', 'IQ', 'SD', 'BH'] as const;
