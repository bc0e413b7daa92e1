// Who may do what, from design.md's roles and from nothing in the migrations. A role that is not named may not.
import type { Person, Role } from './people.ts';
import type { About } from './world.ts';

export const commands = ['select', 'insert', 'update', 'delete'] as const;
export type Command = (typeof commands)[number];

/** Which rows a right reaches. */
export type Reach = (person: Person, row: About) => boolean;
type Rights = Partial<Record<Role, Reach>>;
export type TableAccess = Partial<Record<Command, Rights>>;

const everything: Reach = () => true;
const theirProgrammes: Reach = (person, row) =>
	row.programme !== undefined && person.programmes.includes(row.programme);
const ownOrganisation: Reach = (person, row) =>
	person.organisation !== undefined && (row.organisations?.includes(person.organisation) ?? false);
const whereTheyImplement: Reach = (person, row) =>
	person.organisation !== undefined && (row.implementers?.includes(person.organisation) ?? false);
const themselves: Reach = (person, row) => row.person === person.name;
const notSensitive: Reach = (_, row) => row.sensitive !== true;
const inForce: Reach = (_, row) => row.state === 'in force';
const draft: Reach = (_, row) => row.state === 'draft';
const open: Reach = (_, row) => row.state === 'draft' || row.state === 'submitted';
const counted: Reach = (_, row) => row.counted === true;
const notAccepted: Reach = (_, row) => row.accepted !== true;

function all(...reaches: readonly Reach[]): Reach {
	return (person, row) => reaches.every((reach) => reach(person, row));
}

const either =
	(one: Reach, other: Reach): Reach =>
	(person, row) =>
		one(person, row) || other(person, row);

/** Staff, and those who are staff and more. */
const staff = (reach: Reach): Rights => ({ staff: reach, manager: reach, admin: reach });
const managers = (reach: Reach): Rights => ({ manager: reach, admin: reach });
const everyMember = (reach: Reach): Rights => ({ donor: reach, partner: reach, ...staff(reach) });
const theSignedIn = (reach: Reach): Rights => ({ stranger: reach, ...everyMember(reach) });

const reference: TableAccess = {
	select: everyMember(everything),
	insert: managers(everything),
	update: managers(everything),
	delete: { admin: everything },
};

// The logframe's lines are names and dates; what donors must not read are figures of sensitive indicators.
const readStructure: Rights = { donor: theirProgrammes, partner: ownOrganisation, ...staff(theirProgrammes) };
const structure: TableAccess = {
	select: readStructure,
	insert: managers(theirProgrammes),
	update: managers(theirProgrammes),
	delete: managers(theirProgrammes),
};

const readSeries: Rights = {
	donor: all(theirProgrammes, notSensitive),
	partner: ownOrganisation,
	...staff(theirProgrammes),
};

// A version of a schedule stands as it was set.
const targets: TableAccess = { select: readSeries, insert: managers(theirProgrammes) };

const enter = (when: Reach): Rights => ({
	partner: all(ownOrganisation, when),
	...staff(all(theirProgrammes, when)),
});

const figures: TableAccess = {
	select: {
		donor: all(theirProgrammes, notSensitive, inForce),
		partner: ownOrganisation,
		...staff(theirProgrammes),
	},
	insert: enter(draft),
	update: enter(draft),
	delete: enter(draft),
};

// What was done is known in the whole programme; who organised it, or staff, describes it.
const activityDetails: TableAccess = {
	select: everyMember(theirProgrammes),
	insert: { partner: ownOrganisation, ...staff(theirProgrammes) },
	update: { partner: ownOrganisation, ...staff(theirProgrammes) },
	delete: { partner: ownOrganisation, ...staff(theirProgrammes) },
};

const editions: TableAccess = { select: { donor: theirProgrammes, ...staff(theirProgrammes) } };

// Nobody else sees a report before it is handed in; its cells are written by functions alone.
const inTheMaking: TableAccess = { select: { partner: ownOrganisation, ...staff(theirProgrammes) } };

const adminsAlone = { admin: everything };

