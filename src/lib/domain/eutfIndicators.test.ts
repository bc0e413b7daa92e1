import { describe, expect, it } from 'vitest';
import {
	EUTF_2018,
	EUTF_2022,
	EUTF_CROSSWALK,
	EUTF_INDICATORS,
	eutfIndicatorsTitled,
} from '#domain/eutfIndicators.ts';
import { compareIndicatorCodes } from '#domain/indicatorCode.ts';

const codesOf = (framework: string) =>
	EUTF_INDICATORS.filter((i) => i.framework === framework).map((i) => i.code);

describe('the EUTF common output indicators', () => {
	it('are 41 of 2018 and 38 of 2022, each code once and in order', () => {
		for (const [framework, count] of [
			[EUTF_2018, 41],
			[EUTF_2022, 38],
		] as const) {
			const codes = codesOf(framework);
			expect(codes).toHaveLength(count);
			expect(new Set(codes).size).toBe(count);
			expect(codes.toSorted(compareIndicatorCodes)).toEqual(codes);
		}
	});

	it('share six titles', () => {
		const shared = EUTF_INDICATORS.filter(
			(i) => i.framework === EUTF_2018 && eutfIndicatorsTitled(i.title).length > 1,
		);
		expect(shared.map((i) => i.code)).toEqual(['1.2', '2.1', '2.3', '2.5', '3.10', '5.3']);
	});

	it('are found with and without the double space', () => {
		const title = EUTF_INDICATORS.find((i) => i.framework === EUTF_2018 && i.code === '4.2')?.title ?? '';
		expect(title).toContain('trained  on');
		expect(eutfIndicatorsTitled(title)).toHaveLength(1);
		expect(eutfIndicatorsTitled(title.replace('  ', ' '))).toEqual(eutfIndicatorsTitled(title));
		expect(eutfIndicatorsTitled('Number of staff trained')).toEqual([]);
	});

	it('are joined only where the meaning is one', () => {
		const added = EUTF_CROSSWALK.filter((link) => link.relation !== 'partly');
		for (const code of ['2.2', '3.5', '3.8', '4.1']) {
			expect(added.find((link) => link.from.code === code && link.to.code === code)).toBeUndefined();
		}
		expect(added.find((link) => link.from.code === '3.5')?.to.code).toBe('3.5bis');
	});

	it('are joined to at most one successor, and each end exists', () => {
		const from = EUTF_CROSSWALK.map((link) => link.from.code);
		expect(new Set(from).size).toBe(from.length);
		for (const link of EUTF_CROSSWALK) {
			expect(codesOf(EUTF_2018)).toContain(link.from.code);
			expect(codesOf(EUTF_2022)).toContain(link.to.code);
		}
		const added = EUTF_CROSSWALK.filter((link) => link.relation !== 'partly').map((link) => link.to.code);
		expect(new Set(added).size).toBe(added.length);
	});

	it('guard victims of trafficking', () => {
		expect(EUTF_INDICATORS.filter((i) => i.sensitive).map((i) => `${i.framework} ${i.code}`)).toEqual([
			`${EUTF_2018} 4.4`,
		]);
	});
});
