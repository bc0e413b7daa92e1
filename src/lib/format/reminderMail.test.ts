import { describe, expect, it, test } from 'vitest';
import type { Notice } from '#domain/notice.ts';
import { formatsFor } from '#format/formats.ts';
import { loadReportMessages } from '#format/messages.ts';
import { noticeList, noticeWords } from '#format/notice.ts';
import { reminderMail } from '#format/reminderMail.ts';

const en = formatsFor('en', await loadReportMessages('en'));
const fr = formatsFor('fr', await loadReportMessages('fr'));
const ar = formatsFor('ar', await loadReportMessages('ar'));

const notice: Notice = {
	kind: 'before-due',
	reportId: '00000000-0000-4000-8000-000000000001',
	programme: { code: 'RDPP', name: 'RDPP', demonstration: false },
	project: { id: 'p', code: 'T05-EUTF', title: 'Safe <journeys> & "rights"' },
	organisation: { slug: 'unodc', name: 'UN Office on Drugs and Crime', shortName: 'UNODC' },
	period: '2022-Q4',
	dueOn: '2023-01-31',
	returnedOn: null,
	missing: 12,
};
const place = { origin: 'https://waymark.example', today: '2023-01-25' };

describe('a notice', () => {
	const standing = (change: Partial<Notice>, today = place.today) =>
		[en, fr, ar].map((formats) => noticeWords({ ...notice, ...change }, today, formats).standing);

	test.each([
		['2023-01-25', 'due in 6 days', 'à remettre dans 6 jours', 'موعد التسليم خلال 6 أيام'],
		['2023-01-30', 'due tomorrow', 'à remettre demain', 'موعد التسليم غدًا'],
		['2023-01-31', 'due today', 'à remettre aujourd’hui', 'موعد التسليم اليوم'],
		['2023-01-17', 'due in 14 days', 'à remettre dans 14 jours', 'موعد التسليم خلال 14 يومًا'],
	])('before it is due, on %s', (today, english, french, arabic) => {
		expect(standing({}, today)).toEqual([
			`${english} (31 Jan 2023), 12 figures missing`,
			`${french} (31 janv. 2023), 12 chiffres manquent`,
			`${arabic} (31 يناير 2023)، ينقص 12 رقمًا`,
		]);
	});

	it('when overdue blames nobody', () => {
		expect(standing({ kind: 'overdue' }, '2023-02-01')).toEqual([
			'was due yesterday (31 Jan 2023), 12 figures missing',
			'était à remettre hier (31 janv. 2023), 12 chiffres manquent',
			'كان موعد التسليم أمس (31 يناير 2023)، ينقص 12 رقمًا',
		]);
		expect(standing({ kind: 'overdue' }, '2023-06-01')[0]).toBe(
			'was due 3 months ago (31 Jan 2023), 12 figures missing',
		);
	});

	it('when returned says so', () => {
		const [english, french, arabic] = standing({ kind: 'returned', returnedOn: '2023-02-10', missing: 0 });
		expect(english).toBe(
			'returned on 10 Feb 2023 with the reviewer’s comments, every figure is entered, ready to be checked and handed in',
		);
		expect(french).toMatch(/^renvoyé le 10 févr\. 2023 avec/);
		expect(arabic).toMatch(/^أُعيد في 10 فبراير 2023/);
	});

	test.each([
		[1, '1 figure missing', '1 chiffre manque', 'ينقص رقم واحد'],
		[2, '2 figures missing', '2 chiffres manquent', 'ينقص رقمان'],
		[3, '3 figures missing', '3 chiffres manquent', 'تنقص 3 أرقام'],
		[11, '11 figures missing', '11 chiffres manquent', 'ينقص 11 رقمًا'],
		[100, '100 figures missing', '100 chiffres manquent', 'ينقص 100 رقم'],
	])('with %d figures missing', (missing, ...words) => {
		standing({ missing }).forEach((text, n) => expect(text.endsWith(String(words[n]))).toBe(true));
	});

	it('names organisation, period and project', () => {
		const { subject, project } = noticeWords(notice, place.today, fr);
		expect([subject, project]).toEqual(['UNODC · T4 2022', 'T05-EUTF · Safe <journeys> & "rights"']);
	});
});

describe('a list on a page', () => {
	const some = (count: number) =>
		Array.from({ length: count }, (_, n) => ({ ...notice, reportId: `report ${n}` }));

	it('shows three, and says how many more there are', () => {
		const listOf = (count: number) =>
			[en, fr, ar].map((formats) => noticeList({ today: place.today, notices: some(count) }, formats));
		expect(listOf(3).map(({ notices, more }) => [notices.length, more])).toEqual([
			[3, null],
			[3, null],
			[3, null],
		]);
		expect(listOf(5).map(({ notices, more }) => [notices.length, more])).toEqual([
			[3, '2 more reports'],
			[3, '2 autres rapports'],
			[3, 'تقريران آخران'],
		]);
	});
});

describe('a mail', () => {
	it('about one report says all in its subject', () => {
		expect(reminderMail([notice], place, en).subject).toBe(
			'Waymark: UNODC · Q4 2022, due in 6 days (31 Jan 2023), 12 figures missing',
		);
	});

	test.each([
		[2, 'Waymark: 2 reports to hand in', 'Waymark : 2 rapports à remettre', 'Waymark: تقريران للتسليم'],
		[3, 'Waymark: 3 reports to hand in', 'Waymark : 3 rapports à remettre', 'Waymark: 3 تقارير للتسليم'],
	])('about %d reports counts them', (count, ...subjects) => {
		const notices = Array.from({ length: count }, () => notice);
		expect([en, fr, ar].map((formats) => reminderMail(notices, place, formats).subject)).toEqual(subjects);
	});

	it('leads to the report, all reports and the choice of mails, in its language', () => {
		const { text, html, settingsAddress } = reminderMail([notice], place, fr);
		const addresses = [
			`https://waymark.example/reports/${notice.reportId}?lang=fr`,
			'https://waymark.example/reports?lang=fr',
			'https://waymark.example/reports/reminders?lang=fr',
		];
		expect(settingsAddress).toBe(addresses[2]);
		for (const address of addresses) {
			expect(text.split('\n')).toContain(address);
			expect(html).toContain(`href="${address}"`);
		}
	});

	it('is read from right to left in Arabic', () => {
		expect(reminderMail([notice], place, ar).html).toContain('<html lang="ar" dir="rtl">');
		expect(reminderMail([notice], place, en).html).toContain('<html lang="en" dir="ltr">');
	});

	it('carries no mark-up that somebody typed into a name', () => {
		const { html, text } = reminderMail([notice], place, en);
		expect(html).not.toContain('<journeys>');
		expect(html).toContain('Safe &#60;journeys&#62; &#38; &#34;rights&#34;');
		expect(text).toContain('Safe <journeys> & "rights"');
	});

	it('names each organisation once', () => {
		const two = { ...notice, organisation: { slug: 'iom', name: 'IOM', shortName: null } };
		expect(reminderMail([notice, notice, two], place, en).text).toContain('for UNODC and IOM in Waymark');
	});
});
