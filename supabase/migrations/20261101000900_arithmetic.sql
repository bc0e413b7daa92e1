-- "What the numbers mean", rules 1 to 4 and 6: from entered rows to the kept-up tables.

create function private.judge(
	target numeric, baseline numeric, expected numeric, actual numeric,
	ascending boolean, ended boolean, on_track_from numeric, at_risk_from numeric
) returns public.progress_status
language sql immutable as $$
	-- no search_path setting: it names no object, and the planner can then inline it
	select case
		when target is null then 'no-target'
		when expected = baseline and target <> baseline then 'not-due'
		when actual is null then 'not-reported'
		when actual >= target and ascending or actual <= target and not ascending then 'achieved'
		when expected is null or baseline is null then 'not-due'
		when expected = baseline then 'off-track'
		when not ended and (actual - baseline) / (expected - baseline) >= on_track_from then 'on-track'
		when (actual - baseline) / (expected - baseline) >= at_risk_from then 'at-risk'
		else 'off-track'
	end::public.progress_status
$$;
comment on function private.judge(numeric, numeric, numeric, numeric, boolean, boolean, numeric, numeric) is 'Rule 4: the first status that holds. not-due is also said where there is no date or no baseline to judge by; a target equal to the baseline that is not held is off track.';

create function private.series_figures(p_series uuid[]) returns setof reporting.series_period
language sql stable set search_path = '' as $$
with recursive
picked as (
	select
		s.id as series_id, s.programme_id, s.project_id, s.indicator_id, s.organisation_id,
		pi.value_kind as kind, i.ascending, p.frequency, g.on_track_from, g.at_risk_from,
		case when i.measure = 'percentage' then 100 else 1 end as ratio_scale,
		case
			when pi.value_kind = 'increment' then 'sum'
			when pi.value_kind = 'cumulative_year' then 'yearly'
			when pi.value_kind = 'ratio' and i.over_time is distinct from 'latest' then 'sum'
			when pi.value_kind in ('cumulative', 'level') and i.over_time in ('max', 'average') then i.over_time::text
			else 'latest'
		end as over_time,
		coalesce(p.starts_on, g.starts_on) as project_starts_on, p.ends_on as project_ends_on,
		coalesce(s.starts_on, p.starts_on, g.starts_on) as starts_on,
		coalesce(s.ends_on, p.ends_on) as ends_on,
		taken_over.as_of as taken_over_on
	from unnest(p_series) as wanted (id)
	join public.series s on s.id = wanted.id
	join public.project_indicator pi on pi.id = s.project_indicator_id
	join public.indicator i on i.id = s.indicator_id
	join public.project p on p.id = s.project_id
	join public.programme g on g.id = s.programme_id
	left join lateral (
		select min(o.as_of) as as_of
		from public.series successor
		join private.effective_observation o on o.series_id = successor.id and o.is_value
		where successor.continues_id = s.id
	) taken_over on true
),
-- a series that took over carries its predecessor's answers up to its own first value, unless it states a baseline
chain as (
	select
		k.series_id, s.id as source_id, s.continues_id, s.baseline_value, s.baseline_on, s.starts_on, s.ends_on,
		'infinity'::date as until, 1 as depth
	from picked k
	join public.series s on s.id = k.series_id
	union all
	select
		c.series_id, previous.id, previous.continues_id, previous.baseline_value, previous.baseline_on,
		previous.starts_on, previous.ends_on,
		least(c.until, first_value.as_of), c.depth + 1
	from chain c
	join public.series previous on previous.id = c.continues_id
	cross join lateral (
		select min(o.as_of) as as_of
		from private.effective_observation o
		where o.series_id = c.source_id and o.is_value
	) first_value
	where c.baseline_value is null and first_value.as_of is not null and c.depth < 20
),
base as (
	select
		k.series_id,
		stated.baseline_on,
		coalesce(stated.baseline_value, case when k.kind in ('increment', 'cumulative', 'cumulative_year') then 0 end) as value,
		stated.baseline_value is null and k.kind in ('increment', 'cumulative', 'cumulative_year') as assumed
	from picked k
	left join lateral (
		select c.baseline_value, c.baseline_on
		from chain c
		where c.series_id = k.series_id and c.baseline_value is not null
		order by c.depth
		limit 1
	) stated on true
),
answers as (
	select
		c.series_id, c.depth, o.as_of, o.value, o.numerator, o.denominator, o.text_value, o.scale_level, o.rating,
		extract(year from o.as_of) as year
	from chain c
	join picked k on k.series_id = c.series_id
	join private.effective_observation o on o.series_id = c.source_id and o.as_of < c.until
	where o.is_value
),
own_first as (
	select a.series_id, min(a.as_of) as as_of from answers a where a.depth = 1 group by a.series_id
),
steps as (
	select
		a.*,
		a.value - coalesce(lag(a.value) over (partition by a.series_id, a.year order by a.as_of), 0) as year_step
	from answers a
),
running as (
	select
		st.series_id, st.as_of, st.value, st.numerator, st.denominator, st.text_value, st.scale_level, st.rating,
		lead(st.as_of) over (partition by st.series_id order by st.as_of) as next_as_of,
		sum(st.value) over so_far as summed,
		sum(st.year_step) over so_far as yearly,
		max(st.value) over so_far as highest,
		avg(st.value) over so_far as average,
		sum(st.numerator) over so_far as numerators,
		sum(st.denominator) over so_far as denominators
	from steps st
	window so_far as (partition by st.series_id order by st.as_of rows between unbounded preceding and current row)
),
due as (
	select
		c.series_id, c.depth, d.code as period_code, d.as_of, extract(year from d.as_of) as year, o.id is not null as answered
	from chain c
	join picked k on k.series_id = c.series_id
	join public.programme_period pp on pp.programme_id = k.programme_id
	join public.period d on d.code = pp.period_code and d.kind = k.frequency and d.kind <> 'snapshot'
	left join private.effective_observation o on o.series_id = c.source_id and o.period_code = d.code
	where d.ends_on >= coalesce(c.starts_on, k.project_starts_on, '-infinity')
	and d.starts_on <= coalesce(c.ends_on, k.project_ends_on, 'infinity')
	and d.as_of < c.until
	and (c.depth > 1 or k.taken_over_on is null or d.as_of < k.taken_over_on)
),
due_running as (
	select
		u.series_id, u.period_code, u.as_of, u.answered,
		lead(u.as_of) over (partition by u.series_id order by u.as_of) as next_as_of,
		count(*) filter (where not u.answered) over (
			partition by u.series_id order by u.as_of rows between unbounded preceding and current row
		) as missing
	from due u
	where u.depth = 1
),
-- what a carried predecessor left out is missing from the total that carries it
gaps as (
	select
		u.series_id,
		bool_or(u.depth > 1 and not u.answered) as carried,
		min(u.year) filter (where u.ends_year and not u.answered_by_any) as first_open_year
	from (
		select
			due.*,
			due.as_of = max(due.as_of) over (partition by due.series_id, due.year) as ends_year,
			bool_or(due.answered) over (partition by due.series_id, due.as_of) as answered_by_any
		from due
	) u
	group by u.series_id
),
schedules as (
	select
		ts.id as schedule_id, ts.series_id,
		case when row_number() over versions = 1 then '-infinity'::date else ts.in_force_from end as from_on,
		lead(ts.in_force_from) over versions as until_on
	from picked k
	join public.target_schedule ts on ts.series_id = k.series_id
	window versions as (partition by ts.series_id order by ts.version)
),
target_rows as (
	select
		sc.schedule_id, sc.series_id, t.period_start, t.period_end, t.basis, t.value, t.text_value, t.dated,
		bool_or(t.basis = 'to_date') over (partition by sc.schedule_id) as has_points,
		count(*) filter (where t.value is null) over (partition by sc.schedule_id, t.basis) as texts,
		sum(t.value) over (partition by sc.schedule_id, t.basis order by t.period_end, t.position) as summed,
		row_number() over (partition by sc.schedule_id, t.basis order by t.period_end desc, t.position desc) as from_last
	from schedules sc
	join public.target t on t.schedule_id = sc.schedule_id
),
finals as (
	-- the last to_date row, else the sum on top of the baseline; one row that is no number leaves the sum unknown
	select
		r.schedule_id, r.series_id,
		case when r.basis = 'to_date' then r.value when r.texts = 0 then b.value + r.summed end as target,
		r.text_value as target_text
	from target_rows r
	join base b on b.series_id = r.series_id
	where r.from_last = 1
	and (r.basis = 'to_date') = r.has_points
),
points as (
	select r.schedule_id, r.period_end as on_date, r.value as v, true as is_target
	from target_rows r
	where r.has_points and r.basis = 'to_date' and r.dated and r.value is not null
	union all
	select r.schedule_id, r.period_end, b.value + r.summed, true
	from target_rows r
	join base b on b.series_id = r.series_id
	where not r.has_points and r.dated and r.texts = 0
	union all
	select r.schedule_id, r.period_start - 1, b.value + r.summed - r.value, false
	from target_rows r
	join base b on b.series_id = r.series_id
	where not r.has_points and r.dated and r.texts = 0
	union all
	select r.schedule_id, greatest(k.starts_on, b.baseline_on), b.value, false
	from target_rows r
	join picked k on k.series_id = r.series_id
	join base b on b.series_id = r.series_id
	where r.has_points and r.basis = 'to_date' and r.dated and r.value is not null and b.value is not null
	group by r.schedule_id, k.starts_on, b.baseline_on, b.value
	having greatest(k.starts_on, b.baseline_on) < min(r.period_end)
),
path as (
	select
		one.schedule_id, one.on_date, one.v,
		lead(one.on_date) over (partition by one.schedule_id order by one.on_date) as next_on,
		lead(one.v) over (partition by one.schedule_id order by one.on_date) as next_v
	from (
		select distinct on (p.schedule_id, p.on_date) p.schedule_id, p.on_date, p.v
		from points p
		order by p.schedule_id, p.on_date, p.is_target desc
	) one
),
path_start as (
	select p.schedule_id, min(p.on_date) as on_date, bool_or(not p.is_target) as from_baseline
	from points p
	group by p.schedule_id
),
next_targets as (
	select
		p.schedule_id, p.on_date, p.v,
		lag(p.on_date) over (partition by p.schedule_id order by p.on_date) as previous_on
	from points p
	where p.is_target
),
calendar as (
	select k.series_id, pe.code, pe.as_of
	from picked k
	join public.programme_period pp on pp.programme_id = k.programme_id
	join public.period pe on pe.code = pp.period_code
	where k.starts_on is null or pe.as_of >= k.starts_on or pe.ends_on >= k.starts_on
),
figures as (
	select
		k.*, c.code as period_code, c.as_of,
		coalesce(d.period_code = c.code, false) as due,
		here.id is not null as reported,
		here.value as in_period, here.numerator as in_numerator, here.denominator as in_denominator,
		case
			when r.series_id is null then null
			when k.kind in ('ordinal', 'qualitative') then null
			when k.kind = 'ratio' and k.over_time = 'sum' then k.ratio_scale * r.numerators / nullif(r.denominators, 0)
			when k.kind = 'ratio' then k.ratio_scale * r.numerator / nullif(r.denominator, 0)
			when k.over_time = 'sum' then b.value + r.summed
			when k.over_time = 'yearly' then b.value + r.yearly
			when k.over_time = 'max' then r.highest
			when k.over_time = 'average' then r.average
			else r.value
		end as actual,
		case when k.kind = 'ratio' then case k.over_time when 'sum' then r.numerators else r.numerator end end as numerator,
		case when k.kind = 'ratio' then case k.over_time when 'sum' then r.denominators else r.denominator end end as denominator,
		r.text_value, r.scale_level, r.rating, r.as_of as value_as_of,
		coalesce(d.missing, 0)::integer as missing,
		r.series_id is not null and case k.kind
			when 'increment' then coalesce(d.missing > 0, false) or coalesce(gap.carried, false)
			when 'cumulative_year' then coalesce(gap.first_open_year < extract(year from c.as_of), false)
			else false
		end as at_least,
		b.value as baseline, b.assumed as baseline_assumed,
		f.target, f.target_text,
		case
			when here_on.on_date is not null then
				here_on.v + coalesce(
					(here_on.next_v - here_on.v) * (least(c.as_of, k.ends_on) - here_on.on_date) / (here_on.next_on - here_on.on_date), 0
				)
			when start.from_baseline then b.value
		end as expected,
		coalesce(nt.v, f.target) as next_target,
		coalesce(c.as_of >= k.ends_on, false) as ended,
		coalesce(d.answered, true) as fresh
	from calendar c
	join picked k on k.series_id = c.series_id
	join base b on b.series_id = c.series_id
	left join own_first own on own.series_id = c.series_id
	left join running r on r.series_id = c.series_id
		and r.as_of <= c.as_of and (r.next_as_of is null or c.as_of < r.next_as_of)
		and own.as_of <= c.as_of
	left join due_running d on d.series_id = c.series_id
		and d.as_of <= c.as_of and (d.next_as_of is null or c.as_of < d.next_as_of)
	left join gaps gap on gap.series_id = c.series_id
	left join private.effective_observation here on here.series_id = c.series_id and here.period_code = c.code
	left join schedules sc on sc.series_id = c.series_id
		and c.as_of >= sc.from_on and (sc.until_on is null or c.as_of < sc.until_on)
	left join finals f on f.schedule_id = sc.schedule_id
	left join path_start start on start.schedule_id = sc.schedule_id
	left join path here_on on here_on.schedule_id = sc.schedule_id
		and here_on.on_date <= least(c.as_of, k.ends_on)
		and (here_on.next_on is null or least(c.as_of, k.ends_on) < here_on.next_on)
	left join next_targets nt on nt.schedule_id = sc.schedule_id
		and r.as_of < nt.on_date and (nt.previous_on is null or nt.previous_on <= r.as_of)
),
judged as (
	select
		g.*,
		case
			when g.kind in ('ordinal', 'qualitative') then
				case
					when g.value_as_of is null then 'not-reported'
					else coalesce(g.rating, 'no-target')
				end::public.progress_status
			else private.judge(
				g.target, g.baseline, g.expected, g.actual, g.ascending, g.ended, g.on_track_from, g.at_risk_from
			)
		end as own_status,
		sum(g.fresh::integer) over (partition by g.series_id order by g.as_of, g.period_code) as spell
	from figures g
),
kept as (
	-- while the latest due report is missing, the status stands as of the last one
	select
		j.*,
		first_value(j.own_status) over spells as last_status,
		first_value(j.as_of) over spells as last_as_of,
		not j.fresh and j.spell > 0
			and j.own_status in ('on-track', 'at-risk', 'off-track')
			and first_value(j.own_status) over spells in ('on-track', 'at-risk', 'off-track') as keeps
	from judged j
	window spells as (partition by j.series_id, j.spell order by j.as_of, j.period_code)
)
select
	t.series_id, t.period_code, t.as_of, t.programme_id, t.project_id, t.indicator_id, t.organisation_id,
	t.due, t.reported, t.in_period, t.in_numerator, t.in_denominator,
	t.actual, t.numerator, t.denominator, t.text_value, t.scale_level, t.value_as_of,
	t.missing, t.at_least, t.baseline, t.baseline_assumed,
	t.target, t.target_text, t.expected, t.next_target,
	(t.actual - t.baseline) / nullif(t.target - t.baseline, 0),
	(t.actual - t.baseline) / nullif(t.next_target - t.baseline, 0),
	(t.actual - t.baseline) / nullif(t.expected - t.baseline, 0),
	case
		when not t.keeps then t.own_status
		when t.last_status = 'on-track' and t.ended then 'at-risk'
		else t.last_status
	end,
	case when not t.fresh and t.spell > 0 and t.value_as_of is not null then t.last_as_of end,
	t.ended
