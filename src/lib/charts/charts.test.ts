import { describe, expect, it, test } from 'vitest';
import { breakdown, type BreakdownParts } from '#charts/breakdown.ts';
import { coverage, type CoverageBar } from '#charts/coverage.ts';
import { drawAt, drawChart } from '#charts/draw.ts';
import { figureBars, type FigureBar } from '#charts/figureBars.ts';
import { type PathPoint, type ProgressOverTime, progressOverTime } from '#charts/progressOverTime.ts';
import { textWidth, wrapText } from '#charts/textWidth.ts';
import { tooltipLines } from '#charts/tooltip.ts';
import type { ChartKind, ChartView } from '#charts/view.ts';
import { light, page } from '#design/palette.ts';
import { formatsFor } from '#format/formats.ts';
import { loadMessages } from '#format/messages.ts';

const en = formatsFor('en', await loadMessages('en'));
const ar = formatsFor('ar', await loadMessages('ar'));
const wide: ChartView = { formats: en, colours: page, width: 600 };

const point = (period: string, actual: number | null, more: Partial<PathPoint> = {}): PathPoint => ({
	period,
	actual,
	atLeast: false,
	expected: 50,
	target: 200,
	due: 1,
	reported: actual === null ? 0 : 1,
	...more,
});
const path: ProgressOverTime = {
	baseline: 10,
	points: [
		point('2022-Q1', 20),
		point('2022-Q2', null),
		point('2022-Q3', 90, { atLeast: true, target: 250 }),
		point('2022-Q4', null, { due: 0, pending: 30 }),
	],
};
const bars: readonly FigureBar[] = [
	{ name: 'Egypt', actual: 1234, expected: 1600, target: 2500, pending: 300 },
	{ name: 'Libya', actual: null, expected: 100, target: 400, pending: null },
];
const split: BreakdownParts = {
	dimensions: ['Age', 'Sex'],
	total: 21,
	unknown: 'Unknown',
	parts: [
		{ categories: ['Unknown', 'Unknown'], value: 2 },
		{ categories: ['18–29', 'Women'], value: 9 },
		{ categories: ['18–29', 'Men'], value: 10 },
	],
};
const months: readonly CoverageBar[] = [
	{ period: '2022-Q3', due: 10, reported: 10 },
	{ period: '2022-Q4', due: 12, reported: 7, pending: 3 },
];

/** One series of an option, by its name. */
function seriesNamed<Values>(kind: ChartKind<Values>, values: Values, name: string, view = wide) {
	const { series } = kind.option(values, view).option;
	return (Array.isArray(series) ? series : [series]).find((one) => one?.name === name);
}

describe('actual against the expected path', () => {
	it('leaves a gap where a quarter is missing and marks it open', () => {
		expect(seriesNamed(progressOverTime, path, 'Actual, approved')).toMatchObject({
			connectNulls: false,
			data: [20, null, { value: 90 }, null],
		});
		expect(seriesNamed(progressOverTime, path, 'Not reported')?.data).toEqual(['-', 10, '-', '-']);
	});

	it('stands what waits on the last approved figure', () => {
		const { series } = progressOverTime.option(path, wide).option;
		const stacked = (Array.isArray(series) ? series : []).filter((one) => one?.type === 'bar');
		expect(stacked.map((one) => one.data)).toEqual([
			[null, null, null, 90],
			[null, null, null, 30],
		]);
	});

	it("draws the target's own history as steps", () => {
		expect(seriesNamed(progressOverTime, path, 'Target as set at the time')).toMatchObject({
			step: 'end',
			data: [200, 200, 250, 200],
		});
	});

	it('says it in a sentence and in a table', () => {
		expect(progressOverTime.summary(path, en)).toBe(
			'By Q3 2022 the actual was 90; 50 was expected. The final target is 250. Not reported: Q2 2022.',
		);
		const { columns, rows } = progressOverTime.table(path, en);
		expect(columns.map((column) => column.label)).toEqual([
			'Period',
			'Actual',
			'Waiting for approval',
			'Expected path',
			'Final target',
		]);
		expect(rows.map((row) => row[1])).toEqual([
			{ text: '20', value: 20 },
			{ text: 'not reported', value: null },
			{ text: 'at least 90', value: 90 },
			{ text: 'not due', value: null },
		]);
	});

	it('has nothing to draw without a figure', () => {
		expect(progressOverTime.isEmpty({ baseline: 0, points: [point('2022-Q1', null)] })).toBe(true);
		expect(progressOverTime.isEmpty(path)).toBe(false);
		expect(progressOverTime.summary({ baseline: 0, points: [] }, en)).toBe('No figure is approved yet.');
	});

	it('never reads an absent figure as zero', () => {
		const lonely = { baseline: null, points: [point('2022-Q1', 5, { expected: null, target: null })] };
		expect(progressOverTime.summary(lonely, en)).toBe('By Q1 2022 the actual was 5. There is no target.');
		expect(seriesNamed(progressOverTime, lonely, 'Expected path')?.data).toEqual([null]);
	});
});

