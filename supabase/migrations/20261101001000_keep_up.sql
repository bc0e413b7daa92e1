-- What recomputes the kept-up tables: approval, correction, target change, crosswalk edit, period opening and structure.
-- The loader switches these off for its own transaction and refreshes once at its end.

create function private.loading() returns boolean
language sql stable set search_path = '' as $$
	-- never for somebody signed in, who could otherwise change rows past the record
	select coalesce(current_setting('waymark.loading', true), '') = 'on' and (select auth.uid()) is null
$$;
comment on function private.loading() is 'True inside load_change_set, which refreshes once at its end.';

create function private.refresh_after_decision() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not private.loading() then
		perform private.refresh_figures(array(
			select distinct o.series_id
			from changed c
			join public.observation o on o.revision_id = c.id
			where c.state = 'approved'
		));
	end if;
	return null;
end $$;
comment on function private.refresh_after_decision() is 'An approval moves figures into totals in the same transaction.';
create trigger refresh_after_decision after update on public.report_revision
	referencing new table as changed for each statement execute function private.refresh_after_decision();

create function private.refresh_after_deletion() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not private.loading() then
		perform private.refresh_figures(array(select distinct g.series_id from gone g));
	end if;
	return null;
end $$;
comment on function private.refresh_after_deletion() is 'Figures that go with a deleted report leave the totals.';
create trigger refresh_after_deletion after delete on public.observation
	referencing old table as gone for each statement execute function private.refresh_after_deletion();

create function private.refresh_after_target() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not private.loading() then
		perform private.refresh_figures(array(
			select distinct ts.series_id
			from added a
			join public.target_schedule ts on ts.id = a.schedule_id
			where ts.series_id is not null
		));
	end if;
	return null;
end $$;
comment on function private.refresh_after_target() is 'A new version of a schedule moves the expected path from its first day on.';
create trigger refresh_after_target after insert on public.target
	referencing new table as added for each statement execute function private.refresh_after_target();

create function private.refresh_after_schedule() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not private.loading() then
		perform private.refresh_figures(array(select a.series_id from added a where a.series_id is not null));
	end if;
	return null;
end $$;
comment on function private.refresh_after_schedule() is 'A version is in force before it has rows; one that never gets any withdraws the targets.';
create trigger refresh_after_schedule after insert on public.target_schedule
	referencing new table as added for each statement execute function private.refresh_after_schedule();

create function private.refresh_after_series() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not private.loading() then
		perform private.refresh_figures(array(
			select c.id from changed c union select c.continues_id from changed c where c.continues_id is not null
		));
	end if;
	return null;
end $$;
comment on function private.refresh_after_series() is 'A new or changed series has its rows at every opened period.';
create trigger refresh_after_series_added after insert on public.series
	referencing new table as changed for each statement execute function private.refresh_after_series();
create trigger refresh_after_series_changed after update on public.series
	referencing new table as changed for each statement execute function private.refresh_after_series();

create function private.refresh_after_series_left() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if private.loading() then
		return null;
	end if;
	-- the last series of a project takes its project out of the counting
	delete from reporting.counting c
	using gone g
	join public.indicator i on i.id = g.indicator_id
	where c.project_id = g.project_id
	and c.group_id in (i.id, private.family_group(i.family_id));
	perform private.refresh_figures(array(
		select s.id
		from public.series s
		join public.indicator i on i.id = s.indicator_id
		where exists (
			select 1 from gone g
			join public.indicator former on former.id = g.indicator_id
			where g.programme_id = s.programme_id and former.family_id = i.family_id
		)
	));
	return null;
end $$;
comment on function private.refresh_after_series_left() is 'A silent series that is removed no longer keeps its parent from being replaced.';
create trigger refresh_after_series_removed after delete on public.series
	referencing old table as gone for each statement execute function private.refresh_after_series_left();

create function private.refresh_after_period() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not private.loading() then
		perform private.refresh_figures(array(
			select s.id from public.series s where s.programme_id in (select c.programme_id from changed c)
		));
	end if;
	return null;
end $$;
comment on function private.refresh_after_period() is 'Opening a period gives every series of the programme a row for it.';
create trigger refresh_after_period_opened after insert on public.programme_period
	referencing new table as changed for each statement execute function private.refresh_after_period();
create trigger refresh_after_period_withdrawn after delete on public.programme_period
	referencing old table as changed for each statement execute function private.refresh_after_period();

create function private.refresh_after_period_days() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not private.loading() then
		perform private.refresh_figures(array(
			select s.id
			from public.series s
			join public.programme_period pp on pp.programme_id = s.programme_id
			where pp.period_code in (select c.code from changed c)
		));
	end if;
	return null;
end $$;
comment on function private.refresh_after_period_days() is 'A period''s days decide what is due in it and what came before.';
create trigger refresh_after_period_days after update on public.period
	referencing new table as changed for each statement execute function private.refresh_after_period_days();

