-- One function a page: everything it shows, in one round trip, for the reader who asks (row security applies inside).

create function reporting.overview(
	p_programme text default null, p_period text default null, p_country text default null, p_partner text default null
) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
	asked record;
	nobody uuid := '00000000-0000-0000-0000-000000000000';
	organisation uuid;
	matrix jsonb;
	hidden jsonb;
	figures reporting.figure[];
begin
	select * into asked from reporting.scope_of(p_programme, p_period, p_partner);
	-- an unknown partner is an empty page, not everyone's
	organisation := case when p_partner is not null then coalesce(asked.organisation_id, nobody) end;
	figures := array(
		select f from reporting.figures(asked.programme_id, asked.period_code, '{total,country}', p_country, organisation) f
	);

	with
	pending as (
		select
			grouping_sets.grouped_by, pc.indicator_id,
			case when grouping_sets.grouped_by = 'country' then coalesce(pc.country_iso2, '') end as country_iso2,
			sum(pc.adds) as adds
		from reporting.pending_cells(asked.programme_id, asked.period_code) pc
		cross join (values ('total'), ('country')) as grouping_sets (grouped_by)
		where pc.counted
		and (p_country is null or coalesce(pc.country_iso2, '') = p_country)
		and (organisation is null or pc.organisation_id = organisation)
		group by grouping_sets.grouped_by, pc.indicator_id, 3
	),
	shown as (
		select f.grouped_by, f.indicator_id, f.country_iso2, reporting.figure_json(f, case when i.over_place = 'sum' then pe.adds end) as figure, f.with_value, f.target
		from unnest(figures) f
		join public.indicator i on i.id = f.indicator_id
		left join pending pe on pe.grouped_by = f.grouped_by and pe.indicator_id = f.indicator_id
			and pe.country_iso2 is not distinct from f.country_iso2
	),
	rows as (
		select
			f.indicator_id,
			(array_agg(f.figure) filter (where f.grouped_by = 'total'))[1] as total,
			jsonb_object_agg(f.country_iso2, f.figure) filter (where f.grouped_by = 'country') as countries
		from shown f
		group by f.indicator_id
		having bool_or(f.with_value > 0 or f.target is not null or (f.figure ->> 'due')::integer > 0)
	)
	select jsonb_agg(
		reporting.indicator_json(r.indicator_id)
		|| jsonb_build_object('wordings', reporting.wordings_json(r.indicator_id), 'hidden', false, 'total', r.total, 'countries', r.countries)
		order by i.framework_code, i.sort_key
	)
	into matrix
	from rows r
	join public.indicator i on i.id = r.indicator_id;

	-- a donor sees that a sensitive indicator is followed, and no figure of it
	select jsonb_agg(
		reporting.indicator_json(i.id)
		|| jsonb_build_object('wordings', reporting.wordings_json(i.id), 'hidden', true, 'total', null, 'countries', '{}'::jsonb)
		order by i.framework_code, i.sort_key
	)
	into hidden
	from public.indicator i
	where i.sensitive
	and asked.programme_id = any (array(select private.donor_programme_ids()))
	and not asked.programme_id = any (array(select private.staff_programme_ids()))
	and exists (
		select 1 from public.project_indicator pi join public.project p on p.id = pi.project_id
		where pi.indicator_id = i.id and p.programme_id = asked.programme_id
	);

	return jsonb_build_object(
		'context', reporting.context(asked.programme_id, asked.period_code, asked.previous_code, p_country, p_partner),
		'trust', reporting.trust(asked.programme_id, asked.period_code, p_country, organisation),
		'counts', (
			select coalesce(jsonb_object_agg(s.status, s.n), '{}')
			from (
				select coalesce(m -> 'total' ->> 'status', 'none') as status, count(*) as n
				from jsonb_array_elements(matrix) m
				group by 1
			) s
		),
		'indicators', coalesce(matrix, '[]') || coalesce(hidden, '[]'),
		'changes', case when asked.previous_code is null then '[]'::jsonb else
			reporting.changes(asked.programme_id, asked.previous_code, p_country, organisation, figures)
		end,
		'partners', reporting.partner_lines(asked.programme_id, asked.period_code, p_country, organisation),
		'countries', reporting.country_lines(
			asked.programme_id, asked.period_code, organisation,
			case
				when p_country is null then figures
				else array(
					select f from reporting.figures(asked.programme_id, asked.period_code, '{country}', null, organisation) f
				)
			end
		)
	);
