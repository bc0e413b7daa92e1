import { expect, it } from 'vitest';
import { figureOf } from '#domain/absence.ts';
import { isStatus } from '#domain/status.ts';

it('zero is a figure, null is an absence with its reason', () => {
	expect(figureOf(0, 'missing')).toEqual({ kind: 'value', value: 0 });
	expect(figureOf(null, 'no-target')).toEqual({ kind: 'absent', why: 'no-target' });
	expect(figureOf(undefined, 'missing')).toEqual({ kind: 'absent', why: 'missing' });
});

it('knows a status from any other word', () => {
	expect(isStatus('at-risk')).toBe(true);
	expect(isStatus('fine')).toBe(false);
});
