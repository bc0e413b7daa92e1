import { aloneAs } from './alone.ts';
import { isUnsent, type KeptCell } from './keptCell.ts';
import { openStore } from './openStore.ts';
import { createOutbox, type Delivery } from './outbox.ts';
import { postChanges, type SendChanges } from './sendChanges.ts';
import { setMark } from './unsentMark.ts';

/** What a delivery of everything came to. */
export interface DeliveredAll {
	readonly ended: Delivery;
	/** Figures that are still only on this device: undelivered, in conflict or refused. */
	readonly unsent: number;
}

/**
 * Sends what a person has unsent in any report.
 * @param but a report whose own page sends what is typed there
 */
export async function deliverAll(
	person: string,
	{ but, send = postChanges }: { readonly but?: string | undefined; readonly send?: SendChanges } = {},
): Promise<DeliveredAll> {
	const store = await openStore(person);
	try {
		for (const reportId of await store.reportsWithUnsent()) {
			if (reportId === but) continue;
			const outbox = createOutbox({
				reportId,
				store: Promise.resolve(store),
				send,
				cells: new Map<string, KeptCell>(),
				newKey: () => crypto.randomUUID(),
				now: Date.now,
				alone: aloneAs(person),
			});
			await outbox.leaveAll();
			const ended = await outbox.deliver();
			if (ended !== 'done') return { ended, unsent: await unsentIn(store) };
		}
		const unsent = await unsentIn(store);
		setMark(person, unsent > 0 ? 'unsent' : 'kept');
		return { ended: 'done', unsent };
	} finally {
		store.close();
	}
}

/** How many figures of a person are only on this device. */
export async function countUnsent(person: string): Promise<number> {
	const store = await openStore(person);
	try {
		return await unsentIn(store);
	} finally {
		store.close();
	}
}

async function unsentIn(store: Awaited<ReturnType<typeof openStore>>): Promise<number> {
	const reports = await Promise.all((await store.reportsWithUnsent()).map((id) => store.cellsOf(id)));
	return reports.flat().filter(isUnsent).length;
}