describe('figures side by side', () => {
	it('keeps an absent figure empty and says so at its end', () => {
		expect(seriesNamed(figureBars, bars, 'Actual, approved')?.data).toEqual([1234, '-']);
		const { yAxis } = figureBars.option(bars, wide).option;
		expect(yAxis).toMatchObject([{ data: ['Egypt', 'Libya'] }, { data: ['1,234', 'not reported'] }]);
	});

	it('runs from right to left in Arabic', () => {
		const { xAxis, yAxis } = figureBars.option(bars, { ...wide, formats: ar }).option;
		expect(xAxis).toMatchObject({ inverse: true });
		expect(yAxis).toMatchObject([{ position: 'right' }, { position: 'left' }]);
	});

	it('says who stands highest only of those who have a figure', () => {
		expect(figureBars.summary(bars, en)).toBe('Egypt: 1,234.');
	});
});

describe('who is in a figure', () => {
	it('puts the unknown last, in grey', () => {
		const { yAxis } = breakdown.option(split, wide).option;
		expect(yAxis).toMatchObject({ data: ['18–29', 'Unknown'] });
		expect(seriesNamed(breakdown, split, 'Unknown')).toMatchObject({
			data: ['-', 2],
			itemStyle: { color: page['line-strong'] },
		});
	});

	it('names the largest part', () => {
		expect(breakdown.summary(split, en)).toBe('The largest part is 18–29 and Men with 10.');
	});
});

describe('coverage', () => {
	it('draws what is in over what was due', () => {
		expect(seriesNamed(coverage, months, 'Not yet reported')?.data).toEqual([10, 12]);
		expect(seriesNamed(coverage, months, 'Approved')?.data).toEqual([10, 7]);
		expect(seriesNamed(coverage, months, 'Waiting for approval')?.data).toEqual([null, 3]);
		expect(coverage.summary(months, en)).toBe('In Q4 2022, 7 of 12 figures were approved.');
	});
});

describe('drawings', () => {
	test.each([
		['progress-over-time', () => drawAt(progressOverTime, path, en, 600, 'light')],
		['progress-over-time-ar', () => drawAt(progressOverTime, path, ar, 340, 'dark')],
		['figure-bars', () => drawAt(figureBars, bars, en, 600, 'light')],
		['breakdown', () => drawAt(breakdown, split, en, 600, 'light')],
		['coverage', () => drawAt(coverage, months, en, 600, 'light')],
	])('%s looks as before', async (name, draw) => {
		await expect(draw().replaceAll('><', '>\n<')).toMatchFileSnapshot(`../../../tests/pictures/${name}.svg`);
	});

	it('take the colours of the page, or fixed ones for a file', () => {
		expect(drawChart(figureBars, bars, en).wide).toContain('var(--bar)');
		expect(drawAt(figureBars, bars, en, 600, 'light')).toContain(light.bar);
		expect(drawAt(figureBars, bars, en, 600, 'light')).not.toContain('var(');
	});

	it('keep apart on one page', () => {
		const { narrow, wide: other } = drawChart(coverage, months, en);
		const idsOf = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
		expect(idsOf(narrow).length).toBeGreaterThan(0);
		expect(idsOf(narrow).filter((id) => idsOf(other).includes(id))).toEqual([]);
	});
});

describe('what a pointer reads', () => {
	it('is the period and the exact figures that are there', () => {
		const pointedAt = [
			{ name: '2022-Q3', seriesName: 'Actual', value: 1234.5678, color: 'red' },
			{ name: '2022-Q3', seriesName: 'Expected path', value: '-' },
			{ name: '2022-Q3', seriesName: 'series\u00003', value: 90 },
		];
		expect(tooltipLines(pointedAt, en)).toEqual({
			title: 'Q3 2022',
			lines: [{ label: 'Actual', text: '1,234.5678', colour: 'red' }],
		});
	});
});

describe('room for text', () => {
	it('grows with the text and leaves marks of direction out', () => {
		expect(textWidth('Egypt', 10)).toBeCloseTo(26.7, 1);
		expect(textWidth('\u2068Egypt\u2069', 10)).toBe(textWidth('Egypt', 10));
	});

	it('wraps at spaces and shortens what is left over', () => {
		const text = wrapText('General Federation of NGOs and Civil Associations', 110, 13, 2);
		expect(text.split('\n')).toHaveLength(2);
		expect(text).toMatch(/…$/);
		for (const line of text.split('\n')) expect(textWidth(line, 13)).toBeLessThanOrEqual(110);
		expect(wrapText('Egypt', 110, 13)).toBe('Egypt');
	});
});
