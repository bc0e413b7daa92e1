import { expect, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoOverflow, scriptsRun } from '../support/pageChecks.ts';
import { type Person, test } from '../support/people.ts';

const TITLE = 'Follow-up of the workshop in Cairo';

test('two organisations count the same people and agree that they are the same', async ({
	browser,
	sessions,
	apiOf,
	baseURL,
}) => {
	/** This person's activities of the quarter that is being filled in. */
	const activitiesOf = async (person: Person) => {
		const { body } = await (await apiOf(person)).ask('workspace', {});
		const { reports } = body as {
			reports: { id: string; project: { code: string }; period: { code: string } }[];
		};
		const owed = reports.find(
			({ project, period }) => project.code === 'DEMO-PROT-EG' && period.code === '2023-Q1',
		);
		const page = await openAs(browser, await sessions(person), String(baseURL));
		await page.goto(`/reports/${owed?.id}/activities?lang=en`);
		await scriptsRun(page);
		return page;
	};
	const iom = await activitiesOf('iom-egypt');
	await iom.getByText('Add an activity').click();
	const form = iom.locator('#new');
	await form.getByLabel('What it was').fill(TITLE);
	await form.getByLabel('First day').fill('2023-02-07');
	await form.getByLabel('Last day').fill('2023-02-09');
	await form.getByLabel('Country of the venue').selectOption('EG');
	await form.getByLabel('Town or place').fill('Cairo');
	await form.getByLabel('People who took part').fill('21');
	await form.getByLabel('Women').first().fill('9');
	await form.getByLabel('Men', { exact: true }).first().fill('12');
	await form.getByLabel('Country of origin').first().selectOption('EG');
	await form.getByRole('button', { name: 'Save the activity' }).click();
	await count(eventOn(iom), '21');

	const gfngo = await activitiesOf('gfngo');
	await count(eventOn(gfngo), '٢١');
	await expect(stateOf(gfngo)).toHaveAttribute('data-overlap', 'nobody');
	await expect(eventOn(gfngo).getByRole('heading', { name: 'IOM Egypt also counts people' })).toBeVisible();
	await answer(gfngo, 'Answer', '19');
	await expect(stateOf(gfngo)).toHaveAttribute('data-overlap', 'waiting');

	await iom.reload();
	await expect(stateOf(iom)).toHaveAttribute('data-overlap', 'asked');
	await answer(iom, 'Answer', '21');
	await expect(stateOf(iom)).toHaveText(/You said 21, they said 19/);

	await gfngo.reload();
	await answer(gfngo, 'Change the answer', '21');
	await expect(stateOf(gfngo)).toHaveAttribute('data-overlap', 'agreed');
	await expect(stateOf(gfngo)).toHaveAttribute('data-value', '21');
	await iom.reload();
	await expect(stateOf(iom)).toHaveText(/^Agreed on .*: 21 people are the same people/);

	const id = String(await eventOn(iom).getAttribute('id'));
	const { body } = await (
		await apiOf('staff')
	).rows(`activity_overlap?select=participants&activity_id=eq.${id}`);
	expect(body).toEqual([{ participants: 21 }]);

	for (const lang of ['en', 'ar']) {
		await gfngo.setViewportSize({ width: 360, height: 740 });
		await gfngo.goto(`${new URL(gfngo.url()).pathname}?lang=${lang}`);
		await scriptsRun(gfngo);
		await gfngo.locator('#new > summary').click();
		await expectNoOverflow(gfngo);
		await expectAccessible(gfngo);
	}
	await Promise.all([iom.context().close(), gfngo.context().close()]);
});

async function openAs(
	browser: Browser,
	storageState: NonNullable<BrowserContextOptions['storageState']>,
	baseURL: string,
): Promise<Page> {
	const context = await browser.newContext({ storageState, baseURL });
	return context.newPage();
}

function eventOn(page: Page): Locator {
	return page.getByRole('article').filter({ hasText: TITLE });
}

function stateOf(page: Page): Locator {
	return eventOn(page).locator('[data-overlap]');
}

/** Says how many of the event's people stand in the training of CSO staff. */
async function count(event: Locator, people: string): Promise<void> {
	const figure = event.getByLabel('Figure').locator('option', { hasText: /^C1 / });
	await event.getByLabel('Figure').selectOption(await figure.getAttribute('value'));
	await event.getByLabel('People who count').fill(people);
	await event.getByRole('button', { name: 'Count people' }).click();
	await expect(event.getByLabel(/^People in C1/)).toHaveValue('21');
}

async function answer(page: Page, button: string, people: string): Promise<void> {
	await eventOn(page).getByLabel('How many are the same people?').fill(people);
	await eventOn(page).getByRole('button', { name: button }).click();
}