end $$;
comment on function reporting.overview(text, text, text, text) is 'The overview page. In: filters (programme code, period code, iso2 or '''' for regional, partner slug). Out: context, trust, counts, indicators, changes, partners, countries.';

create function reporting.value_kind_of(p_programme uuid, p_indicator uuid) returns public.value_kind
language plpgsql stable set search_path = '' as $$
begin
	return (
		select case when count(distinct pi.value_kind) = 1 then min(pi.value_kind) end
		from public.project p
		join public.project_indicator pi on pi.project_id = p.id
		where p.programme_id = p_programme and pi.indicator_id = p_indicator
	);
end $$;
comment on function reporting.value_kind_of(uuid, uuid) is 'How a programme''s projects report an indicator, where they all do alike: a published export holds running totals of what partners report by quarter.';

create function reporting.explain(
	p_programme uuid, p_period text, p_indicator uuid, p_country text default null, p_organisation uuid default null
) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
	return (
	with
	this as (
		select pe.as_of from public.period pe where pe.code = p_period
	),
	answers as (
		select
			o.series_id,
			jsonb_agg(jsonb_build_object(
				'period', o.period_code, 'as_of', o.as_of, 'value', o.value, 'numerator', o.numerator, 'denominator', o.denominator,
				'text', o.text_value, 'not_applicable', o.not_applicable, 'revision', v.number, 'decided_at', v.decided_at,
				'origin', full_row.origin, 'source', full_row.source, 'note', full_row.note
			) order by o.as_of) as reports
		from reporting.cell c
		join private.effective_observation o on o.series_id = c.series_id
		join public.observation full_row on full_row.id = o.id
		join public.report_revision v on v.id = o.revision_id
		cross join this
		where c.programme_id = p_programme and c.period_code = p_period and c.indicator_id = p_indicator
		and o.as_of <= this.as_of
		group by o.series_id
	),
	terms as (
		select
			c.*, sp.baseline_assumed, sp.missing, sp.text_value, a.reports,
			s.country_iso2 as country, p.code as project_code, p.published_code, p.title as project_title,
			s.continues_id
		from reporting.cell c
		join reporting.series_period sp on sp.series_id = c.series_id and sp.period_code = c.period_code
		join public.series s on s.id = c.series_id
		join public.project p on p.id = c.project_id
		left join answers a on a.series_id = c.series_id
		where c.programme_id = p_programme
		and c.period_code = p_period
		and c.indicator_id = p_indicator
		and (p_country is null or coalesce(c.country_iso2, '') = p_country)
		and (p_organisation is null or c.organisation_id = p_organisation)
		and (a.reports is not null or c.due or c.actual is not null)
	),
	shared as (
		select
			k.activity_id, a.title, ov.participants, ov.agreed_on, ov.note,
			count(*) as claimed,
			jsonb_agg(distinct coalesce(org.short_name, org.name)) as partners
		from terms t
		join reporting.claim k on k.series_id = t.series_id and k.as_of <= t.as_of
		join public.activity a on a.id = k.activity_id
		join public.activity_overlap ov on ov.activity_id = k.activity_id and ov.indicator_id = t.indicator_id
		join public.organisation org on org.id = t.organisation_id
		where t.counted
		group by k.activity_id, a.title, ov.participants, ov.agreed_on, ov.note
	)
	select jsonb_build_object(
		'rule', (
			select jsonb_build_object(
				'value_kind', coalesce(reporting.value_kind_of(p_programme, i.id), i.value_kind),
				'over_time', i.over_time, 'over_partner', i.over_partner, 'over_place', i.over_place
			)
			from public.indicator i where i.id = p_indicator
		),
		'total', (
			select reporting.figure_json(f)
			from reporting.figures(p_programme, p_period, '{total}', p_country, p_organisation, p_indicator) f
		),
		'terms', coalesce((
			select jsonb_agg(jsonb_build_object(
				'series_id', t.series_id, 'country', t.country, 'partner', reporting.organisation_json(t.organisation_id),
				'project', jsonb_build_object('id', t.project_id, 'code', coalesce(t.published_code, t.project_code), 'title', t.project_title),
				'actual', t.actual, 'numerator', t.numerator, 'denominator', t.denominator, 'text_value', t.text_value,
				'counted', t.counted, 'left_out', t.left_out, 'stands_for_children', t.stands_for_children,
				'baseline', t.baseline, 'baseline_assumed', t.baseline_assumed, 'missing', t.missing, 'at_least', t.at_least,
				'continues', t.continues_id, 'reports', coalesce(t.reports, '[]')
			) order by t.counted desc, t.country nulls first, t.project_code)
			from terms t
		), '[]'),
		'overlaps', coalesce((
			select jsonb_agg(jsonb_build_object(
				'activity_id', s.activity_id, 'title', s.title, 'participants', s.participants, 'partners', s.partners,
				'deducted', s.participants * (s.claimed - 1), 'agreed_on', s.agreed_on, 'note', s.note
			))
			from shared s
			where s.claimed > 1
		), '[]')
	)
	);
end $$;
comment on function reporting.explain(uuid, text, uuid, text, uuid) is 'The terms of a total: each series with its reports, the rule, what was left out and why, and overlaps counted once. The counted terms, less what overlaps deduct, give the total.';

create function reporting.indicator_page(
	p_framework text, p_code text,
	p_programme text default null, p_period text default null, p_country text default null, p_partner text default null
) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
	asked record;
	organisation uuid;
	head public.indicator;
	closed boolean;
begin
	select * into asked from reporting.scope_of(p_programme, p_period, p_partner);
	organisation := case when p_partner is not null then coalesce(asked.organisation_id, '00000000-0000-0000-0000-000000000000') end;
	select i.* into head from public.indicator i where i.framework_code = p_framework and i.code = p_code;
	-- without an indicator, the functions below would answer for every indicator at once
	if head.id is null then
		return jsonb_build_object(
			'context', reporting.context(asked.programme_id, asked.period_code, asked.previous_code, p_country, p_partner),
			'trust', reporting.trust(asked.programme_id, asked.period_code, p_country, organisation),
			'indicator', null
		);
	end if;
	closed := head.sensitive
		and not asked.programme_id = any (array(select private.staff_programme_ids()))
		and asked.programme_id = any (array(select private.donor_programme_ids()));

	return jsonb_build_object(
		'context', reporting.context(asked.programme_id, asked.period_code, asked.previous_code, p_country, p_partner),
		'trust', reporting.trust(asked.programme_id, asked.period_code, p_country, organisation),
		'indicator', reporting.indicator_json(head.id) || jsonb_build_object(
			'hidden', closed,
			'wordings', reporting.wordings_json(head.id),
			'value_kind', coalesce(reporting.value_kind_of(asked.programme_id, head.id), head.value_kind),
			'related', coalesce((
				select jsonb_agg(jsonb_build_object(
					'framework', other.framework_code, 'code', other.code, 'title', other.title,
					'relation', x.relation, 'newer', x.from_id = head.id, 'note', x.note
				))
				from public.indicator_crosswalk x
				join public.indicator other on other.id = case when x.from_id = head.id then x.to_id else x.from_id end
				where head.id in (x.from_id, x.to_id)
			), '[]')
		),
		'total', (
			select reporting.figure_json(f, case when head.over_place = 'sum' then (
				select sum(pc.adds) from reporting.pending_cells(asked.programme_id, asked.period_code) pc
				where pc.indicator_id = head.id and pc.counted
				and (p_country is null or coalesce(pc.country_iso2, '') = p_country)
				and (organisation is null or pc.organisation_id = organisation)
			) end)
			from reporting.figures(asked.programme_id, asked.period_code, '{total}', p_country, organisation, head.id) f
		),
		'family', (
			select jsonb_build_object('figure', reporting.figure_json(f), 'members', (
				select jsonb_agg(jsonb_build_object('framework', i.framework_code, 'code', i.code, 'title', i.title))
				from public.indicator i where i.family_id = head.family_id
			))
			from reporting.figures(asked.programme_id, asked.period_code, '{total}', p_country, organisation, head.family_id, null, 'family') f
			where (select count(*) from public.indicator i where i.family_id = head.family_id) > 1
		),
		'time', coalesce((
			select jsonb_agg(jsonb_build_object(
				'period', pe.code, 'kind', pe.kind, 'as_of', pe.as_of,
				'actual', f.actual, 'at_least', f.at_least, 'expected', f.expected, 'target', f.target, 'baseline', f.baseline,
				'status', f.status, 'due', f.due, 'reported', f.reported,
				'in_period', (
					select sum(sp.in_period)
					from reporting.cell c
					join reporting.series_period sp on sp.series_id = c.series_id and sp.period_code = c.period_code
					where c.programme_id = asked.programme_id and c.period_code = pe.code and c.indicator_id = head.id and c.counted
					and head.value_kind = 'increment' and head.over_place = 'sum'
					and (p_country is null or coalesce(c.country_iso2, '') = p_country)
					and (organisation is null or c.organisation_id = organisation)
				)
			) order by pe.as_of, pe.code)
			from public.programme_period pp
			join public.period pe on pe.code = pp.period_code
			left join lateral reporting.figures(asked.programme_id, pe.code, '{total}', p_country, organisation, head.id) f on true
			where pp.programme_id = asked.programme_id
			and pe.as_of <= asked.as_of
			and (pe.kind in ('quarter', 'snapshot') or not exists (
				select 1 from public.programme_period finer join public.period fp on fp.code = finer.period_code
				where finer.programme_id = asked.programme_id and fp.kind = 'quarter'
			))
		), '[]'),
		'countries', coalesce((
			select jsonb_agg(jsonb_build_object('country', f.country_iso2, 'figure', reporting.figure_json(f)) order by f.progress desc nulls last, f.country_iso2)
			from reporting.figures(asked.programme_id, asked.period_code, '{country}', p_country, organisation, head.id) f
		), '[]'),
		'partners', coalesce((
			select jsonb_agg(reporting.organisation_json(f.organisation_id) || jsonb_build_object('figure', reporting.figure_json(f)) order by f.progress desc nulls last)
			from reporting.figures(asked.programme_id, asked.period_code, '{organisation}', p_country, organisation, head.id) f
		), '[]'),
		'series', coalesce((
			select jsonb_agg(l.line) from reporting.series_lines(asked.programme_id, asked.period_code, p_country, organisation, head.id) l
			where (l.line -> 'figure' ->> 'actual') is not null or (l.line -> 'figure' ->> 'target') is not null
			or (l.line -> 'figure' ->> 'target_text') is not null or (l.line -> 'figure' ->> 'text_value') is not null
			or (l.line -> 'figure' ->> 'due') = '1'
		), '[]'),
		'breakdowns', reporting.breakdowns_of(asked.programme_id, asked.period_code, head.id, p_country, organisation),
		'target_history', coalesce((
			select jsonb_agg(jsonb_build_object(
				'version', ts.version, 'in_force_from', ts.in_force_from, 'reason', ts.reason,
				'country', s.country_iso2, 'partner', reporting.organisation_json(s.organisation_id),
				'project', jsonb_build_object('id', p.id, 'code', coalesce(p.published_code, p.code), 'title', p.title),
				'rows', (
					select jsonb_agg(jsonb_build_object(
						'period_start', t.period_start, 'period_end', t.period_end, 'basis', t.basis,
						'value', t.value, 'text_value', t.text_value, 'dated', t.dated
					) order by t.position)
					from public.target t where t.schedule_id = ts.id
				)
			) order by s.country_iso2 nulls first, p.code, ts.version)
			from public.series s
			join public.target_schedule ts on ts.series_id = s.id
			join public.project p on p.id = s.project_id
			where s.programme_id = asked.programme_id and s.indicator_id = head.id
			and (p_country is null or coalesce(s.country_iso2, '') = p_country)
			and (organisation is null or s.organisation_id = organisation)
			and ts.in_force_from <= asked.as_of
		), '[]'),
		'explain', reporting.explain(asked.programme_id, asked.period_code, head.id, p_country, organisation),
		'activities', case when closed then '[]'::jsonb else
			reporting.activity_lines(asked.programme_id, asked.as_of, null, organisation, head.id)
		end
	);
end $$;
comment on function reporting.indicator_page(text, text, text, text, text, text) is 'The indicator page: head, total, over time, by country and partner, series, breakdowns, target history, explain, activities; a null indicator where there is none of that code.';

create function reporting.breakdowns_of(
	p_programme uuid, p_period text, p_indicator uuid, p_country text, p_organisation uuid
) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
	return (
	with
	-- increments: all approved parts so far; anything else: the parts of the latest answer
	answers as (
		select
			o.id, c.series_id, pi.value_kind,
			row_number() over (partition by c.series_id order by o.as_of desc) as newest
		from reporting.cell c
		join public.period this on this.code = p_period
		join public.series s on s.id = c.series_id
		join public.project_indicator pi on pi.id = s.project_indicator_id
		join private.effective_observation o on o.series_id = c.series_id and o.as_of <= this.as_of and o.is_value
		where c.programme_id = p_programme and c.period_code = p_period and c.indicator_id = p_indicator and c.counted
		and (p_country is null or coalesce(c.country_iso2, '') = p_country)
		and (p_organisation is null or c.organisation_id = p_organisation)
	),
	parts as (
		select b.dimensions, bp.categories, sum(bp.value) as value
		from answers a
		join public.breakdown b on b.observation_id = a.id
		join public.breakdown_part bp on bp.breakdown_id = b.id
		where a.value_kind = 'increment' or a.newest = 1
		group by b.dimensions, bp.categories
	)
	select coalesce(jsonb_agg(jsonb_build_object('dimensions', d.dimensions, 'total', d.total, 'parts', d.parts) order by cardinality(d.dimensions), d.dimensions), '[]')
	from (
		select
			p.dimensions, sum(p.value) as total,
			jsonb_agg(jsonb_build_object('categories', p.categories, 'value', p.value) order by p.categories) as parts
		from parts p
		join public.indicator i on i.id = p_indicator and i.over_place = 'sum'
		group by p.dimensions
	) d
	);
end $$;
comment on function reporting.breakdowns_of(uuid, text, uuid, text, uuid) is 'How an additive indicator''s counted figures split, one entry a breakdown; each has its own total and they are never added.';

create function reporting.country_page(
	p_country text, p_programme text default null, p_period text default null, p_partner text default null
) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
	asked record;
	organisation uuid;
	figures reporting.figure[];
begin
	select * into asked from reporting.scope_of(p_programme, p_period, p_partner);
	organisation := case when p_partner is not null then coalesce(asked.organisation_id, '00000000-0000-0000-0000-000000000000') end;
	figures := array(
		select f from reporting.figures(asked.programme_id, asked.period_code, '{total,country}', p_country, organisation) f
	);
	return jsonb_build_object(
		'context', reporting.context(asked.programme_id, asked.period_code, asked.previous_code, p_country, p_partner),
		'trust', reporting.trust(asked.programme_id, asked.period_code, p_country, organisation),
		'country', p_country,
		'counts', (
			select coalesce(jsonb_object_agg(s.status, s.n), '{}')
			from (
				select coalesce(f.status::text, 'none') as status, count(*) as n
				from unnest(figures) f
				where f.grouped_by = 'total'
				group by f.status
			) s
		),
		'indicators', coalesce((
			select jsonb_agg(
				reporting.indicator_json(i.id) || jsonb_build_object('hidden', false, 'wordings', reporting.wordings_json(i.id), 'figure', reporting.figure_json(f))
				order by i.framework_code, i.sort_key
			)
			from unnest(figures) f
			join public.indicator i on i.id = f.indicator_id
			where f.grouped_by = 'total'
			and (f.with_value > 0 or f.target is not null or f.due > 0)
		), '[]'),
		'changes', case when asked.previous_code is null then '[]'::jsonb else
			reporting.changes(asked.programme_id, asked.previous_code, p_country, organisation, figures)
		end,
		'partners', reporting.partner_lines(asked.programme_id, asked.period_code, p_country, organisation),
		'projects', coalesce((
			select jsonb_agg(jsonb_build_object('id', p.id, 'code', coalesce(p.published_code, p.code), 'title', p.title, 'level', p.level) order by p.code)
			from public.project p
			where p.programme_id = asked.programme_id
			and (
				exists (select 1 from public.project_country pc where pc.project_id = p.id and pc.country_iso2 = p_country)
				or exists (select 1 from public.series s where s.project_id = p.id and s.country_iso2 = p_country)
			)
		), '[]'),
		'activities', reporting.activity_lines(asked.programme_id, asked.as_of, p_country, organisation)
	);
end $$;
comment on function reporting.country_page(text, text, text, text) is 'A country: standing, change, coverage, its indicators, partners, projects and activities.';

create function reporting.partner_page(
	p_partner text, p_programme text default null, p_period text default null, p_country text default null
) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
	asked record;
	organisation uuid;
begin
	select * into asked from reporting.scope_of(p_programme, p_period, p_partner);
	organisation := coalesce(asked.organisation_id, '00000000-0000-0000-0000-000000000000');
	return jsonb_build_object(
		'context', reporting.context(asked.programme_id, asked.period_code, asked.previous_code, p_country, p_partner),
		'trust', reporting.trust(asked.programme_id, asked.period_code, p_country, organisation),
		'partner', reporting.organisation_json(asked.organisation_id),
		'counts', coalesce((
			select jsonb_object_agg(s.status, s.n)
			from (
				select c.status, count(*) as n
				from reporting.cell c
				where c.programme_id = asked.programme_id and c.period_code = asked.period_code and c.organisation_id = organisation
				and (p_country is null or coalesce(c.country_iso2, '') = p_country)
				group by c.status
			) s
		), '{}'),
		'series', coalesce((
			select jsonb_agg(l.line) from reporting.series_lines(asked.programme_id, asked.period_code, p_country, organisation) l
			where (l.line -> 'figure' ->> 'actual') is not null or (l.line -> 'figure' ->> 'target') is not null
			or (l.line -> 'figure' ->> 'target_text') is not null or (l.line -> 'figure' ->> 'text_value') is not null
			or (l.line -> 'figure' ->> 'due') = '1'
		), '[]'),
		'coverage', coalesce((
			select jsonb_agg(jsonb_build_object('period', x.code, 'as_of', x.as_of, 'due', x.due, 'reported', x.reported) order by x.as_of)
			from (
				select
					c.period_code as code, c.as_of,
					count(*) filter (where c.due) as due, count(*) filter (where c.due and c.reported) as reported
				from reporting.cell c
				join public.period pe on pe.code = c.period_code and pe.kind in ('quarter', 'snapshot')
				where c.programme_id = asked.programme_id and c.organisation_id = organisation and c.as_of <= asked.as_of
				group by c.period_code, c.as_of
			) x
		), '[]'),
		'reports', coalesce((
			select jsonb_agg(jsonb_build_object(
				'period', x.period_code, 'project', coalesce(p.published_code, p.code), 'project_title', p.title, 'project_id', p.id,
				'state', coalesce(v.state::text, 'missing'), 'due_on', pe.due_on,
				'submitted_at', v.submitted_at, 'decided_at', v.decided_at, 'decision_note', v.decision_note,
				'revision', v.number, 'reason', v.reason
			) order by pe.as_of desc, p.code, v.number desc)
			from (
				-- what was due, and what was handed in although it was not
				select c.project_id, c.period_code
				from reporting.cell c
				where c.programme_id = asked.programme_id and c.organisation_id = organisation and c.due and c.as_of <= asked.as_of
				union
				select r.project_id, r.period_code
				from public.report r
				where r.programme_id = asked.programme_id and r.organisation_id = organisation
			) x
			join public.period pe on pe.code = x.period_code
			join public.project p on p.id = x.project_id
			left join public.report r on r.project_id = x.project_id and r.organisation_id = organisation and r.period_code = x.period_code
			left join public.report_revision v on v.report_id = r.id
			where pe.as_of <= asked.as_of
			and (pe.kind = p.frequency or r.id is not null)
		), '[]'),
		'projects', coalesce((
			select jsonb_agg(jsonb_build_object('id', p.id, 'code', coalesce(p.published_code, p.code), 'title', p.title, 'level', p.level) order by p.code)
			from public.project p
			where p.programme_id = asked.programme_id
			and exists (
				select 1 from public.project_organisation po where po.project_id = p.id and po.organisation_id = organisation
			)
		), '[]'),
		'changes', case when asked.previous_code is null then '[]'::jsonb else
			reporting.changes(
				asked.programme_id, asked.previous_code, p_country, organisation,
				array(
					select f from reporting.figures(asked.programme_id, asked.period_code, '{total,country}', p_country, organisation) f
				)
			)
		end
	);
end $$;
comment on function reporting.partner_page(text, text, text, text) is 'A partner: standing, coverage over time, its reports with their states, its series and projects.';

create function reporting.project_nodes(p_programme uuid)
returns table (id uuid, parent_id uuid, depth integer, path text, node jsonb)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
	return query
	with recursive tree as (
		select p.id, p.parent_id, 0 as depth, p.code as path
		from public.project p
		where p.programme_id = p_programme
		-- a parent the reader may not see does not hide its children
		and (p.parent_id is null or not exists (select 1 from public.project above where above.id = p.parent_id))
		union all
		select p.id, p.parent_id, t.depth + 1, t.path || ' > ' || p.code
		from tree t
		join public.project p on p.parent_id = t.id
	)
	select
		t.id, t.parent_id, t.depth, t.path,
		jsonb_build_object(
			'id', p.id, 'parent_id', p.parent_id, 'code', p.code, 'published_code', p.published_code, 'title', p.title,
			'level', p.level, 'depth', t.depth, 'test', p.test,
			'starts_on', p.starts_on, 'ends_on', p.ends_on, 'budget', p.budget, 'budget_currency', p.budget_currency
		)
	from tree t
	join public.project p on p.id = t.id;
end $$;
comment on function reporting.project_nodes(uuid) is 'The project tree of a programme, in the order it is read.';

create function reporting.project_page(p_project uuid, p_period text default null) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
	asked record;
	shown public.project;
	family uuid[];
begin
	select p.* into shown from public.project p where p.id = p_project;
	select * into asked from reporting.scope_of((select g.code from public.programme g where g.id = shown.programme_id), p_period, null);
	if shown.id is null then
		select * into asked from reporting.scope_of(null, p_period, null);
	end if;
	with recursive
	above as (
		select shown.id, shown.parent_id
		union all
		select p.id, p.parent_id from above a join public.project p on p.id = a.parent_id
	),
	below as (
		select shown.id
		union all
		select p.id from below b join public.project p on p.parent_id = b.id
	)
	select array_agg(x.id) into family from (select above.id from above union select below.id from below) x;

	return jsonb_build_object(
		'context', reporting.context(asked.programme_id, asked.period_code, asked.previous_code, null, null),
		'trust', reporting.trust(asked.programme_id, asked.period_code, null, null),
		'project', (
			select n.node || jsonb_build_object(
				'frequency', shown.frequency, 'source', shown.source,
				'funds', coalesce((select jsonb_agg(pf.fund_code order by pf.fund_code) from public.project_fund pf where pf.project_id = shown.id), '[]'),
				'countries', coalesce((select jsonb_agg(pc.country_iso2 order by pc.country_iso2) from public.project_country pc where pc.project_id = shown.id), '[]'),
				'organisations', coalesce((
					select jsonb_agg(reporting.organisation_json(po.organisation_id) || jsonb_build_object('role', po.role, 'position', po.position) order by po.role, po.position)
					from public.project_organisation po where po.project_id = shown.id
				), '[]')
			)
			from reporting.project_nodes(asked.programme_id) n
			where n.id = shown.id
		),
		'tree', coalesce((
			select jsonb_agg(n.node order by n.path) from reporting.project_nodes(asked.programme_id) n where n.id = any (family)
		), '[]'),
		'logframe', reporting.logframe_of(asked.programme_id, asked.period_code, shown.id),
		'differences', coalesce((
			select jsonb_agg(jsonb_build_object(
				'project', jsonb_build_object('id', p.id, 'code', coalesce(p.published_code, p.code), 'title', p.title),
				'framework', i.framework_code, 'code', i.code, 'title', i.title, 'unit', i.unit,
				'declared', d.declared, 'children', d.children, 'difference', d.difference
			) order by p.code, i.framework_code, i.sort_key)
			from reporting.declared_totals(asked.programme_id, asked.period_code, family) d
			join public.project p on p.id = d.project_id
			join public.indicator i on i.id = d.indicator_id
			where d.difference is distinct from 0
			and (d.declared is not null or d.children is not null)
		), '[]'),
		'activities', reporting.activity_lines(asked.programme_id, asked.as_of, null, null, null, shown.id)
	);
end $$;
comment on function reporting.project_page(uuid, text) is 'A project: its place in the tree, its logframe with figures, and declared totals that differ from their children''s.';

create function reporting.logframe_of(p_programme uuid, p_period text, p_project uuid) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
	return (
	with recursive
	chain as (
		select r.id, r.parent_id, 0 as depth, lpad(r.position::text, 4, '0') as path
		from public.result r
		where r.project_id = p_project and r.parent_id is null
		union all
		select r.id, r.parent_id, c.depth + 1, c.path || '.' || lpad(r.position::text, 4, '0')
		from chain c
		join public.result r on r.parent_id = c.id
	),
	own as (
		select f.* from reporting.figures(p_programme, p_period, '{total}', null, null, null, array[p_project]) f
	),
	declared as (
		select f.* from reporting.figures(p_programme, p_period, '{total}', null, null, null, array[p_project], 'declared') f
	),
	compared as (
		select d.* from reporting.declared_totals(p_programme, p_period, array[p_project]) d
	),
	lines as (
		select l.indicator_id, jsonb_agg(l.line) as series
		from reporting.series_lines(p_programme, p_period, null, null, null, p_project) l
		group by l.indicator_id
	),
	indicators as (
		select
			pi.result_id, pi.position, i.framework_code, i.sort_key,
			reporting.indicator_json(i.id) || jsonb_build_object(
				'value_kind', pi.value_kind, 'note', pi.note, 'wordings', reporting.wordings_json(i.id),
				'hidden', i.sensitive and l.series is null,
				'figure', coalesce(
					(select reporting.figure_json(o) from own o where o.indicator_id = i.id),
					(select reporting.figure_json(d) from declared d where d.indicator_id = i.id)
				),
				'declared', (
					select jsonb_build_object('own', c.declared, 'children', c.children, 'difference', c.difference)
					from compared c where c.indicator_id = i.id
				),
				'series', coalesce(l.series, '[]')
			) as entry
		from public.project_indicator pi
		join public.indicator i on i.id = pi.indicator_id
		left join lines l on l.indicator_id = i.id
		where pi.project_id = p_project
	)
	select coalesce(jsonb_agg(jsonb_build_object(
		'result_id', g.result_id, 'level', r.level, 'code', r.code, 'title', r.title, 'assumptions', r.assumptions,
		'depth', coalesce(c.depth, 0), 'indicators', g.entries
	) order by c.path nulls last), '[]')
	from (
		select x.result_id, coalesce(jsonb_agg(i.entry order by i.position, i.framework_code, i.sort_key) filter (where i.entry is not null), '[]') as entries
		from (select chain.id as result_id from chain union select null::uuid where exists (select 1 from indicators where indicators.result_id is null)) x
		left join indicators i on i.result_id is not distinct from x.result_id
		group by x.result_id
	) g
	left join public.result r on r.id = g.result_id
	left join chain c on c.id = g.result_id
	);
end $$;
comment on function reporting.logframe_of(uuid, text, uuid) is 'A project''s results chain with its indicators, figures and declared totals; indicators without a result stand last.';

create function reporting.projects_page(
	p_programme text default null, p_period text default null, p_country text default null, p_partner text default null
) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
	asked record;
	organisation uuid;
begin
	select * into asked from reporting.scope_of(p_programme, p_period, p_partner);
	organisation := case when p_partner is not null then coalesce(asked.organisation_id, '00000000-0000-0000-0000-000000000000') end;
	return jsonb_build_object(
		'context', reporting.context(asked.programme_id, asked.period_code, asked.previous_code, p_country, p_partner),
		'trust', reporting.trust(asked.programme_id, asked.period_code, p_country, organisation),
		'tree', coalesce((
			with
			counts as (
				select s.project_id, jsonb_object_agg(s.status, s.n) as counts
				from (
					select c.project_id, c.status, count(*) as n
					from reporting.cell c
					where c.programme_id = asked.programme_id and c.period_code = asked.period_code
					and (p_country is null or coalesce(c.country_iso2, '') = p_country)
					and (organisation is null or c.organisation_id = organisation)
					and (c.actual is not null or c.target is not null or c.due)
					group by c.project_id, c.status
				) s
				group by s.project_id
			)
			select jsonb_agg(n.node || jsonb_build_object(
				'counts', coalesce(c.counts, '{}'),
				'partners', coalesce((
					select jsonb_agg(coalesce(o.short_name, o.name) order by po.position)
					from public.project_organisation po
					join public.organisation o on o.id = po.organisation_id
					where po.project_id = n.id and po.role = 'implementing'
				), '[]')
			) order by n.path)
			from reporting.project_nodes(asked.programme_id) n
			left join counts c on c.project_id = n.id
			where (p_country is null and organisation is null)
			or c.counts is not null
			or exists (select 1 from public.project_country pc where pc.project_id = n.id and pc.country_iso2 = p_country)
		), '[]')
	);
end $$;
comment on function reporting.projects_page(text, text, text, text) is 'The project tree of a programme with how its indicators stand.';

create function reporting.activities_page(
	p_programme text default null, p_period text default null, p_country text default null, p_partner text default null
) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
	asked record;
	organisation uuid;
begin
	select * into asked from reporting.scope_of(p_programme, p_period, p_partner);
	organisation := case when p_partner is not null then coalesce(asked.organisation_id, '00000000-0000-0000-0000-000000000000') end;
	return jsonb_build_object(
		'context', reporting.context(asked.programme_id, asked.period_code, asked.previous_code, p_country, p_partner),
		'trust', reporting.trust(asked.programme_id, asked.period_code, p_country, organisation),
		'activities', reporting.activity_lines(asked.programme_id, asked.as_of, p_country, organisation)
	);
end $$;
comment on function reporting.activities_page(text, text, text, text) is 'Activities until the end of a period.';

grant execute on all functions in schema reporting to authenticated, service_role;
revoke execute on all functions in schema reporting from public, anon;
