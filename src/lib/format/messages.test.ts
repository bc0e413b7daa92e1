import { describe, expect, it, test } from 'vitest';
import { languages, LOCALES } from '#format/language.ts';
import {
	loadMessages,
	loadReportMessages,
	type MessageKey,
	type Messages,
	translator,
} from '#format/messages.ts';

const english = flat(await loadReportMessages('en'));
const PLURAL = /_(zero|one|two|few|many|other)$/;
/** Words that are the same in French. */
const SAME = new Set(
	`app.name app.title nav.menu nav.programmes common.total common.code common.date common.dates common.budget
	common.source common.programme common.organisation common.lessThan count.participants_one count.participants_other
	result.impact level.programme activities.participants activities.kind.conference legal.cookies nav.main nav.admin change.points objective.rdppP
	unit.hectares unit.institutions unit.placements unit.services unit.places unit.contacts unit.organisations
	project.partners overview.sort.code`.split(/\s+/),
);

describe.each(languages)('%s.json', async (lang) => {
	const messages = flat(await loadReportMessages(lang));

	it('says everything English says, and nothing else', () => {
		expect(bases(messages)).toEqual(bases(english));
	});

	it('has no empty message', () => {
		expect([...messages].filter(([, text]) => text.trim() === '')).toEqual([]);
	});

	it('has every plural form the language has', () => {
		const forms = new Intl.PluralRules(LOCALES[lang]).resolvedOptions().pluralCategories;
		// French "many" (a million of) reads as "other" does.
		const needed = forms.filter((form) => lang !== 'fr' || form !== 'many');
		const plurals = new Set([...messages.keys()].filter((key) => PLURAL.test(key)).map(base));
		const missing = [...plurals].flatMap((key) => needed.map((form) => `${key}_${form}`));
		expect(missing.filter((key) => !messages.has(key))).toEqual([]);
	});

	it('fills the same braces', () => {
		for (const [key, text] of messages) {
			const known = braces(english.get(key) ?? english.get(`${base(key)}_other`) ?? '');
			// A plural may say the number in a word, Arabic names a quarter.
			const extra = braces(text).filter((name) => !known.includes(name) && name !== 'name');
			expect({ key, extra }).toEqual({ key, extra: [] });
			if (PLURAL.test(key) || key.startsWith('period.')) continue;
			expect({ key, braces: braces(text) }).toEqual({ key, braces: known });
		}
	});

	if (lang !== 'en')
		it('is translated', () => {
			const left = [...messages].filter(
				([key, text]) =>
					text === english.get(key) && /[a-z]{3}/i.test(text.replace(/\{\{\w+\}\}|Waymark/g, '')),
			);
			expect(left.map(([key]) => key).filter((key) => lang === 'ar' || !SAME.has(key))).toEqual([]);
		});
});

describe('translator', async () => {
	const en = translator('en', await loadMessages('en'));
	const fr = translator('fr', await loadMessages('fr'));
	const ar = translator('ar', await loadMessages('ar'));

	test.each([
		[en('nav.overview'), 'Overview'],
		[en('count.reports', { count: 1 }), '1 report'],
		[en('count.reports', { count: 1234 }), '1,234 reports'],
		[fr('count.reports', { count: 0 }), '0 rapport'],
		[fr('count.reports', { count: 2 }), '2 rapports'],
		[ar('count.reports', { count: 0 }), 'لا تقارير'],
		[ar('count.reports', { count: 1 }), 'تقرير واحد'],
		[ar('count.reports', { count: 2 }), 'تقريران'],
		[ar('count.reports', { count: 3 }), '3 تقارير'],
		[ar('count.reports', { count: 11 }), '11 تقريرًا'],
		[ar('count.reports', { count: 100 }), '100 تقرير'],
		[en('common.of', { part: '1', whole: '2' }), '1 of 2'],
		[en('common.of', { part: '1' }), '1 of {{whole}}'],
		[en('status.help.on-track', { band: '90%' }), '90% or more of what was expected by now.'],
	])('%s', (said, expected) => expect(said).toBe(expected));

	it('gives a key it does not know back', () => {
		expect(en('no.such' as MessageKey)).toBe('no.such');
		expect(en('nav.overview.deeper' as MessageKey)).toBe('nav.overview.deeper');
	});
});

function flat(tree: Messages, path = ''): Map<string, string> {
	return new Map(
		Object.entries(tree).flatMap(([key, value]) =>
			typeof value === 'string' ? [[path + key, value] as const] : [...flat(value, `${path}${key}.`)],
		),
	);
}

function base(key: string): string {
	return key.replace(PLURAL, '');
}

function bases(messages: Map<string, string>): string[] {
	return [...new Set([...messages.keys()].map(base))].sort();
}

function braces(text: string): string[] {
	return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
}