create function private.refresh_after_structure() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if private.loading() then
		return null;
	end if;
	perform private.refresh_figures(case tg_table_name
		when 'programme' then array(select s.id from public.series s where s.programme_id in (select c.id from changed c))
		when 'project' then array(
			-- moving a project or marking it as a test changes what counts in the whole programme's trees
			select s.id from public.series s
			join public.project p on p.id = s.project_id
			where p.programme_id in (select inner_p.programme_id from public.project inner_p where inner_p.id in (select c.id from changed c))
		)
		when 'project_indicator' then array(
			select s.id from public.series s where s.project_indicator_id in (select c.id from changed c)
		)
	end);
	return null;
end $$;
comment on function private.refresh_after_structure() is 'Bands, dates, trees and value kinds all change what figures say.';
create trigger refresh_after_programme after update on public.programme
	referencing new table as changed for each statement execute function private.refresh_after_structure();
create trigger refresh_after_project after update on public.project
	referencing new table as changed for each statement execute function private.refresh_after_structure();
create trigger refresh_after_project_indicator after update on public.project_indicator
	referencing new table as changed for each statement execute function private.refresh_after_structure();

create function private.refresh_after_indicator() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not private.loading() then
		perform private.refresh_figures(array(
			select s.id
			from public.series s
			join public.indicator i on i.id = s.indicator_id
			where i.family_id in (select c.family_id from changed c union select f.family_id from former f)
		));
	end if;
	return null;
end $$;
comment on function private.refresh_after_indicator() is 'How an indicator behaves changes its figures; leaving a family changes what counts in the one it left.';
create trigger refresh_after_indicator after update on public.indicator
	referencing new table as changed old table as former
	for each statement execute function private.refresh_after_indicator();

create function private.refresh_families() returns void
language sql security definer set search_path = '' as $$
	with recursive
	links as (
		select c.from_id as a, c.to_id as b from public.indicator_crosswalk c where c.relation in ('same', 'renamed')
		union
		select c.to_id, c.from_id from public.indicator_crosswalk c where c.relation in ('same', 'renamed')
	),
	reach as (
		select i.id as start_id, i.id from public.indicator i
		union
		select r.start_id, l.b from reach r join links l on l.a = r.id
	),
	newest as (
		select distinct on (r.start_id) r.start_id, r.id as family_id
		from reach r
		join public.indicator i on i.id = r.id
		join public.framework f on f.code = i.framework_code
		order by r.start_id, f.published_on desc, f.code desc, i.sort_key, i.id
	)
	update public.indicator i
	set family_id = n.family_id
	from newest n
	where n.start_id = i.id and i.family_id is distinct from n.family_id
$$;
comment on function private.refresh_families() is 'Gives linked indicators (same, renamed) one family: the newest of them.';

create function private.families_after_crosswalk() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not private.loading() then
		perform private.refresh_families();
	end if;
	return null;
end $$;
comment on function private.families_after_crosswalk() is 'An edited crosswalk changes which generations count together.';
create trigger families_after_crosswalk after insert or update or delete on public.indicator_crosswalk
	for each statement execute function private.families_after_crosswalk();

create function private.families_after_framework() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not private.loading() then
		perform private.refresh_families();
		perform private.refresh_figures(array(
			select s.id
			from public.series s
			join public.indicator i on i.id = s.indicator_id
			where i.family_id in (
				select own.family_id
				from changed c
				join public.indicator own on own.framework_code = c.code
				join public.indicator other on other.family_id = own.family_id and other.id <> own.id
			)
		));
	end if;
	return null;
end $$;
comment on function private.families_after_framework() is 'The day a framework was published decides which of linked indicators is the newest.';
create trigger families_after_framework after update on public.framework
	referencing new table as changed for each statement execute function private.families_after_framework();

create function private.refresh_after_overlap() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not private.loading() then
		perform private.refresh_figures(array(
			select distinct ac.series_id
			from changed c
			join public.activity_claim ac on ac.activity_id = c.activity_id
		));
	end if;
	return null;
end $$;
comment on function private.refresh_after_overlap() is 'An agreed overlap leaves totals at once, whenever it was agreed.';
create trigger refresh_after_overlap_added after insert on public.activity_overlap
	referencing new table as changed for each statement execute function private.refresh_after_overlap();
create trigger refresh_after_overlap_changed after update on public.activity_overlap
	referencing new table as changed for each statement execute function private.refresh_after_overlap();
create trigger refresh_after_overlap_removed after delete on public.activity_overlap
	referencing old table as changed for each statement execute function private.refresh_after_overlap();

create function private.refresh_after_activity() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not private.loading() then
		perform private.refresh_figures(array(
			select distinct ac.series_id
			from changed c
			join public.activity_claim ac on ac.activity_id = c.id
		));
	end if;
	return null;
end $$;
comment on function private.refresh_after_activity() is 'A moved activity moves the day its claims count from.';
create trigger refresh_after_activity after update on public.activity
	referencing new table as changed for each statement execute function private.refresh_after_activity();