from kept t
$$;
comment on function private.series_figures(uuid[]) is 'Rules 1 to 4 for some series, at every period their programme has opened. In: series ids. Out: rows of reporting.series_period.';

create function private.unit_of(p_series uuid[]) returns setof uuid
language sql stable set search_path = '' as $$
	with recursive
	asked as (
		select distinct s.project_id, i.family_id
		from public.series s
		join public.indicator i on i.id = s.indicator_id
		where s.id = any (p_series)
	),
	above as (
		select a.project_id as start_id, p.id, p.parent_id
		from (select distinct asked.project_id from asked) a
		join public.project p on p.id = a.project_id
		union all
		select a.start_id, p.id, p.parent_id
		from above a
		join public.project p on p.id = a.parent_id
	),
	tree as (
		select distinct r.id as root_id, r.id
		from above r
		where r.parent_id is null
		union all
		select t.root_id, p.id
		from tree t
		join public.project p on p.parent_id = t.id
	),
	wanted as (
		select distinct t.id as project_id, a.family_id
		from asked a
		join above u on u.start_id = a.project_id and u.parent_id is null
		join tree t on t.root_id = u.id
	)
	select s.id
	from wanted w
	join public.indicator i on i.family_id = w.family_id
	join public.series s on s.project_id = w.project_id and s.indicator_id = i.id
