import type { Claims, WaymarkClient } from '../backend/backend.ts';
import { unwrap } from '../dataError.ts';

/** The name a person goes by here, or null for one who has not told it. */
export async function readOwnName(supabase: WaymarkClient, { sub }: Claims): Promise<string | null> {
	const [row] = unwrap(
		await supabase.from('person').select('name').eq('user_id', sub).limit(1),
		"a person's name",
	);
	return row?.name ?? null;
}
