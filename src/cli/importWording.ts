import type { ImportNote, ImportProblem, LeftOut } from '#import/changeSet.ts';

export const WHY_LEFT_OUT: Readonly<Record<LeftOut['why'], string>> = {
	'not-in-a-framework': 'the title is no indicator of a known framework',
	'framework-unclear': 'the title stands in two frameworks and nothing tells which one is meant',
	'other-period': 'another period than the rest of the file',
	'same-row-twice': 'the same project and indicator stand in another row, which says the same or more',
	'rows-disagree': 'rows of the same project and indicator contradict each other',
	'other-window': 'a project of another window of the fund',
};

export const NOTE_HEADINGS: Readonly<Record<ImportNote['kind'], string>> = {
	'no-number': 'No number, kept as text',
	'fraction-of-a-count': 'A fraction where whole things are counted, kept as published',
	'file-may-be-cut': 'The file may have been cut off',
	'test-project': 'Test projects, kept and never counted',
	'id-tidied': 'Ids tidied',
	'id-unreadable': 'Ids that follow no pattern, kept as published',
	'level-assumed': 'Level not given',
	'several-parents': 'Several parents named',
	'parent-not-in-file': 'Parents that are not in the file',
	'parent-from-id': 'Parents taken from the id',
	'child-not-in-file': 'Children that are not in the file',
	'child-id-unreadable': "Children's ids that cannot be read",
	'country-from-id': 'Countries taken from the id',
	'country-from-decision': 'Countries taken from the decision, which has only one',
	'country-unknown': 'Countries not known',
	'publisher-reports': 'No one implementer named: the fund reports',
	'first-of-several-reports': 'Several implementers of a contract: the first one reports',
	'organisation-new': 'Organisations taken as typed',
	'date-unreadable': 'Dates that cannot be read, left empty',
	'dates-contradict': 'An end before the start, both left empty',
};

/** One sentence that says what is wrong with a file and what to do. */
export function problemText({ key, file, line, values }: ImportProblem): string {
	const where = line === null ? file : `${file}, line ${line}`;
	return `${where}: ${PROBLEMS[key](values)} Nothing was loaded.`;
}

type Values = ImportProblem['values'];

const PROBLEMS: Readonly<Record<ImportProblem['key'], (values: Values) => string>> = {
	'import.empty': () => 'there are no rows in it.',
	'import.columnMissing': ({ column }) => `the column "${column}" is missing.`,
	'import.quoteNotClosed': () => 'a quotation mark is opened and never closed; the file may be cut off.',
	'import.cellCount': () => 'the row has more or fewer cells than the header.',
	'import.malformed': ({ reason }) => `the file cannot be read as comma-separated values (${reason}).`,
	'import.notUtf8': () => 'the file is not UTF-8 text; save it as "CSV UTF-8".',
	'import.projectUnknown': ({ project }) => `the project "${project}" is not in the projects file.`,
	'import.projectTwice': ({ project }) => `the project ${project} stands in the file twice.`,
	'import.projectRing': ({ project }) => `the project ${project} stands below itself.`,
	'import.noPeriod': () => 'no row has a period that can be read.',
	'import.dayUnreadable': ({ day }) => `"${day}" is no day; write it as 2021-12-17.`,
};
