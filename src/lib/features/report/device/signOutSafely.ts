import { mount, unmount } from 'svelte';
import type { Language } from '#format/language.ts';
import { loadReportMessages, translator } from '#format/messages.ts';
import { countUnsent, deliverAll } from './deliverAll.ts';
import { forgetStrokes } from './lastStroke.ts';
import { openStore } from './openStore.ts';
import SignOutGuard from './SignOutGuard.svelte';
import { setMark, storage } from './unsentMark.ts';

/**
 * Signs out with nothing lost: where a person has figures that were not sent, it asks what is to happen to them.
 * @param leave signs out
 */
export async function signOutSafely(person: string, lang: Language, leave: () => void): Promise<void> {
	const unsent = await countUnsent(person);
	const discard = async () => {
		await forget(person);
		leave();
	};
	if (unsent === 0) return discard();

	const guard = mount(SignOutGuard, {
		target: document.body,
		props: {
			t: translator(lang, await loadReportMessages(lang)),
			unsent,
			send: async () => {
				const delivered = await deliverAll(person);
				if (delivered.unsent === 0) await discard();
				return delivered;
			},
			keep: leave,
			discard: () => void discard(),
			cancel: () => void unmount(guard),
		},
	});
}

async function forget(person: string): Promise<void> {
	const store = await openStore(person);
	await store.clear();
	store.close();
	forgetStrokes(storage(), person);
	setMark(person, null);
}