$$;
comment on function private.unit_of(uuid[]) is 'All series that count together with these: the same project tree and indicator family.';

create function private.family_group(p_family uuid) returns uuid
language sql immutable as $$
	-- no search_path setting: it names no object, and the planner can then inline it
	select md5('family ' || p_family)::uuid
$$;
comment on function private.family_group(uuid) is 'The group of a whole family in reporting.counting. Not the family''s own id, which is its newest indicator''s and stands for that one alone.';

create function private.counting_of(p_series uuid[]) returns setof reporting.counting
language sql stable set search_path = '' as $$
with recursive
members as (
	-- each series counts within its indicator and, where a crosswalk joins several, within the family
	select s.id as series_id, s.project_id, s.programme_id, grouped.group_id
	from public.series s
	join public.project p on p.id = s.project_id and not p.test
	join public.indicator i on i.id = s.indicator_id
	cross join lateral (
		select i.id as group_id
		union all
		select private.family_group(i.family_id)
		where exists (select 1 from public.indicator other where other.family_id = i.family_id and other.id <> i.id)
	) grouped
	where s.id = any (p_series)
),
nodes as (
	select distinct m.project_id, m.programme_id, m.group_id from members m
),
climb as (
	select n.project_id, n.group_id, p.parent_id as above_id
	from nodes n
	join public.project p on p.id = n.project_id
	where p.parent_id is not null
	union all
	select c.project_id, c.group_id, p.parent_id
	from climb c
	join public.project p on p.id = c.above_id
	where p.parent_id is not null
),
-- ancestors that have figures of their own in the group
ancestry as (
	select c.project_id, c.group_id, c.above_id
	from climb c
	join nodes n on n.project_id = c.above_id and n.group_id = c.group_id
),
nearest as (
	-- the nearest such ancestor has no other of them in between
	select a.project_id, a.group_id, a.above_id
	from ancestry a
	where not exists (
		select 1
		from ancestry between_them
		join ancestry further on further.project_id = between_them.above_id
			and further.group_id = a.group_id and further.above_id = a.above_id
		where between_them.project_id = a.project_id and between_them.group_id = a.group_id
	)
),
states as (
	select
		m.project_id, m.group_id, sp.period_code, sp.as_of, pe.kind = 'snapshot' as snapshot,
		bool_or(sp.due) as due,
		coalesce(bool_and(sp.reported) filter (where sp.due), false) as complete,
		bool_or(sp.reported and (sp.in_period is not null or sp.in_numerator is not null)) as has_value
	from members m
	join reporting.series_period sp on sp.series_id = m.series_id
	join public.period pe on pe.code = sp.period_code
	group by m.project_id, m.group_id, sp.period_code, sp.as_of, pe.kind
),
below as (
	select
		a.above_id as project_id, a.group_id, st.period_code, st.as_of, st.snapshot,
		bool_or(st.due) as due, bool_or(st.has_value) as has_value
	from ancestry a
	join states st on st.project_id = a.project_id and st.group_id = a.group_id
	group by a.above_id, a.group_id, st.period_code, st.as_of, st.snapshot
),
-- a due child without a value fails its parent, and on upwards through parents that have none of their own
failing as (
	select n.above_id as project_id, st.group_id, st.period_code
	from states st
	join nearest n on n.project_id = st.project_id and n.group_id = st.group_id
	left join below b on b.project_id = st.project_id and b.group_id = st.group_id and b.period_code = st.period_code
	where st.due and not st.complete and not coalesce(b.due, false)
	union
	select n.above_id, f.group_id, f.period_code
	from failing f
	join nearest n on n.project_id = f.project_id and n.group_id = f.group_id
	left join states st on st.project_id = f.project_id and st.group_id = f.group_id and st.period_code = f.period_code
	where not coalesce(st.complete, false)
),
replaced as (
	select b.project_id, b.group_id, min(b.as_of) as from_on
	from below b
	left join failing f on f.project_id = b.project_id and f.group_id = b.group_id and f.period_code = b.period_code
	where case when b.snapshot then b.has_value else b.due and f.project_id is null end
	group by b.project_id, b.group_id
)
select
	n.project_id, n.group_id, n.programme_id,
	coalesce((
		select max(coalesce(r.from_on, 'infinity'::date))
		from ancestry a
		left join replaced r on r.project_id = a.above_id and r.group_id = a.group_id
		where a.project_id = n.project_id and a.group_id = n.group_id
	), '-infinity'::date),
	coalesce(own.from_on, 'infinity'::date)
