import { describe, expect, it, test } from 'vitest';
import { activityAdvice, type ActivityEntry, activityProblems, isTooMany } from './activityEntry.ts';

const workshop: ActivityEntry = {
	kind: 'workshop',
	title: 'Role of CSOs',
	startsOn: '2022-09-05',
	endsOn: '2022-09-07',
	venueCountry: 'EG',
	place: 'Cairo',
	participants: 21,
	men: 12,
	women: 9,
	participation: [
		{ country: 'EG', sex: 'female', participants: 9 },
		{ country: 'IQ', sex: 'male', participants: 12 },
	],
};
const quarter = { startsOn: '2022-07-01', endsOn: '2022-09-30' };

describe('an activity', () => {
	test.each<readonly [string, Partial<ActivityEntry>, readonly string[]]>([
		['the workshop in Cairo', {}, []],
		['nobody knows how many', { participants: null }, []],
		['an end before the beginning', { endsOn: '2022-09-01' }, ['dates']],
		['the day after the quarter', { startsOn: '2022-10-01', endsOn: '2022-10-02' }, ['outside-period']],
		['begun in the quarter before', { startsOn: '2022-06-20' }, []],
		['one more man', { men: 13 }, ['sexes']],
		['women known alone', { men: null }, []],
		['fewer than by country', { participants: 20, men: null, women: null }, ['origins']],
		['nothing counted', { participants: 0 }, ['sexes', 'origins']],
	])('%s', (_, changes, problems) => {
		expect(activityProblems({ ...workshop, ...changes }, quarter)).toEqual(problems);
	});

	it('keeps the people that figures count already', () => {
		expect(activityProblems(workshop, quarter, 22)).toEqual(['claimed']);
		expect(activityProblems(workshop, quarter, 21)).toEqual([]);
		expect(isTooMany(22, workshop)).toBe(true);
		expect(isTooMany(22, { participants: null })).toBe(false);
	});

	it('is looked at where its parts are complete and make less than its total', () => {
		expect(activityAdvice(workshop)).toEqual([]);
		expect(activityAdvice({ ...workshop, participants: 22 })).toEqual(['sexes', 'origins']);
		const open = [...workshop.participation, { country: 'SD', sex: 'unknown' as const, participants: null }];
		expect(activityAdvice({ ...workshop, participants: 22, men: null, participation: open })).toEqual([]);
	});
});
