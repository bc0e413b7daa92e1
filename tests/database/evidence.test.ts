import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntryReport } from '../../src/lib/domain/entry.ts';
import type { EvidenceFile } from '../../src/lib/domain/evidence.ts';
import { addEvidence, removeEvidence } from '../../src/lib/server/commands/evidence.ts';
import { submitReport, withdrawReport } from '../../src/lib/server/commands/report.ts';
import { countEvidence, openEvidence, readEvidence } from '../../src/lib/server/queries/evidence.ts';
import { cameraWords, jpegOfPhone, officeFile, pdfFile } from '../support/evidenceFiles.ts';
import { changeOf, type Officer, openReporting, type Reporting } from './entry/partner.ts';

let uploads: string;
let reporting: Reporting;
let officer: Officer;
let staff: Officer;
let donor: Officer;
let stranger: Officer;
let report: EntryReport;

beforeAll(async () => {
	uploads = await mkdtemp(join(tmpdir(), 'waymark-evidence-'));
	reporting = await openReporting(uploads);
	officer = await reporting.as('gfngo');
	staff = await reporting.as('staff');
	donor = await reporting.as('donor');
	stranger = await reporting.as('unodc');
	report = await officer.find((one) => one.period.code === '2023-Q1');
});
afterAll(async () => {
	await reporting.database.close();
	await rm(uploads, { recursive: true });
});

const asker = (person: Officer) => ({ supabase: person.client, lang: 'en' }) as const;
const ofReport = () => ({ reportId: report.id, seriesId: null, activityId: null });

function send(
	person: Officer,
	name: string,
	content: Buffer,
	place: Partial<ReturnType<typeof behind>> = {},
) {
	return addEvidence(asker(person), { ...ofReport(), ...place }, { name, content });
}
const behind = (seriesId: string | null) => ({ seriesId });

async function added(name: string, content: Buffer, place = {}): Promise<EvidenceFile> {
	const outcome = await send(officer, name, content, place);
	if (outcome.state !== 'added') throw new Error(`${name} was not added: ${JSON.stringify(outcome)}`);
	return outcome.file;
}

async function pathOf(id: string): Promise<string> {
	const [row] = await reporting.database.sql.query<{ path: string }>(
		'select path from evidence where id = $1',
		[id],
	);
	if (row === undefined) throw new Error('There is no such row.');
	return row.path;
}

