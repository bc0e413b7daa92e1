import { describe, expect, it } from 'vitest';
import { decisionCodeOf, readProjectCode } from '#domain/projectCode.ts';

describe('project codes', () => {
	it.each([
		['T05-EUTF-NOA-LY-08-01', 'T05-EUTF-NOA-LY-08-01'],
		['T05-EUTF-NOA-TN–03', 'T05-EUTF-NOA-TN-03'],
		[' t05-eutf-noa-ly-08 ', 'T05-EUTF-NOA-LY-08'],
		['T05-EUTF-NOA-LY- 08 -01', 'T05-EUTF-NOA-LY-08-01'],
		['T05-EUTF-REG-NAFR-02-01', 'T05-EUTF-REG-NAFR-02-01'],
	])('%s is %s', (typed, code) => {
		expect(readProjectCode(typed)).toMatchObject({ code, parts: [code], test: false });
	});

	it('keeps two joined ids together and apart', () => {
		const parts = ['T05-EUTF-NOA-EG-01-01', 'T05-EUTF-NOA-EG-01-02'];
		expect(readProjectCode('T05-EUTF-NOA-EG-01-01 & T05-EUTF-NOA-EG-01-02')).toMatchObject({
			code: parts.join(' & '),
			parts,
		});
		expect(readProjectCode('T05-EUTF-NOA-EG-01-01&02')?.parts).toEqual(parts);
	});

	it('knows a test row', () => {
		expect(readProjectCode('T05-EUTF-NOA-xx-xx')).toMatchObject({ code: 'T05-EUTF-NOA-XX-XX', test: true });
		expect(readProjectCode('T05-EUTF-NOA-xx-xx')?.country).toBeUndefined();
	});

	it.each(['', 'T05-EUTF-NOA-', 'EU Trust Fund for Africa Results Framework', '&', 'T05'])(
		'%j is none',
		(typed) => {
			expect(readProjectCode(typed)).toBeUndefined();
		},
	);

	it('names a country where the id does', () => {
		expect(readProjectCode('T05-EUTF-NOA-LY-08')?.country).toBe('LY');
		expect(readProjectCode('T05-EUTF-NOA-REG-08')?.country).toBeUndefined();
	});

	it('knows the decision of a contract', () => {
		expect(decisionCodeOf('T05-EUTF-NOA-LY-08-01')).toBe('T05-EUTF-NOA-LY-08');
		expect(decisionCodeOf('T05-EUTF-NOA-LY-08')).toBeUndefined();
	});
});
