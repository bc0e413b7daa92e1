import { describe, expect, it } from 'vitest';
import type { Narrative } from '#domain/entry.ts';
import { NarrativeKeeper, type NarrativeSaved } from '#features/report/narrative.svelte.ts';
import { entryReport } from '../../../../tests/support/entryReport.ts';

/** A server that keeps words on top of the version they were made from, and can be out of reach. */
function wordsServer() {
	let held: Narrative = entryReport().narrative;
	let deliveries = 0;
	return {
		isAway: false,
		get held() {
			return held;
		},
		get deliveries() {
			return deliveries;
		},
		async post(_id: string, sent: Narrative): Promise<NarrativeSaved> {
			if (this.isAway) throw new TypeError('no connection');
			deliveries += 1;
			if (sent.version !== held.version) return { state: 'conflict', current: held };
			held = { ...sent, version: held.version + 1 };
			return { state: 'saved', version: held.version };
		},
	};
}

async function settled(kept: NarrativeKeeper): Promise<void> {
	await expect.poll(() => kept.state).not.toBe('saving');
}

function open() {
	const server = wordsServer();
	const keeper = () => new NarrativeKeeper(entryReport(), (id, sent) => server.post(id, sent));
	return { server, kept: keeper(), colleague: keeper() };
}

describe('words', () => {
	it('are sent on leaving, once', async () => {
		const { server, kept } = open();
		kept.change('progress', 'Courts');
		kept.change('progress', 'Courts were trained');
		kept.send();
		await settled(kept);
		kept.send();
		expect(server.held).toMatchObject({ progress: 'Courts were trained', version: 1 });
		expect([kept.state, server.deliveries]).toEqual(['saved', 1]);
	});

	it('wait for the connection, and go when it is back', async () => {
		const { server, kept } = open();
		server.isAway = true;
		kept.change('next', 'Monitoring');
		kept.send();
		await settled(kept);
		expect(kept.state).toBe('waiting');
		server.isAway = false;
		kept.send();
		await settled(kept);
		expect(server.held.next).toBe('Monitoring');
	});

	it('written on while they are sent go after them', async () => {
		const { server, kept } = open();
		kept.change('progress', 'One');
		kept.send();
		kept.change('progress', 'One, two');
		await expect.poll(() => server.held.progress).toBe('One, two');
		expect(server.held.version).toBe(2);
	});

	it.each(['mine', 'theirs'] as const)('that a colleague changed are a choice: %s', async (choice) => {
		const { server, kept, colleague } = open();
		colleague.change('progress', 'theirs');
		colleague.send();
		await settled(colleague);
		kept.change('progress', 'mine');
		kept.send();
		await settled(kept);
		expect([kept.state, kept.theirs?.progress, kept.words.progress]).toEqual(['conflict', 'theirs', 'mine']);
		kept.settle(choice);
		await settled(kept);
		expect(server.held.progress).toBe(choice);
		expect([kept.state, kept.words.progress]).toEqual(['saved', choice]);
	});
});