async function stored(): Promise<string[]> {
	const found = await readdir(uploads, { recursive: true, withFileTypes: true });
	return found.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

describe('a file', () => {
	test('is added to a report that was not begun, listed, and given out as it was sent', async () => {
		const file = await added('Attendance list.pdf', pdfFile('list'));
		expect(file).toMatchObject({
			name: 'Attendance list.pdf',
			mediaType: 'application/pdf',
			bytes: pdfFile('list').length,
			seriesId: null,
			removedAt: null,
			removable: true,
			uploadedBy: expect.any(String),
		});
		const opened = await openEvidence(officer.client, file.id);
		expect(Buffer.from(opened?.content ?? [])).toEqual(pdfFile('list'));
		expect(await readEvidence(asker(officer), report.id)).toMatchObject({ mayAdd: true, files: [file] });
	});

	test('behind a figure says so; the same one twice in one place is one, in another place another', async () => {
		const [line] = report.lines;
		const place = behind(String(line?.seriesId));
		const file = await added('photo.exe', jpegOfPhone(), place);
		expect(file).toMatchObject({ ...place, name: 'photo.jpg' });
		expect(await send(officer, 'other name.jpg', jpegOfPhone(), place)).toEqual({ state: 'known', file });
		expect((await send(officer, 'photo.jpg', jpegOfPhone())).state).toBe('added');
		expect(await stored()).toHaveLength(3);
	});

	test('of a phone has lost place and device before it lies in the store', async () => {
		const { files } = await readEvidence(asker(officer), report.id);
		for (const file of files.filter(({ mediaType }) => mediaType === 'image/jpeg')) {
			const content = Buffer.from((await openEvidence(staff.client, file.id))?.content ?? []);
			expect(content.length).toBeGreaterThan(100);
			for (const word of cameraWords) expect(content.includes(word), word).toBe(false);
		}
	});

	test('that is no evidence leaves nothing behind', async () => {
		const before = await stored();
		const page = Buffer.from('<!doctype html><script>alert(1)</script>');
		const macros = officeFile('word', { 'word/vbaProject.bin': 'x' });
		expect(await send(officer, 'photo.png', page)).toEqual({
			state: 'refused',
			name: 'photo.png',
			problem: 'type',
		});
		expect(await send(officer, 'plan.docx', macros)).toMatchObject({ problem: 'macros' });
		expect(await send(officer, 'a.pdf', pdfFile('x'), behind(randomUUID()))).toMatchObject({
			problem: 'not-yours',
		});
		expect(await stored()).toEqual(before);
	});

	test('that is taken back before the report is handed in is gone', async () => {
		const file = await added('mistake.pdf', pdfFile('mistake'));
		const before = (await stored()).length;
		expect(await removeEvidence(officer.client, file.id)).toEqual({ state: 'removed' });
		expect(await openEvidence(officer.client, file.id)).toBeNull();
		expect(await stored()).toHaveLength(before - 1);
		expect(await removeEvidence(officer.client, file.id)).toEqual({ state: 'refused', problem: 'not-yours' });
	});

	test('that was exchanged in the store is not given out', async () => {
		const file = await added('honest.pdf', pdfFile('honest'));
		const path = join(uploads, 'evidence', await pathOf(file.id));
		await writeFile(path, pdfFile('forged'));
		await expect(openEvidence(officer.client, file.id)).rejects.toMatchObject({ code: 'EXCHANGED' });
		await writeFile(path, pdfFile('honest'));
		expect(await openEvidence(officer.client, file.id)).not.toBeNull();
	});
});

describe.each([
	['another partner', () => stranger.client],
	['a donor', () => donor.client],
	['anybody with the publishable key', () => reporting.database.asAnonymous()],
])('%s', (_who, client) => {
	test('lists, opens, adds and removes nothing', async () => {
		const [file] = (await readEvidence(asker(officer), report.id)).files;
		const id = String(file?.id);
		const { data } = await client().from('evidence').select('id');
		expect(data ?? []).toEqual([]);
		expect(await openEvidence(client(), id).catch(() => null)).toBeNull();
		const as = { supabase: client(), lang: 'en' } as const;
		const outcome = addEvidence(as, ofReport(), { name: 'a.pdf', content: pdfFile('theirs') });
		expect(await outcome.catch(() => ({ problem: 'not-yours' }))).toMatchObject({ problem: 'not-yours' });
		const removed = removeEvidence(client(), id);
		expect(await removed.catch(() => ({ problem: 'not-yours' }))).toMatchObject({ problem: 'not-yours' });
		expect((await readEvidence(asker(officer), report.id)).files).toContainEqual(file);
	});

	test('gets nowhere in the store, though it knows the path', async () => {
		const [file] = (await readEvidence(asker(officer), report.id)).files;
		const path = await pathOf(String(file?.id));
		const folder = path.slice(0, path.lastIndexOf('/'));
		const store = client().storage.from('evidence');
		const type = { contentType: 'application/pdf' };
		expect((await store.download(path)).data).toBeNull();
		expect((await store.list(folder)).data ?? []).toEqual([]);
		expect((await store.createSignedUrl(path, 60)).data).toBeNull();
		expect((await store.upload(path, pdfFile('forged'), { ...type, upsert: true })).data).toBeNull();
		expect((await store.update(path, pdfFile('forged'), type)).data).toBeNull();
		expect((await store.upload(`${folder}/${randomUUID()}`, pdfFile('forged'), type)).data).toBeNull();
		expect((await store.createSignedUploadUrl(`${folder}/${randomUUID()}`)).data).toBeNull();
		expect((await store.move(path, `${folder}/${randomUUID()}`)).data).toBeNull();
		expect((await store.copy(path, `${folder}/${randomUUID()}`)).data).toBeNull();
		expect((await store.remove([path])).data ?? []).toEqual([]);
		const content = Buffer.from((await openEvidence(officer.client, String(file?.id)))?.content ?? []);
		expect(content).toEqual(pdfFile('list'));
	});
});

describe('the owner', () => {
	test('exchanges, moves or deletes no file that a row speaks of, and stores none elsewhere', async () => {
		const [file] = (await readEvidence(asker(officer), report.id)).files;
		const path = await pathOf(String(file?.id));
		const [organisation, id] = path.split('/');
		const store = officer.client.storage.from('evidence');
		const type = { contentType: 'application/pdf' };
		expect((await store.upload(path, pdfFile('forged'), { ...type, upsert: true })).data).toBeNull();
		expect((await store.move(path, `${organisation}/${id}/${randomUUID()}`)).data).toBeNull();
		expect((await store.remove([path])).data ?? []).toEqual([]);
		for (const elsewhere of [
			'file.pdf',
			`${organisation}/file.pdf`,
			`${organisation}/${randomUUID()}/${randomUUID()}`,
			`${randomUUID()}/${id}/${randomUUID()}`,
			`${organisation}/${id}/../${randomUUID()}`,
		])
			expect((await store.upload(elsewhere, pdfFile('x'), type)).data, elsewhere).toBeNull();
		expect(Buffer.from((await openEvidence(officer.client, String(file?.id)))?.content ?? [])).toEqual(
			pdfFile('list'),
		);
	});

	test('stores nothing that a browser would run', async () => {
		const path = (await pathOf(String((await readEvidence(asker(officer), report.id)).files[0]?.id))).replace(
			/[^/]*$/,
			randomUUID(),
		);
		const page = Buffer.from('<script>alert(1)</script>');
		const store = officer.client.storage.from('evidence');
		for (const contentType of [
			'text/html',
			'image/svg+xml',
			'application/xhtml+xml',
			'application/octet-stream',
		])
			expect((await store.upload(path, page, { contentType })).data, contentType).toBeNull();
	});
});

describe('once the report is handed in', () => {
	let file: EvidenceFile;

	test('the owner neither adds nor removes; donors know nothing yet', async () => {
		const answer = { inapplicable: 'No activity in this quarter' };
		const [line] = report.lines;
		await officer.save([changeOf(report, String(line?.seriesId), answer)]);
		file = await added('last.pdf', pdfFile('last'));
		expect(await countEvidence(asker(donor), report.id)).toEqual([]);
		expect(await submitReport(officer.client, report.id, randomUUID())).toMatchObject({ state: 'submitted' });
		expect(await send(officer, 'late.pdf', pdfFile('late'))).toMatchObject({ problem: 'submitted' });
		expect(await removeEvidence(officer.client, file.id)).toEqual({ state: 'refused', problem: 'submitted' });
		expect(await countEvidence(asker(donor), report.id)).toEqual([]);
	});

	test('taken back, it is struck out and stays readable', async () => {
		expect((await withdrawReport(officer.client, report.id)).state).toBe('withdrawn');
		expect(await removeEvidence(officer.client, file.id)).toEqual({ state: 'struck-out' });
		expect(await removeEvidence(officer.client, file.id)).toEqual({ state: 'removed' });
		const struck = (await readEvidence(asker(staff), report.id)).files.find(({ id }) => id === file.id);
		expect(struck).toMatchObject({ removedAt: expect.any(String), removable: false });
		expect(await openEvidence(staff.client, file.id)).toMatchObject({ name: 'last.pdf' });
		await submitReport(officer.client, report.id, randomUUID());
	});

	test('staff add what they saw, and take only that back, struck out', async () => {
		const outcome = await send(staff, 'visit.pdf', pdfFile('visit'));
		expect(outcome.state).toBe('added');
		const { files } = await readEvidence(asker(staff), report.id);
		expect(files.filter(({ removable }) => removable).map(({ name }) => name)).toEqual(['visit.pdf']);
		const visit = files.find(({ name }) => name === 'visit.pdf');
		expect(await removeEvidence(staff.client, String(visit?.id))).toEqual({ state: 'struck-out' });
	});

	test('and approved, donors know how many files there are, but for sensitive indicators', async () => {
		const { error } = await staff.client
			.from('report_revision')
			.update({ state: 'approved' })
			.eq('report_id', report.id)
			.eq('state', 'submitted');
		expect(error).toBeNull();
		const seen = await countEvidence(asker(staff), report.id);
		expect(seen.find(({ seriesId }) => seriesId === null)?.files).toBe(3);
		expect(seen).toHaveLength(2);
		const sensitive = report.lines.find(
			(line) => line.seriesId === seen.find((one) => one.seriesId)?.seriesId,
		);
		await reporting.database.sql.query('update indicator set sensitive = false where id = $1', [
			sensitive?.indicator.id,
		]);
		expect(await countEvidence(asker(donor), report.id)).toEqual(seen);
		await reporting.database.sql.query('update indicator set sensitive = true where id = $1', [
			sensitive?.indicator.id,
		]);
		expect(await countEvidence(asker(donor), report.id)).toEqual(
			seen.filter(({ seriesId }) => seriesId === null),
		);
		expect(await countEvidence(asker(stranger), report.id)).toEqual([]);
		expect((await donor.client.from('evidence').select('id')).data).toEqual([]);
	});
});

test('a report holds a hundred files and no more', async () => {
	const other = await stranger.find((one) => one.lock.kind === 'open');
	const place = { reportId: other.id, seriesId: null, activityId: null };
	const one = await addEvidence(asker(stranger), place, { name: 'a.pdf', content: pdfFile('a') });
	expect(one.state).toBe('added');
	await reporting.database.sql.query(
		`insert into evidence (id, report_id, programme_id, organisation_id, name, media_type, bytes, sha256, path)
		select n.id, e.report_id, e.programme_id, e.organisation_id, e.name, e.media_type, e.bytes,
			encode(sha256(n.id::text::bytea), 'hex'), concat_ws('/', e.organisation_id, e.report_id, n.id)
		from evidence e cross join (select gen_random_uuid() as id from generate_series(1, 99)) n where e.report_id = $1`,
		[other.id],
	);
	const last = await addEvidence(asker(stranger), place, { name: 'b.pdf', content: pdfFile('b') });
	expect(last).toMatchObject({ state: 'refused', problem: 'too-many' });
});
