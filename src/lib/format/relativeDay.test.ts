import { expect, test } from 'vitest';
import { relativeDay } from '#format/relativeDay.ts';

test.each([
	['2022-10-07', 'in 6 days', 'dans 6 jours', 'خلال 6 أيام'],
	['2022-10-02', 'tomorrow', 'demain', 'غدًا'],
	['2022-10-01', 'today', 'aujourd’hui', 'اليوم'],
	['2022-09-28', '3 days ago', 'il y a 3 jours', 'قبل 3 أيام'],
	['2022-07-01', '3 months ago', 'il y a 3 mois', 'قبل 3 أشهر'],
	['2019-10-01', '3 years ago', 'il y a 3 ans', 'قبل 3 سنوات'],
])('%s from 1 October 2022', (day, ...said) => {
	expect((['en', 'fr', 'ar'] as const).map((lang) => relativeDay(day, '2022-10-01', lang))).toEqual(said);
});
