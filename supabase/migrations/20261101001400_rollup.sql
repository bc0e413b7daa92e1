-- Rules 5 to 7: adding up over partners and places, progress and status of totals, coverage. The one home of every total.
-- Page functions are plpgsql with generic plans: planning these queries costs several times more than running them.

create type reporting.figure as (
	grouped_by text,
	indicator_id uuid,
	country_iso2 text,
	organisation_id uuid,
	project_id uuid,
	actual numeric,
	numerator numeric,
	denominator numeric,
	at_least boolean,
	baseline numeric,
	target numeric,
	expected numeric,
	progress numeric,
	expected_progress numeric,
	pace numeric,
	status public.progress_status,
	target_share numeric,
	series integer,
	with_value integer,
	due integer,
	reported integer,
	overlap numeric
);
comment on type reporting.figure is 'A total: value, baseline, target and expected in the indicator''s unit; progress, pace and shares as fractions (1 = 100 %).';

create function reporting.figures(
	p_programme uuid,
	p_period text,
	p_groupings text[],
	p_country text default null,
	p_organisation uuid default null,
	p_indicator uuid default null,
	p_projects uuid[] default null,
	p_counting text default 'counted'
) returns setof reporting.figure
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
	return query
with
bands as (
	select g.on_track_from, g.at_risk_from from public.programme g where g.id = p_programme
),
scope as (
	select
		c.*,
		case p_counting
			when 'family' then c.counted_in_family
			when 'declared' then c.left_out is not distinct from 'children'
			else c.counted
		end as counts_here,
		case when p_counting = 'family' then c.family_id else c.indicator_id end as total_id,
		c.target is not null and c.baseline is not null as planned,
		c.actual is not null and c.target is not null and c.baseline is not null as complete
	from reporting.cell c
	where c.programme_id = p_programme
	and c.period_code = p_period
	and (p_country is null or coalesce(c.country_iso2, '') = p_country)
	and (p_organisation is null or c.organisation_id = p_organisation)
	and (p_indicator is null or case when p_counting = 'family' then c.family_id else c.indicator_id end = p_indicator)
	and (p_projects is null or c.project_id = any (p_projects))
),
grouped as (
	select
		g.grouping,
		case when g.grouping in ('country', 'country_organisation') then coalesce(s.country_iso2, '') end as group_country,
		case when g.grouping in ('organisation', 'country_organisation') then s.organisation_id end as group_organisation,
		case when g.grouping = 'project' then s.project_id end as group_project,
		s.*
	from scope s
	cross join unnest(p_groupings) as g (grouping)
),
coverage as (
	select
		g.grouping, g.total_id, g.group_country, g.group_organisation, g.group_project,
		count(*) filter (where g.due and g.left_out is distinct from 'test')::integer as due,
		count(*) filter (where g.due and g.reported and g.left_out is distinct from 'test')::integer as reported
	from grouped g
	group by g.grouping, g.total_id, g.group_country, g.group_organisation, g.group_project
),
-- first over partners, within one project and country
partners as (
	select
		g.grouping, g.total_id, g.group_country, g.group_organisation, g.group_project,
		i.over_partner, i.over_place,
		count(*)::integer as series,
		count(g.actual)::integer as with_value,
		i.over_partner = 'none' and count(*) > 1 as listed,
		bool_or(g.at_least) as at_least,
		bool_and(g.ended) as ended,
		case i.over_partner
			when 'max' then max(g.actual)
			when 'ratio' then case when i.measure = 'percentage' then 100 else 1 end * sum(g.numerator) / nullif(sum(g.denominator), 0)
			else sum(g.actual)
		end as actual,
		sum(g.numerator) as numerator,
		sum(g.denominator) as denominator,
		case when i.over_partner = 'sum' then sum(g.baseline) when count(distinct g.baseline) = 1 and count(g.baseline) = count(*) then min(g.baseline) end as baseline,
		case when i.over_partner = 'sum' then sum(g.target) when count(distinct g.target) = 1 and count(g.target) = count(*) then min(g.target) end as target,
		case
			when i.over_partner = 'sum' then case when bool_and(g.expected is not null or g.target is null) then sum(g.expected) filter (where g.target is not null) end
			when count(distinct g.expected) = 1 and count(g.expected) = count(*) then min(g.expected)
		end as expected,
		count(g.target)::integer as targets,
		-- a sum needs each baseline; a figure that all share can reach its target without one
		count(*) filter (where g.complete or (g.actual is not null and g.target is not null and i.over_partner <> 'sum' and i.over_place <> 'sum'))::integer as complete,
		sum(g.actual) filter (where g.complete) as complete_actual,
		sum(g.baseline) filter (where g.complete) as complete_baseline,
		sum(g.target) filter (where g.complete) as complete_target,
		case when bool_and(g.expected is not null or not g.complete) then sum(g.expected) filter (where g.complete) end as complete_expected,
		sum(g.baseline) filter (where g.planned) as planned_baseline,
		sum(g.target) filter (where g.planned) as planned_target,
		case when bool_and(g.expected is not null or not g.planned) then sum(g.expected) filter (where g.planned) end as planned_expected,
		min(g.status) as status, min(g.pace) as pace, min(g.progress) as progress
	from grouped g
	join public.indicator i on i.id = g.total_id
	where g.counts_here
	group by g.grouping, g.total_id, g.group_country, g.group_organisation, g.group_project,
		g.project_id, g.country_iso2, i.over_partner, i.over_place, i.measure
),
-- judged is what has a value and a target, planned what has a target: part of a sum, else the figure that all share
units as (
	select
		p.*,
		j.actual as judged_actual, j.baseline as judged_baseline, j.target as judged_target, j.expected as judged_expected,
		n.baseline as plan_baseline, n.target as plan_target, n.expected as plan_expected
	from partners p
	left join lateral (
		select p.complete_actual as actual, p.complete_baseline as baseline, p.complete_target as target, p.complete_expected as expected
		where p.over_partner = 'sum' and p.complete_target is not null
		union all
		select p.actual, p.baseline, p.target, p.expected
		where p.over_partner <> 'sum' and p.actual is not null and p.target is not null and (p.baseline is not null or p.over_place <> 'sum')
	) j on true
	left join lateral (
		select p.planned_baseline as baseline, p.planned_target as target, p.planned_expected as expected
		where p.over_partner = 'sum' and p.planned_target is not null
		union all
		select p.baseline, p.target, p.expected
		where p.over_partner <> 'sum' and p.baseline is not null and p.target is not null
	) n on true
),
-- then over places
totals as (
	select
		u.grouping, u.total_id, u.group_country, u.group_organisation, u.group_project,
		u.over_place, i.ascending, i.measure,
		sum(u.series)::integer as series,
		sum(u.with_value)::integer as with_value,
		bool_or(u.listed) or (u.over_place = 'none' and count(*) > 1) as listed,
		bool_or(u.at_least) as at_least,
		bool_and(u.ended) as ended,
		case u.over_place when 'max' then max(u.actual) else sum(u.actual) end as actual,
		sum(u.numerator) as numerator,
		sum(u.denominator) as denominator,
		case when u.over_place = 'sum' then sum(u.baseline) when count(distinct u.baseline) = 1 and count(u.baseline) = count(*) then min(u.baseline) end as baseline,
		case when u.over_place = 'sum' then sum(u.target) when count(distinct u.target) = 1 and count(u.target) = count(*) then min(u.target) end as target,
		case
			when u.over_place = 'sum' then case when bool_and(u.expected is not null or u.target is null) then sum(u.expected) filter (where u.target is not null) end
			when count(distinct u.expected) = 1 and count(u.expected) = count(*) then min(u.expected)
		end as expected,
		sum(u.targets)::integer as targets,
		sum(u.complete)::integer as complete,
		case u.over_place when 'max' then max(u.judged_actual) else sum(u.judged_actual) end as judged_actual,
		case when u.over_place <> 'max' then sum(u.judged_baseline) when count(distinct u.judged_baseline) = 1 and count(u.judged_baseline) = count(u.judged_actual) then min(u.judged_baseline) end as judged_baseline,
		case
			when u.over_place <> 'max' then sum(u.judged_target)
			when count(distinct u.target) = 1 and count(u.target) = count(*) and count(distinct u.judged_target) = 1 then min(u.judged_target)
		end as judged_target,
		case
			when bool_or(u.judged_actual is not null and u.judged_expected is null) then null
			when u.over_place <> 'max' then sum(u.judged_expected)
			when count(distinct u.judged_expected) = 1 then min(u.judged_expected)
		end as judged_expected,
		sum(u.plan_baseline) as plan_baseline,
		sum(u.plan_target) as plan_target,
		case when bool_and(u.plan_expected is not null or u.plan_target is null) then sum(u.plan_expected) end as plan_expected,
		min(u.status) as status, min(u.pace) as pace, min(u.progress) as progress
	from units u
	join public.indicator i on i.id = u.total_id
	group by u.grouping, u.total_id, u.group_country, u.group_organisation, u.group_project, u.over_place, i.ascending, i.measure
),
-- people that several partners claim from one activity stand in a total once
claims as (
	select
		g.grouping, g.total_id, g.group_country, g.group_organisation, g.group_project,
		k.activity_id, k.agreed as participants,
		count(*) as claimed,
		count(*) filter (where g.complete) as claimed_complete
	from grouped g
	join reporting.claim k on k.series_id = g.series_id and k.as_of <= g.as_of
	where g.counts_here and k.agreed is not null
	group by g.grouping, g.total_id, g.group_country, g.group_organisation, g.group_project, k.activity_id, k.agreed
),
shared_people as (
	select
		c.grouping, c.total_id, c.group_country, c.group_organisation, c.group_project,
		sum(c.participants * greatest(c.claimed - 1, 0)) as people,
		sum(c.participants * greatest(c.claimed_complete - 1, 0)) as complete_people
	from claims c
	group by c.grouping, c.total_id, c.group_country, c.group_organisation, c.group_project
),
shown as (
	select
		t.*,
		nullif(o.people, 0) as overlap,
		case
			when t.listed then null
			when t.over_place = 'ratio' then case when t.measure = 'percentage' then 100 else 1 end * t.numerator / nullif(t.denominator, 0)
			when t.over_place = 'sum' then t.actual - coalesce(o.people, 0)
			else t.actual
		end as shown_actual,
		coalesce(o.complete_people, 0) as judged_overlap,
		case
			when t.listed or t.targets = 0 then null
			when t.over_place = 'sum' and t.target <> 0 then coalesce(t.judged_target, 0) / t.target
			else t.complete::numeric / t.targets
		end as target_share
	from totals t
	left join shared_people o on o.grouping = t.grouping and o.total_id = t.total_id
		and o.group_country is not distinct from t.group_country
		and o.group_organisation is not distinct from t.group_organisation
		and o.group_project is not distinct from t.group_project
),
compared as (
	select
		s.*,
		-- a ratio is compared with a target that all share; everything else compares what has both a value and a target
		case s.over_place when 'ratio' then s.shown_actual when 'sum' then s.judged_actual - s.judged_overlap else s.judged_actual end as compared_actual,
		case when s.over_place = 'ratio' then s.baseline else s.judged_baseline end as compared_baseline,
		case when s.over_place = 'ratio' then s.target else s.judged_target end as compared_target,
		case when s.over_place = 'ratio' then s.expected else s.judged_expected end as compared_expected,
		case when s.over_place in ('sum', 'none') then s.plan_baseline else s.baseline end as planned_baseline,
		case when s.over_place in ('sum', 'none') then s.plan_target else s.target end as planned_target,
		case when s.over_place in ('sum', 'none') then s.plan_expected else s.expected end as planned_expected
	from shown s
)
select
	c.grouping, c.total_id, c.group_country, c.group_organisation, c.group_project,
	c.shown_actual,
	case when c.over_place = 'ratio' and not c.listed then c.numerator end,
	case when c.over_place = 'ratio' and not c.listed then c.denominator end,
	coalesce(c.at_least and c.shown_actual is not null, false),
	case when not c.listed then c.baseline end,
	case when not c.listed then c.target end,
	case when not c.listed then c.expected end,
	case
		when c.listed then null
		when c.series = 1 then c.progress
		else (c.compared_actual - c.compared_baseline) / nullif(c.compared_target - c.compared_baseline, 0)
	end,
	case
		when c.listed then null
		when c.compared_actual is null then (c.planned_expected - c.planned_baseline) / nullif(c.planned_target - c.planned_baseline, 0)
		else (c.compared_expected - c.compared_baseline) / nullif(c.compared_target - c.compared_baseline, 0)
	end,
	case
		when c.listed then null
		when c.series = 1 then c.pace
		when c.compared_target is null then null
		else (c.compared_actual - c.compared_baseline) / nullif(c.compared_expected - c.compared_baseline, 0)
	end,
	case
		when c.series = 1 then c.status
		when c.listed then 'not-additive'::public.progress_status
		when c.targets = 0 then 'no-target'
		when c.with_value = 0 and c.planned_expected = c.planned_baseline and c.planned_target <> c.planned_baseline then 'not-due'
		when c.with_value = 0 then 'not-reported'
		when c.target_share < 0.8 then null
		else private.judge(
			c.compared_target, c.compared_baseline, c.compared_expected, c.compared_actual,
			c.ascending, c.ended, b.on_track_from, b.at_risk_from
		)
	end,
	c.target_share,
	c.series, c.with_value, v.due, v.reported, c.overlap
