import { test as base, type APIRequestContext, type Page } from '@playwright/test';
import { demonstrationPassword } from '../../src/lib/server/demo/content/accounts.ts';
import { runCli } from './waymarkProcess.ts';

/** The demonstration's people, by the name before the @ of their address. */
export type Person = 'donor' | 'staff' | 'manager' | 'admin' | 'unodc' | 'iom-egypt' | 'gfngo';

type Session = Awaited<ReturnType<APIRequestContext['storageState']>>;
type Sessions = (person: Person) => Promise<Session>;
/** What `waymark doctor --json` says of one thing. */
type Finding = { readonly what: string; readonly detail: string };
type Answer = { readonly status: number; readonly body: unknown };

/** The Supabase API as a script of this person's own would ask it: with the key and the person's token. */
export type PersonsApi = {
	/** A row-returning address under /rest/v1: `series?select=id`. */
	rows(address: string): Promise<Answer>;
	/** A function of schema reporting. */
	ask(name: string, args: Readonly<Record<string, string>>): Promise<Answer>;
};

type WorkerFixtures = {
	/** A person's signed-in state; each worker signs each person in once, by the form. */
	sessions: Sessions;
	/** The API of a visitor who has the publishable key and no more. */
	keyed: APIRequestContext;
	apiOf: (person: Person) => Promise<PersonsApi>;
};

type Fixtures = {
	/** Who is signed in on `page`; nobody unless a test says so by `test.use`. */
	person: Person | null;
	/** What the page complained of in the console, and answers it got that were errors. */
	complaints: string[];
};

/** Playwright's test with the demonstration's people: a page opens as `person`, and must not complain. */
export const test = base.extend<Fixtures, WorkerFixtures>({
	person: [null, { option: true }],

	storageState: async ({ person, sessions }, use) => {
		await use(person === null ? { cookies: [], origins: [] } : await sessions(person));
	},

	complaints: [
		async ({ page }, use) => {
			const complaints: string[] = [];
			listen(page, complaints);
			await use(complaints);
			base.expect(complaints, 'complaints of the page').toEqual([]);
		},
		{ auto: true },
	],

	sessions: [
		async ({ playwright }, use, { project }) => {
			const baseURL = String(project.use.baseURL);
			const signIn = async (person: Person) => {
				const headers = { origin: baseURL };
				const visitor = await playwright.request.newContext({ baseURL, extraHTTPHeaders: headers });
				await visitor.post('/login', { form: credentialsOf(person), maxRedirects: 0 });
				const session = await visitor.storageState();
				await visitor.dispose();
				base.expect(session.cookies.length, `${person} is signed in`).toBeGreaterThan(0);
				return session;
			};
			const known = new Map<Person, Promise<Session>>();
			await use((person) => {
				const session = known.get(person) ?? signIn(person);
				known.set(person, session);
				return session;
			});
		},
		{ scope: 'worker' },
	],

	keyed: [
		async ({ playwright }, use, { project }) => {
			const env = { WAYMARK_DATA: String(process.env['WAYMARK_TEST_DATA']) };
			const { stdout } = await runCli('waymark.ts', ['doctor', '--json'], env);
			const findings: Finding[] = stdout
				.trim()
				.split('\n')
				.map((line) => JSON.parse(line));
			const key = findings.find(({ what }) => what === 'publishable key');
			const visitor = await playwright.request.newContext({
				baseURL: String(project.use.baseURL),
				extraHTTPHeaders: { apikey: String(key?.detail) },
			});
			await use(visitor);
			await visitor.dispose();
		},
		{ scope: 'worker' },
	],

	apiOf: [
		async ({ keyed }, use) => {
			await use(async (person) => {
				const granted = await keyed.post('/auth/v1/token?grant_type=password', {
					data: credentialsOf(person),
				});
				const authorization = `Bearer ${(await granted.json()).access_token}`;
				return {
					rows: async (address) => {
						const answer = await keyed.get(`/rest/v1/${address}`, { headers: { authorization } });
						return { status: answer.status(), body: await answer.json() };
					},
					ask: async (name, args) => {
						const headers = { authorization, 'content-profile': 'reporting' };
						const answer = await keyed.post(`/rest/v1/rpc/${name}`, { data: args, headers });
						return { status: answer.status(), body: await answer.json() };
					},
				};
			});
		},
		{ scope: 'worker' },
	],
});

function credentialsOf(person: Person): { email: string; password: string } {
	return { email: `${person}@example.org`, password: demonstrationPassword };
}

/** Writes down what a page complains of. */
function listen(page: Page, complaints: string[]): void {
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
	});
	page.on('response', (answer) => {
		if (answer.status() >= 400) complaints.push(`${answer.status()} ${answer.url()}`);
	});
}
