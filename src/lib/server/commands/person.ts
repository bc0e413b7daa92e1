import type { Language } from '#domain/language.ts';
import type { Claims, WaymarkClient } from '../backend/backend.ts';
import { unwrap } from '../dataError.ts';
import type { MailSettings } from '../queries/person.ts';

/**
 * Keeps how somebody is written to.
 * @throws DataError when the backend does not answer
 */
export async function saveMailSettings(
	supabase: WaymarkClient,
	{ sub, email }: Claims,
	{ language, wantsMail }: MailSettings,
): Promise<void> {
	const wishes = { language, wants_mail: wantsMail };
	const kept = unwrap(
		await supabase.from('person').update(wishes).eq('user_id', sub).select('user_id'),
		'the choice of mails',
	);
	// Who has not told a name yet has no row, and is called by the address.
	if (kept.length === 0) {
		const row = { user_id: sub, name: email ?? '', email: email ?? null, ...wishes };
		unwrap(await supabase.from('person').upsert(row), 'the choice of mails');
	}
}

/** Remembers the language that somebody reads in, to write to them in it, unless they chose one. */
export async function rememberLanguage(supabase: WaymarkClient, language: Language): Promise<void> {
	// Row security leaves the reader's own row alone.
	unwrap(await supabase.from('person').update({ language }).is('language', null), 'a language');
}
