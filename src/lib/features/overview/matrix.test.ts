import { describe, expect, it } from 'vitest';
import type { MatrixRow } from '#domain/page.ts';
import type { Standing } from '#domain/standing.ts';
import type { Status } from '#domain/status.ts';
import { groupRows, sortOf } from './matrix.ts';

const standing = (status: Status | null) => ({ status }) as Standing;

function row(
	framework: string,
	code: string,
	status: Status | null,
	more: Partial<MatrixRow> = {},
): MatrixRow {
	const head = { framework, code, frameworkName: framework, hidden: false, total: standing(status) };
	return { ...head, countries: {}, ...more } as MatrixRow;
}

const codes = (rows: readonly MatrixRow[], sort: 'attention' | 'code') =>
	groupRows(rows, sort).map((group) => [group.objective, group.rows.map(({ code }) => code).join(' ')]);

describe('the matrix', () => {
	const rows = [
		row('EUTF-2022', '1.1', 'achieved'),
		row('EUTF-2022', '1.2', 'on-track'),
		row('EUTF-2022', '3.2', 'no-target'),
		row('EUTF-2022', '3.3', 'off-track'),
		row('OTHER', 'A', null),
	];

	it('groups by objective, in the order of codes', () => {
		expect(codes(rows, 'code')).toEqual([
			['objective.eutf1', '1.1 1.2'],
			['objective.eutf3', '3.2 3.3'],
			[null, 'A'],
		]);
	});

	it('puts what needs attention first, groups and rows', () => {
		expect(codes(rows, 'attention')).toEqual([
			['objective.eutf3', '3.3 3.2'],
			['objective.eutf1', '1.2 1.1'],
			[null, 'A'],
		]);
	});

	it('ranks a total that cannot be judged by its worst country, and hidden rows last', () => {
		const mixed = [
			row('RDPP-NA', 'P1', null, { hidden: true, total: null }),
			row('RDPP-NA', 'P2', 'on-track'),
			row('RDPP-NA', 'P3', null, { countries: { EG: standing('achieved'), LY: standing('at-risk') } }),
		];
		expect(codes(mixed, 'attention')).toEqual([['objective.rdppP', 'P3 P2 P1']]);
	});

	it('is ordered as the address asks', () => {
		expect(
			['', 'sort=code', 'sort=attention', 'sort=x'].map((query) => sortOf(new URLSearchParams(query))),
		).toEqual(['attention', 'code', 'attention', 'attention']);
	});
});