from compared c
join coverage v on v.grouping = c.grouping and v.total_id = c.total_id
	and v.group_country is not distinct from c.group_country
	and v.group_organisation is not distinct from c.group_organisation
	and v.group_project is not distinct from c.group_project
cross join bands b;
end $$;
comment on function reporting.figures(uuid, text, text[], text, uuid, uuid, uuid[], text) is 'Totals of a programme as of a period, by each grouping asked for (total, country, organisation, country_organisation, project), over the rows the reader may see. p_country ''EG'', or '''' for regional. p_counting: counted (rule 6), family (joins linked generations of indicators), declared (parents'' own figures that their children replaced). Status is null where under 80 % of targets have a value.';

create function reporting.declared_totals(p_programme uuid, p_period text, p_projects uuid[] default null)
returns table (project_id uuid, indicator_id uuid, declared numeric, children numeric, difference numeric)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
	return query
	with recursive
	parents as (
		select distinct c.project_id
		from reporting.cell c
		where c.programme_id = p_programme
		and c.period_code = p_period
		and c.left_out = 'children'
		and (p_projects is null or c.project_id = any (p_projects))
	),
	below as (
		select pa.project_id as top_id, p.id
		from parents pa
		join public.project p on p.parent_id = pa.project_id
		union all
		select b.top_id, p.id
		from below b
		join public.project p on p.parent_id = b.id
	),
	declared as (
		select pa.project_id, f.indicator_id, f.actual
		from parents pa
		cross join lateral reporting.figures(
			p_programme, p_period, '{total}', p_projects => array[pa.project_id], p_counting => 'declared'
		) f
	),
	counted as (
		select pa.project_id, f.indicator_id, f.actual
		from parents pa
		cross join lateral reporting.figures(
			p_programme, p_period, '{total}', p_projects => array(select b.id from below b where b.top_id = pa.project_id)
		) f
	)
	select d.project_id, d.indicator_id, d.actual, c.actual, d.actual - c.actual
	from declared d
	left join counted c on c.project_id = d.project_id and c.indicator_id = d.indicator_id;
end $$;
comment on function reporting.declared_totals(uuid, text, uuid[]) is 'Parents'' own figures that their children''s replaced, beside the children''s total: compared and listed, never added.';

create function reporting.totals(p_programme text default null, p_framework text default null, p_fund text default null)
returns table (
	programme text, framework text, code text, title text, country text,
	naive_sum numeric, counted_once numeric, differences jsonb
)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
	return query
with
asked as (
	-- real and made-up figures never enter one total: demonstrations only where asked for, or where there is nothing else
	select g.id, g.code
	from public.programme g
	where case
		when p_programme is not null then g.code = p_programme
		else not g.demonstration or not exists (select 1 from public.programme real where not real.demonstration)
	end
),
newest as (
	select distinct on (a.id) a.id as programme_id, a.code as programme_code, pe.code as period_code
	from asked a
	join public.programme_period pp on pp.programme_id = a.id
	join public.period pe on pe.code = pp.period_code
	order by a.id, pe.as_of desc, pe.code
),
paid as (
	select array_agg(pf.project_id) as projects from public.project_fund pf where pf.fund_code = p_fund
),
naive as (
	select c.indicator_id, sum(c.actual) as total
	from newest n
	join reporting.cell c on c.programme_id = n.programme_id and c.period_code = n.period_code
	cross join paid
	where p_fund is null or c.project_id = any (paid.projects)
	group by c.indicator_id
),
counted as (
	select
		f.indicator_id,
		case when count(*) = 1 or i.over_place = 'sum' then sum(f.actual) end as total
	from newest n
	cross join paid
	cross join lateral reporting.figures(
		n.programme_id, n.period_code, '{total}', p_projects => case when p_fund is not null then paid.projects end
	) f
	join public.indicator i on i.id = f.indicator_id
	group by f.indicator_id, i.over_place
),
differing as (
	select
		d.indicator_id,
		jsonb_agg(jsonb_build_object(
			'project', p.code, 'title', p.title, 'declared', d.declared, 'children', d.children, 'difference', d.difference
		) order by p.code) as differences
	from newest n
	cross join lateral reporting.declared_totals(n.programme_id, n.period_code) d
	join public.project p on p.id = d.project_id
	where d.difference <> 0
	group by d.indicator_id
)
select
	p_programme, i.framework_code, i.code, i.title, null::text,
	n.total, c.total, coalesce(d.differences, '[]'::jsonb)
from naive n
join public.indicator i on i.id = n.indicator_id
left join counted c on c.indicator_id = n.indicator_id
left join differing d on d.indicator_id = n.indicator_id
where p_framework is null or i.framework_code = p_framework
order by i.framework_code, i.sort_key;
end $$;
comment on function reporting.totals(text, text, text) is 'One line an indicator, as of each programme''s newest period: naive_sum adds every row as published, counted_once follows rule 6; differences lists parents whose own figure differs from their children''s.';

grant select on private.effective_observation to authenticated, service_role;
grant execute on function
	reporting.figures(uuid, text, text[], text, uuid, uuid, uuid[], text),
	reporting.declared_totals(uuid, text, uuid[]),
	reporting.totals(text, text, text)
to authenticated, service_role;
