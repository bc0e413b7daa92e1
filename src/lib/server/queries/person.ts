import { type Language, languageOf } from '#domain/language.ts';
import type { Claims, WaymarkClient } from '../backend/backend.ts';
import { unwrap } from '../dataError.ts';

/** How somebody wants to be written to. */
export type MailSettings = {
	/** Null where nobody knows yet. */
	readonly language: Language | null;
	readonly wantsMail: boolean;
};

/** The name a person goes by here, or null for one who has not told it. */
export async function readOwnName(supabase: WaymarkClient, { sub }: Claims): Promise<string | null> {
	const [row] = unwrap(
		await supabase.from('person').select('name').eq('user_id', sub).limit(1),
		"a person's name",
	);
	return row?.name ?? null;
}

/** How a person wants to be written to: mails, unless they said otherwise. */
export async function readMailSettings(supabase: WaymarkClient, { sub }: Claims): Promise<MailSettings> {
	const [row] = unwrap(
		await supabase.from('person').select('language, wants_mail').eq('user_id', sub).limit(1),
		'the choice of mails',
	);
	return { language: languageOf(row?.language) ?? null, wantsMail: row?.wants_mail ?? true };
}
