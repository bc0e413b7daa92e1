import { afterAll, beforeAll, expect, it } from 'vitest';
import { rememberLanguage, saveMailSettings } from '../../../src/lib/server/commands/person.ts';
import { readMailSettings } from '../../../src/lib/server/queries/person.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

async function somebody(email: string, named: boolean) {
	const sub = await database.createUser(email);
	if (named)
		await database.sql.query('insert into person (user_id, name, email) values ($1, $2, $2)', [sub, email]);
	return { supabase: await database.asUser(sub), claims: { sub, email } };
}

it('are mails in a language nobody knows yet, until somebody chooses', async () => {
	const { supabase, claims } = await somebody('new@example.org', false);
	expect(await readMailSettings(supabase, claims)).toEqual({ language: null, wantsMail: true });
	await saveMailSettings(supabase, claims, { language: 'ar', wantsMail: false });
	expect(await readMailSettings(supabase, claims)).toEqual({ language: 'ar', wantsMail: false });
	await saveMailSettings(supabase, claims, { language: 'fr', wantsMail: true });
	expect(await readMailSettings(supabase, claims)).toEqual({ language: 'fr', wantsMail: true });
});

it('follow the language somebody signs in with, but not over their choice', async () => {
	const { supabase, claims } = await somebody('reader@example.org', true);
	await rememberLanguage(supabase, 'ar');
	await rememberLanguage(supabase, 'en');
	expect(await readMailSettings(supabase, claims)).toEqual({ language: 'ar', wantsMail: true });
});

it('are everybody’s own: nobody changes or reads another’s', async () => {
	const one = await somebody('one@example.org', true);
	const other = await somebody('other@example.org', true);
	await saveMailSettings(one.supabase, one.claims, { language: 'fr', wantsMail: false });
	await rememberLanguage(one.supabase, 'fr');
	expect(await readMailSettings(other.supabase, other.claims)).toEqual({ language: null, wantsMail: true });
	expect(await readMailSettings(other.supabase, one.claims)).toEqual({ language: null, wantsMail: true });
	await expect(
		saveMailSettings(other.supabase, one.claims, { language: 'en', wantsMail: true }),
	).rejects.toThrow(/choice of mails/);
	expect(await readMailSettings(one.supabase, one.claims)).toEqual({ language: 'fr', wantsMail: false });
});

it('keep the name and take no language that is not spoken here', async () => {
	const { supabase, claims } = await somebody('named@example.org', true);
	await saveMailSettings(supabase, claims, { language: 'fr', wantsMail: true });
	const { data } = await supabase.from('person').select('name');
	expect(data).toEqual([{ name: 'named@example.org' }]);
	const { error } = await supabase.from('person').update({ language: 'de' }).eq('user_id', claims.sub);
	expect(error).not.toBeNull();
});
