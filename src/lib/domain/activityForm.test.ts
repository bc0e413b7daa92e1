import { describe, expect, it, test } from 'vitest';
import type { EnteredActivity } from './activityEntry.ts';
import { readActivity, readCount, typedActivity, typedFrom } from './activityForm.ts';

const known: EnteredActivity = {
	id: '6f2c0e3e-0000-4000-8000-000000000000',
	version: 3,
	kind: 'training',
	title: 'Role of CSOs',
	startsOn: '2022-09-05',
	endsOn: '2022-09-07',
	venueCountry: 'EG',
	place: null,
	participants: 21,
	men: 12,
	women: 9,
	note: 'Experts came too',
	organisers: [{ slug: 'iom', name: 'IOM', shortName: null }],
	participation: [
		{ country: 'EG', sex: 'female', participants: 5 },
		{ country: 'EG', sex: 'male', participants: 0 },
		{ country: 'IQ', sex: 'unknown', participants: null },
	],
	editable: true,
	removable: true,
	claims: [],
	shared: [],
};
const empty = { ...typedFrom(null), startsOn: '2022-07-01', endsOn: '2022-07-01' };

function posted(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
	const form = new FormData();
	for (const [name, values] of Object.entries(fields))
		for (const value of [values].flat()) form.append(name, value);
	return form;
}

describe('the form of an activity', () => {
	it('gives back what it was filled with', () => {
		const {
			id,
			version,
			kind,
			title,
			startsOn,
			endsOn,
			venueCountry,
			place,
			participants,
			men,
			women,
			note,
		} = known;
		expect(readActivity(typedFrom(known), 'en')).toEqual({
			activity: {
				...{
					id,
					version,
					kind,
					title,
					startsOn,
					endsOn,
					venueCountry,
					place,
					participants,
					men,
					women,
					note,
				},
				organisers: ['iom'],
				participation: known.participation,
			},
		});
	});

	it('takes posted rows by their place and leaves empty ones out', () => {
		const typed = typedActivity(
			posted({
				title: ' Workshop ',
				country: ['EG', '', 'SD'],
				female: ['٥', '', ''],
				male: ['', '', ''],
				unknown: ['', '', ''],
				organiser: ['iom', 'unodc'],
			}),
		);
		expect(typed).toMatchObject({ title: 'Workshop', organisers: ['iom', 'unodc'] });
		expect(typed.origins.map(({ country }) => country)).toEqual(['EG', 'SD']);
		const dates = { startsOn: '2022-07-01', endsOn: '2022-07-01', kind: 'meeting' };
		expect(readActivity({ ...typed, ...dates }, 'ar')).toMatchObject({
			activity: {
				id: null,
				participation: [
					{ country: 'EG', sex: 'female', participants: 5 },
					{ country: 'SD', sex: 'unknown', participants: null },
				],
			},
		});
	});

	it('names the fields that cannot be read', () => {
		const origins = [{ country: '', female: '2', male: '', unknown: '' }];
		const wrong = {
			...empty,
			kind: 'party',
			startsOn: '2022-02-31',
			endsOn: '',
			men: 'some',
			women: '-1',
			origins,
		};
		expect(readActivity(wrong, 'en')).toEqual({
			unreadable: ['kind', 'title', 'startsOn', 'endsOn', 'men', 'women', 'origins'],
		});
		const twice = { country: 'EG', female: '2', male: '', unknown: '' };
		expect(readActivity({ ...empty, title: 'Workshop', origins: [twice, twice] }, 'en')).toEqual({
			unreadable: ['origins'],
		});
	});

	test.each([
		['', null],
		['21', 21],
		['٢١', 21],
		['1,296', 1296],
		['2.5', undefined],
		['80 %', undefined],
		['about 20', undefined],
		['1234567890', undefined],
	])('reads "%s" people as %s', (text, count) => expect(readCount(text, 'en')).toBe(count));
});
