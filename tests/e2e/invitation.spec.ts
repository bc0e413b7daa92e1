import { expect, test } from '@playwright/test';
import { runCli } from '../support/waymarkProcess.ts';

test.use({ javaScriptEnabled: false });

/** A letter made at the keyboard while the server runs. */
async function inviteTo(email: string): Promise<string> {
	const { code, stdout, stderr } = await runCli(
		'waymark.ts',
		['invite', '--email', email, '--role', 'donor', '--every-programme', '--json'],
		{ WAYMARK_DATA: String(process.env['WAYMARK_TEST_DATA']) },
	);
	expect(code, stderr).toBe(0);
	return (JSON.parse(stdout) as { link: string }).link;
}

test('an invited person chooses a password and is in; the link is then spent', async ({ browser }) => {
	const email = 'invited@example.org';
	const link = await inviteTo(email);
	const theirs = await browser.newContext();
	const page = await theirs.newPage();
	await page.goto(link);
	await expect(page.getByLabel('Address of your account')).toHaveValue(email);

	await page.getByLabel('Your name').fill('Amina Idrissi');
	await page.getByLabel('Choose a password').fill('waymarkwaymark');
	await page.getByRole('button', { name: 'Create the account' }).click();
	await expect(page).toHaveURL('/');
	await expect(page.getByText(email).first()).toBeAttached();

	await page.goto(link);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link cannot be used');
	const others = await browser.newContext();
	const another = await others.newPage();
	await another.goto(link);
	await expect(another.getByRole('heading', { level: 1 })).toHaveText('This link cannot be used');
	await expect(another.getByRole('button', { name: 'Create the account' })).toHaveCount(0);
	await theirs.close();
	await others.close();
});

test('an address with an account is told to sign in first', async ({ page }) => {
	await page.goto(await inviteTo('donor@example.org'));
	await page.getByLabel('Your name').fill('Somebody else');
	await page.getByLabel('Choose a password').fill('waymarkwaymark');
	await page.getByRole('button', { name: 'Create the account' }).click();
	await expect(page.getByRole('alert')).toContainText('has an account already');
});
