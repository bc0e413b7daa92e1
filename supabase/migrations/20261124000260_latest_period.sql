-- A quarter that partners are still filling in is open, and no page's first sight: it would show nothing but gaps.

create function private.latest_period(p_programme uuid) returns text
language sql stable security definer set search_path = '' as $$
	select pe.code
	from public.programme_period pp
	join public.period pe on pe.code = pp.period_code
	where pp.programme_id = p_programme
	order by exists (
		select 1
		from public.report r
		join public.report_revision v on v.report_id = r.id and v.in_force
		where r.programme_id = p_programme and r.period_code = pp.period_code
	) desc, pe.as_of desc, pe.kind
	limit 1
$$;
comment on function private.latest_period(uuid) is 'The newest period with an approved report, else the newest opened: what a page shows where none was chosen, whoever reads.';
grant execute on function private.latest_period(uuid) to authenticated, service_role;

create or replace function reporting.scope_of(p_programme text, p_period text, p_partner text)
returns table (programme_id uuid, period_code text, previous_code text, as_of date, organisation_id uuid)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
	return query
	with
	programme as (
		select g.id
		from public.programme g
		where p_programme is null or g.code = p_programme
		order by g.demonstration, g.code
		limit 1
	),
	calendar as (
		select pe.code, pe.as_of, pe.kind
		from programme g
		join public.programme_period pp on pp.programme_id = g.id
		join public.period pe on pe.code = pp.period_code
	),
	chosen as (
		select c.code, c.as_of, c.kind
		from calendar c
		where c.code = coalesce(p_period, (select private.latest_period(g.id) from programme g))
	)
	select
		g.id, c.code,
		(
			select before.code from calendar before
			where before.as_of < c.as_of and before.kind = c.kind
			order by before.as_of desc limit 1
		),
		c.as_of,
		(select o.id from public.organisation o where o.slug = p_partner)
	from programme g
	left join chosen c on true;
end $$;
comment on function reporting.scope_of(text, text, text) is 'Which programme, period (default: private.latest_period) and organisation a page is about, of those the reader may see.';
