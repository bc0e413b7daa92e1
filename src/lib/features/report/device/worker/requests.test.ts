import { expect, test } from 'vitest';
import { kindOf, type RequestKind } from './requests.ts';

const origin = 'https://waymark.example';
const app = new Set(['/_app/immutable/entry.js', '/favicon.svg']);
const report = '/reports/5f0c8a52-7d11-4c3e-9a70-1c2f6f6f0a11';

const cases: readonly (readonly [string, string, RequestMode, RequestKind])[] = [
	['GET', '/reports', 'navigate', 'report-page'],
	['GET', `${report}?lang=ar`, 'navigate', 'report-page'],
	['GET', `${report}/check`, 'navigate', 'report-page'],
	['GET', `${report}/__data.json?x-sveltekit-invalidated=01`, 'cors', 'report-data'],
	['GET', '/reports/__data.json', 'cors', 'report-data'],
	['POST', `${report}/cells`, 'cors', 'other'],
	['GET', `${report}/evidence/1`, 'navigate', 'page'],
	['GET', '/', 'navigate', 'page'],
	['GET', '/__data.json', 'cors', 'other'],
	['GET', '/chart/x.svg', 'no-cors', 'other'],
	['POST', '/login', 'navigate', 'sign'],
	['POST', '/logout', 'navigate', 'sign'],
	['POST', '/invitation/abc', 'navigate', 'sign'],
	['GET', '/login', 'navigate', 'page'],
	['GET', '/_app/immutable/entry.js', 'cors', 'app'],
	['GET', '/rest/v1/report', 'cors', 'other'],
	['POST', '/auth/v1/token', 'cors', 'other'],
];

test.each(cases)('%s %s (%s) is %s', (method, path, mode, kind) => {
	expect(kindOf({ method, mode, url: origin + path }, origin, app)).toBe(kind);
});

test('another site’s file is nothing of ours', () => {
	expect(kindOf({ method: 'GET', mode: 'navigate', url: 'https://other.example/reports' }, origin, app)).toBe(
		'other',
	);
});
