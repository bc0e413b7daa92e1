import { idOf } from './idOf.ts';
import type { Organisation } from './people.ts';
import { partnersOf, programmes } from './people.ts';
import type { About, Row } from './world.ts';

export const indicators = [
	{ code: 'trained', sensitive: false },
	{ code: 'victims', sensitive: true },
] as const;

export const periods = [
	{ code: '2025-Q1', starts_on: '2025-01-01', ends_on: '2025-03-31' },
	{ code: '2025-Q2', starts_on: '2025-04-01', ends_on: '2025-06-30' },
	{ code: '2025-Q3', starts_on: '2025-07-01', ends_on: '2025-09-30' },
] as const;

/** Reference data, and each programme with a project that both partners implement and a contract for each. */
export function structureRows(): Row[] {
	const rows: Row[] = [];
	const add = (table: string, label: string, about: About, values: Row['values']) => {
		rows.push({ table: `public.${table}`, label, about, values });
	};

	add('country', 'Morocco', {}, { iso2: 'MA', name: 'Morocco' });
	add('fund', 'fund', {}, { code: 'EUTF', name: 'EU Trust Fund' });
	add('framework', 'framework', {}, { code: 'CORE', name: 'Core indicators', published_on: '2024-01-01' });
	add('scale', 'scale', {}, { code: 'readiness', levels: ['none', 'some', 'full'] });
	for (const { code, sensitive } of indicators) {
		const id = idOf(`indicator ${code}`);
		add(
			'indicator',
			code,
			{},
			{
				id,
				framework_code: 'CORE',
				code,
				title: code,
				unit: 'people',
				sensitive,
				family_id: id,
				value_kind: 'increment',
			},
		);
		add('indicator_wording', code, {}, { indicator_id: id, language: 'fr', version: 1, title: code });
	}
	add(
		'indicator_crosswalk',
		'trained to victims',
		{},
		{
			from_id: idOf('indicator trained'),
			to_id: idOf('indicator victims'),
			relation: 'partly',
		},
	);
	for (const period of periods)
		add('period', period.code, {}, { ...period, kind: 'quarter', as_of: period.ends_on });

	for (const programme of programmes) {
		const both = partnersOf[programme];
		const about = { programme, organisations: both };
		add('programme', programme, about, { id: idOf(programme), code: programme, name: programme });
		addProject(`${programme}/shared`, about);
		for (const { code } of periods) {
			add('programme_period', `${programme} ${code}`, about, {
				programme_id: idOf(programme),
				period_code: code,
			});
		}
		for (const organisation of both) {
			const owned = { programme, organisations: [organisation] };
			add(
				'organisation',
				organisation,
				{},
				{ id: idOf(organisation), slug: organisation, name: organisation },
			);
			addProject(`${programme}/${organisation}`, owned);
			add('period_exception', organisation, owned, {
				programme_id: idOf(programme),
				period_code: '2025-Q1',
				organisation_id: idOf(organisation),
				until: '2025-06-01',
				reason: 'Office moved',
			});
		}
	}
	return rows;

	function addProject(label: string, about: About & { readonly organisations: readonly Organisation[] }) {
		const project_id = idOf(`project ${label}`);
		const shared = `${about.programme}/shared`;
		add('project', label, about, {
			id: project_id,
			programme_id: idOf(String(about.programme)),
			code: label,
			title: label,
			level: label === shared ? 'programme' : 'contract',
			...(label !== shared && { parent_id: idOf(`project ${shared}`) }),
		});
		add('project_fund', label, about, { project_id, fund_code: 'EUTF' });
		add('project_country', label, about, { project_id, country_iso2: 'MA' });
		add('result', label, about, { id: idOf(`result ${label}`), project_id, level: 'output', title: label });
		for (const organisation of about.organisations) {
			add('project_organisation', `${label} ${organisation}`, about, {
				project_id,
				organisation_id: idOf(organisation),
				role: 'implementing',
			});
		}
		for (const { code } of indicators) {
			add('project_indicator', `${label} ${code}`, about, {
				id: idOf(`project_indicator ${label} ${code}`),
				project_id,
				indicator_id: idOf(`indicator ${code}`),
				value_kind: 'increment',
			});
		}
	}
}
