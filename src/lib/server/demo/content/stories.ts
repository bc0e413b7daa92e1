import type { Line } from './line.ts';

/** What happened to single reports; every other report came in time and was approved at once. */
export type Story = {
	/** Nothing came. */
	readonly missing?: true;
	readonly state?: 'draft' | 'submitted' | 'returned';
	/** The reviewer's words. */
	readonly decision?: string;
	readonly narrative?: string;
	/** The country or indicator whose lines were left empty. */
	readonly without?: string;
	/** Days after the due date (before it where negative). */
	readonly late?: number;
	/** An earlier revision of the same report, with the values it had. */
	readonly first?: {
		readonly state: 'returned' | 'approved';
		readonly decision?: string;
		/** [indicator, country]: value */
		readonly values: Readonly<Record<string, number>>;
	};
	/** Why the second revision was made. */
	readonly reason?: string;
};

/** By project, organisation and period. */
const stories: Readonly<Record<string, Story>> = {
	'prot-tn|tadamon-tunis|2021-Q2': {
		late: 34,
		first: {
			state: 'returned',
			decision:
				'The number assisted is above the number of places and case workers could serve. Please check it against the register.',
			values: { 'P5|TN': 3120 },
		},
		reason: 'A subtotal had been added to its parts; corrected from the register.',
	},
	'prot-tn|tadamon-tunis|2020-Q4': { late: 19 },
	'prot-tn|tadamon-tunis|2021-Q1': { late: 26 },
	'prot-tn|tadamon-tunis|2021-Q3': { late: 41 },
	'prot-tn|tadamon-tunis|2021-Q4': { late: 48 },
	'prot-tn|tadamon-tunis|2022-Q1': { late: 52 },
	'prot-tn|tadamon-tunis|2022-Q2': {
		late: 67,
		narrative: 'Two of four case workers left in May. The shelter took no new residents for five weeks.',
	},
	'prot-tn|tadamon-tunis|2022-Q3': { missing: true },
	'prot-tn|tadamon-tunis|2022-Q4': { missing: true },
	'prot-eg|gfngo|2022-Q3': {
		narrative: 'Staff of four member organisations took part in the regional workshop in Cairo.',
		first: { state: 'approved', values: { 'C1|EG': 48 } },
		reason: 'The 21 participants of the regional workshop had been entered twice.',
	},
	'prot-eg|gfngo|2022-Q4': {
		state: 'returned',
		late: 9,
		decision:
			'The running total of businesses falls from the last report. Please also say which organisations of the network are new.',
	},
	'prot-eg|iom-egypt|2022-Q3': {
		narrative:
			'The regional workshop on the role of CSOs was held in Cairo with the national committee and UNODC.',
	},
	'prot-eg|iom-egypt|2022-Q4': { late: -3 },
	'prot-ma|atlas-solidarity|2021-H1': { late: 12 },
	'prot-ma|atlas-solidarity|2022-H2': { state: 'draft' },
	'prot-dz|unhcr|2022-Q4': {
		late: -1,
		without: 'C1',
		narrative: 'The first course for CSO staff was held in December; its list is not final and is left out.',
	},
	'prot-ly|amal-fezzan|2021-Q1': { missing: true },
	'prot-ly|iom-libya|2021-Q3': {
		narrative: 'Case files and staff of Amal Fezzan were taken over on 1 July 2021.',
	},
	'reg08-04|cefa|2021-Q1': { missing: true },
	'reg08-04|cefa|2022-Q3': { late: 22 },
	'reg01-03|iom|2020-Q3': { missing: true },
	'reg05-01|unodc|2021-Q3': {
		first: { state: 'approved', values: { '4.2|MA': 164 } },
		reason: 'One session in Kenitra stood on two attendance lists.',
	},
	'reg05-01|unodc|2022-Q4': {
		late: 2,
		without: 'TN',
		narrative:
			'Figures of the Tunis office follow with the next report: its registers are being moved to the new system.',
	},
	'reg13-01|iom|2020-Q3': { missing: true },
	'reg13-01|iom|2020-Q4': { missing: true },
	'reg13-01|iom-egypt|2020-Q3': { missing: true },
	'reg13-01|iom-egypt|2022-Q4': { state: 'submitted' },
	'reg14-01|unhcr|2021-Q1': {
		late: 8,
		first: {
			state: 'returned',
			decision: 'Staff trained: the list has 31 names. Please check.',
			values: { '2.8|EG': 13 },
		},
		reason: 'Two digits had changed places; corrected from the list.',
	},
};

/** What happened to the report of an organisation on a project and period; empty where nothing did. */
export function storyOf(project: string, organisation: string, period: string): Story {
	return stories[`${project}|${organisation}|${period}`] ?? {};
}

/** Whether the answer of a series in a period was approved in the end. */
export function isApproved(
	line: Pick<Line, 'project' | 'organisation' | 'country' | 'indicator'>,
	period: string,
): boolean {
	const story = storyOf(line.project, line.organisation, period);
	return story.missing === undefined && story.state === undefined && !isLeftEmpty(line, story);
}

/** Whether a report came without this series. */
export function isLeftEmpty(
	{ country, indicator }: Pick<Line, 'country' | 'indicator'>,
	{ without }: Story,
): boolean {
	return without !== undefined && (without === country || without === indicator);
}
