import { expect, test } from 'vitest';
import { formatDaysFrom } from '#format/relative.ts';

test.each([
	['2022-10-28', 'in 6 days', 'dans 6 jours', 'خلال 6 أيام'],
	['2022-10-24', 'in 2 days', 'après-demain', 'بعد الغد'],
	['2022-10-23', 'tomorrow', 'demain', 'غدًا'],
	['2022-10-22', 'today', 'aujourd’hui', 'اليوم'],
	['2022-10-21', 'yesterday', 'hier', 'أمس'],
	['2022-10-19', '3 days ago', 'il y a 3 jours', 'قبل 3 أيام'],
	['2022-11-05', 'in 14 days', 'dans 14 jours', 'خلال 14 يومًا'],
	['2022-10-23T00:00:00Z', 'tomorrow', 'demain', 'غدًا'],
])('%s seen from 22 October', (day, english, french, arabic) => {
	const words = (['en', 'fr', 'ar'] as const).map((lang) => formatDaysFrom('2022-10-22', day, lang));
	expect(words).toEqual([english, french, arabic]);
});

test('a clock that changes in between loses no day', () => {
	expect(formatDaysFrom('2022-10-29', '2022-10-31', 'en')).toBe('in 2 days');
});