export const access: Readonly<Record<string, TableAccess>> = {
	'public.country': reference,
	'public.fund': reference,
	'public.framework': reference,
	'public.scale': reference,
	'public.indicator': reference,
	'public.indicator_wording': reference,
	'public.indicator_crosswalk': reference,
	'public.period': reference,
	'public.organisation': reference,

	'public.programme': {
		select: everyMember(theirProgrammes),
		insert: adminsAlone,
		update: managers(theirProgrammes),
		delete: adminsAlone,
	},
	'public.project': structure,
	'public.project_fund': structure,
	'public.project_country': structure,
	'public.project_organisation': structure,
	'public.result': structure,
	'public.project_indicator': structure,

	'public.series': { ...structure, select: readSeries },
	'public.target_schedule': targets,
	'public.target': targets,

	'public.programme_period': {
		select: everyMember(theirProgrammes),
		insert: managers(theirProgrammes),
		update: managers(theirProgrammes),
	},
	'public.period_exception': {
		select: { partner: ownOrganisation, ...staff(theirProgrammes) },
		insert: staff(theirProgrammes),
		update: staff(theirProgrammes),
		delete: staff(theirProgrammes),
	},

	// A report is only the fact that one is owed; its state and figures are in its revisions.
	'public.report': {
		select: readStructure,
		insert: enter(everything),
		delete: managers(all(theirProgrammes, draft)),
	},
	'public.report_revision': {
		...figures,
		update: enter(open),
	},
	'public.observation': figures,
	'public.breakdown': figures,
	'public.breakdown_part': figures,
	'public.activity_claim': { ...figures, update: {} },
	// Until it is handed in, a claim is between the partner and staff.
	'public.draft_claim': {
		select: { partner: ownOrganisation, ...staff(theirProgrammes) },
		insert: enter(draft),
		update: enter(draft),
		delete: enter(draft),
	},
	// Each organisation answers for itself; staff record agreements, they do not answer for anybody.
	'public.overlap_proposal': {
		select: { partner: ownOrganisation, ...staff(theirProgrammes) },
		insert: { partner: ownOrganisation },
		update: { partner: ownOrganisation },
		delete: { partner: ownOrganisation },
	},
	'public.report_draft': inTheMaking,
	'public.draft_cell': inTheMaking,
	'public.draft_change': inTheMaking,
	'public.evidence': inTheMaking,
	'public.cell_comment': { ...inTheMaking, insert: staff(theirProgrammes) },

	'public.activity': {
		...activityDetails,
		insert: { partner: whereTheyImplement, ...staff(theirProgrammes) },
		// what no figure counts, they may have entered by mistake
		delete: {
			partner: all(ownOrganisation, (person, row) => !counted(person, row)),
			...managers(theirProgrammes),
		},
	},
	'public.activity_organiser': activityDetails,
	'public.activity_participation': activityDetails,
	'public.activity_overlap': {
		select: {
			donor: all(theirProgrammes, notSensitive),
			partner: all(theirProgrammes, notSensitive),
			...staff(theirProgrammes),
		},
		insert: staff(theirProgrammes),
		update: staff(theirProgrammes),
		delete: staff(theirProgrammes),
	},

	'public.edition': editions,
	'public.edition_row': editions,

	'public.person': {
		select: { ...theSignedIn(themselves), manager: either(themselves, theirProgrammes), admin: everything },
		insert: theSignedIn(themselves),
		update: theSignedIn(themselves),
		delete: { ...theSignedIn(themselves), admin: everything },
	},
	// What somebody was reminded of by mail: theirs, and for whoever keeps the installation.
	'public.reminder': { select: { ...theSignedIn(themselves), ...adminsAlone } },
	'public.membership': {
		select: { ...theSignedIn(themselves), ...adminsAlone },
		insert: adminsAlone,
		update: adminsAlone,
		delete: adminsAlone,
	},
	'public.membership_programme': {
		select: { ...theSignedIn(themselves), ...adminsAlone },
		insert: adminsAlone,
		update: adminsAlone,
		delete: adminsAlone,
	},
	'public.invitation': {
		select: { manager: themselves, admin: everything },
		// in the inviter's own name, also for admins
		insert: managers(all(themselves, notAccepted)),
		delete: { manager: all(themselves, notAccepted), admin: notAccepted },
	},

	'public.audit_log': { select: adminsAlone },
	// A load reaches over programmes, so no manager's programme bounds it.
	'public.import_batch': { select: adminsAlone },

	'reporting.series_period': { select: readSeries },
	'reporting.cell': { select: readSeries },
	'reporting.claim': { select: readSeries },
	'reporting.counting': { select: readStructure },
	'reporting.data_version': { select: everyMember(theirProgrammes) },
};