from nodes n
left join replaced own on own.project_id = n.project_id and own.group_id = n.group_id
$$;
comment on function private.counting_of(uuid[]) is 'Rule 6 for whole units: from when until when each project''s own figure counts. In: all series of the units, whose series_period rows are fresh.';

create function private.cells_of(p_series uuid[]) returns setof reporting.cell
language sql stable set search_path = '' as $$
with
rows as (
	select
		sp.*, i.family_id, s.country_iso2, p.test, f.published_on,
		taken_over.as_of as taken_over_on,
		own.counted_from, own.counted_until,
		coalesce(family.counted_from, own.counted_from) as family_from,
		coalesce(family.counted_until, own.counted_until) as family_until
	from reporting.series_period sp
	join public.series s on s.id = sp.series_id
	join public.indicator i on i.id = s.indicator_id
	join public.framework f on f.code = i.framework_code
	join public.project p on p.id = s.project_id
	left join reporting.counting own on own.project_id = s.project_id and own.group_id = s.indicator_id
	left join reporting.counting family on family.project_id = s.project_id and family.group_id = private.family_group(i.family_id)
	left join lateral (
		select min(o.as_of) as as_of
		from public.series successor
		join private.effective_observation o on o.series_id = successor.id and o.is_value
		where successor.continues_id = s.id
	) taken_over on true
	where sp.series_id = any (p_series)
),
reasoned as (
	select
		r.*,
		case
			when r.test then 'test'
			when r.as_of >= r.taken_over_on then 'taken-over'
			when r.as_of >= r.counted_until then 'children'
			when r.as_of < r.counted_from then 'parent'
		end as left_out,
		-- of linked generations in one project the newest with a value counts
		max(r.published_on) filter (where r.actual is not null)
			over (partition by r.project_id, r.family_id, r.period_code) as newest
	from rows r
)
select
	r.series_id, r.period_code, r.as_of, r.programme_id, r.project_id, r.indicator_id, r.family_id,
	r.country_iso2, r.organisation_id,
	r.left_out is null,
	not r.test and r.as_of < coalesce(r.taken_over_on, 'infinity')
		and r.as_of >= r.family_from and r.as_of < r.family_until
		and (r.newest is null or r.published_on = r.newest),
	r.left_out,
	r.left_out is null and exists (
		select 1 from reporting.counting c
		where c.group_id = r.indicator_id and c.counted_from > r.as_of
		and c.project_id in (
			with recursive down as (
				select p.id from public.project p where p.parent_id = r.project_id
				union all
				select p.id from public.project p join down d on p.parent_id = d.id
			)
			select d.id from down d
		)
	),
	r.due, r.reported, r.at_least, r.actual, r.numerator, r.denominator, r.baseline, r.target, r.expected,
	r.pace, r.progress, r.status, r.ended
