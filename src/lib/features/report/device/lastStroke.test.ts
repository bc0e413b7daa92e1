import { expect, test } from 'vitest';
import { forgetStrokes, lastStrokesIn } from './lastStroke.ts';

function storage(): Storage {
	const kept = new Map<string, string>();
	return {
		get length() {
			return kept.size;
		},
		key: (at) => [...kept.keys()][at] ?? null,
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key),
		clear: () => kept.clear(),
	};
}

test('what was typed last is found again by the same person in the same report', () => {
	const one = storage();
	lastStrokesIn(one, 'amal', 'report').keep('series', { value: 118 });
	expect(lastStrokesIn(one, 'amal', 'report').left()).toEqual([['series', { value: 118 }]]);
	expect(lastStrokesIn(one, 'amal', 'other').left()).toEqual([]);
	expect(lastStrokesIn(one, 'badr', 'report').left()).toEqual([]);
});

test('is forgotten once the database has it, unless more was typed meanwhile', () => {
	const strokes = lastStrokesIn(storage(), 'amal', 'report');
	strokes.keep('series', { value: 1 });
	strokes.keep('series', { value: 11 });
	strokes.forget('series', { value: 1 });
	expect(strokes.left()).toEqual([['series', { value: 11 }]]);
	strokes.forget('series', { value: 11 });
	expect(strokes.left()).toEqual([]);
});

test('a browser that keeps nothing is no reason to stop', () => {
	const strokes = lastStrokesIn(undefined, 'amal', 'report');
	strokes.keep('series', { value: 1 });
	expect(strokes.left()).toEqual([]);
});

test('who discards their figures leaves none behind, and others keep theirs', () => {
	const one = storage();
	lastStrokesIn(one, 'amal', 'report').keep('series', { value: 1 });
	lastStrokesIn(one, 'badr', 'report').keep('series', { value: 2 });
	forgetStrokes(one, 'amal');
	expect(lastStrokesIn(one, 'amal', 'report').left()).toEqual([]);
	expect(lastStrokesIn(one, 'badr', 'report').left()).toHaveLength(1);
});
