import { describe, expect, test } from 'vitest';
import type { Cell } from '#domain/entry.ts';
import {
	answered,
	cellFromServer,
	changeOf,
	handedOver,
	left,
	newestAnswer,
	refreshed,
	settled,
	typed,
} from './keptCell.ts';

const empty: Cell = { version: 0, answer: {}, changedBy: null, changedAt: null };
const start = cellFromServer('report', 'series', empty);
const edit = (cell: typeof start, value: number) => left(typed(cell, { value }, 'page'), 1);
const at = (version: number, value: number): Cell => ({
	version,
	answer: { value },
	changedBy: 'A colleague',
	changedAt: null,
});

describe('typing', () => {
	test('back to what the server holds leaves nothing to send', () => {
		expect(typed(typed(start, { value: 1 }, 'page'), {}, 'page')).toEqual(start);
	});

	test('on before it was sent keeps only the newest', () => {
		const cell = handedOver(edit(edit(start, 1), 2), 'key');
		expect(changeOf(cell)).toMatchObject({ key: 'key', baseVersion: 0, answer: { value: 2 } });
		expect(cell.wanted).toBeNull();
	});

	test('on while it is sent waits for the answer, under a key of its own', () => {
		const sent = edit(handedOver(edit(start, 1), 'first'), 2);
		expect(handedOver(sent, 'second').sent?.key).toBe('first');
		const next = handedOver(answered(sent, { key: 'first', state: 'saved', version: 1 }), 'second');
		expect(changeOf(next)).toMatchObject({ key: 'second', baseVersion: 1, answer: { value: 2 } });
	});

	test('on after a lost answer goes on top of that change, not of what a colleague wrote over it', () => {
		const lost = edit(handedOver(edit(start, 1), 'first'), 2);
		const told = answered(refreshed(lost, at(2, 9), true), { key: 'first', state: 'saved', version: 1 });
		expect(changeOf(handedOver(told, 'second'))).toMatchObject({ baseVersion: 1 });
	});
});

describe('a conflict', () => {
	const conflict = answered(handedOver(edit(start, 1), 'key'), {
		key: 'key',
		state: 'conflict',
		current: at(3, 9),
	});

	test('keeps what was typed and sends nothing', () => {
		expect(newestAnswer(conflict)).toEqual({ value: 1 });
		expect(handedOver(left(conflict, 2), 'other').sent).toBeNull();
		expect(handedOver(edit(conflict, 5), 'other').sent).toBeNull();
	});

	test('ends with mine on top of theirs, or with theirs', () => {
		const mine = handedOver(settled(conflict, 'mine', 2), 'other');
		expect(changeOf(mine)).toMatchObject({ key: 'other', baseVersion: 3, answer: { value: 1 } });
		const theirs = settled(conflict, 'theirs', 2);
		expect(theirs).toEqual(cellFromServer('report', 'series', at(3, 9)));
	});

	test('shows the newest of theirs', () => {
		expect(refreshed(conflict, at(4, 10), true).stop).toEqual({ kind: 'conflict', theirs: at(4, 10) });
	});

	test('about the same value is none', () => {
		const same = answered(handedOver(edit(start, 9), 'key'), {
			key: 'key',
			state: 'conflict',
			current: at(3, 9),
		});
		expect(same).toEqual(cellFromServer('report', 'series', at(3, 9)));
	});
});

describe('a refusal', () => {
	const refused = answered(handedOver(edit(start, 1), 'key'), {
		key: 'key',
		state: 'refused',
		reason: 'submitted',
	});

	test('keeps what was typed until the report opens again', () => {
		expect(newestAnswer(refused)).toEqual({ value: 1 });
		expect(refreshed(refused, empty, false).stop).toEqual({ kind: 'refused', reason: 'submitted' });
		const open = handedOver(left(refreshed(refused, empty, true), 2), 'other');
		expect(changeOf(open)).toMatchObject({ key: 'other', answer: { value: 1 } });
	});
});

test('an answer to another question changes nothing', () => {
	const sent = handedOver(edit(start, 1), 'key');
	expect(answered(sent, { key: 'another', state: 'saved', version: 7 })).toBe(sent);
});