from reasoned r
$$;
comment on function private.cells_of(uuid[]) is 'What of each series counts, at each period. In: all series of whole units. Out: rows of reporting.cell.';

create function private.claims_of(p_series uuid[]) returns setof reporting.claim
language sql stable set search_path = '' as $$
	select distinct on (ac.series_id, ac.activity_id)
		-- inside the figure from the later of the report's day and the activity's last
		s.id, ac.activity_id, greatest(pe.as_of, a.ends_on), s.programme_id, s.project_id, s.indicator_id, s.organisation_id,
		ac.participants, ov.participants
	from public.activity_claim ac
	join public.series s on s.id = ac.series_id
	join public.report_revision v on v.id = ac.revision_id and v.in_force
	join public.report r on r.id = v.report_id
	join public.period pe on pe.code = r.period_code
	join public.activity a on a.id = ac.activity_id
	left join public.activity_overlap ov on ov.activity_id = ac.activity_id and ov.indicator_id = s.indicator_id
	where ac.series_id = any (p_series)
	order by ac.series_id, ac.activity_id, pe.as_of
$$;
comment on function private.claims_of(uuid[]) is 'Claims in force of some series, with the agreed overlap. Out: rows of reporting.claim.';

create function private.refresh_figures(p_series uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
	units uuid[] := array(select distinct private.unit_of(p_series));
	part uuid[];
begin
	if cardinality(units) = 0 then
		return;
	end if;
	delete from reporting.series_period sp where sp.series_id = any (units);
	-- in parts, so that a whole import never sorts everything at once
	for i in 0 .. (cardinality(units) - 1) / 1000 loop
		part := units[i * 1000 + 1 : (i + 1) * 1000];
		insert into reporting.series_period select * from private.series_figures(part);
	end loop;
	delete from reporting.counting c
	using public.series s join public.indicator i on i.id = s.indicator_id
	where s.id = any (units) and c.project_id = s.project_id and c.group_id in (s.indicator_id, private.family_group(i.family_id));
	insert into reporting.counting select * from private.counting_of(units);
	delete from reporting.cell c where c.series_id = any (units);
	insert into reporting.cell select * from private.cells_of(units);
	delete from reporting.claim k where k.series_id = any (units);
	insert into reporting.claim select * from private.claims_of(units);
	insert into reporting.data_version as known (programme_id)
	select distinct s.programme_id from public.series s where s.id = any (units)
	on conflict (programme_id) do update set version = known.version + 1, changed_at = now();
end $$;
comment on function private.refresh_figures(uuid[]) is 'Recomputes the kept-up tables for every series that counts together with these.';
