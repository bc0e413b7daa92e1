-- A project's logframe: results, the indicators under them, the series people report on, and targets that keep their history.

create table public.result (
	id uuid primary key default gen_random_uuid(),
	project_id uuid not null references public.project on delete cascade,
	parent_id uuid references public.result,
	level public.result_level not null,
	code text,
	title text not null,
	assumptions text,
	position smallint not null default 1,
	unique (id, project_id),
	foreign key (parent_id, project_id) references public.result (id, project_id)
);
comment on table public.result is 'The results chain of a project: impact, outcomes, outputs, with their assumptions.';
create index result_project on public.result (project_id);
create index result_parent on public.result (parent_id);

create table public.project_indicator (
	id uuid primary key default gen_random_uuid(),
	project_id uuid not null references public.project on delete cascade,
	indicator_id uuid not null references public.indicator,
	result_id uuid,
	value_kind public.value_kind not null,
	position smallint not null default 1,
	note text,
	unique (project_id, indicator_id),
	unique (id, project_id, indicator_id),
	foreign key (result_id, project_id) references public.result (id, project_id)
);
comment on table public.project_indicator is 'An indicator in a project''s logframe, and how this project''s values are to be read.';
comment on column public.project_indicator.value_kind is 'Usually the indicator''s; a published export may hold a running total of what partners report by quarter.';
create index project_indicator_indicator on public.project_indicator (indicator_id);
create index project_indicator_result on public.project_indicator (result_id);

create table public.series (
	id uuid primary key default gen_random_uuid(),
	project_indicator_id uuid not null,
	programme_id uuid not null,
	project_id uuid not null,
	indicator_id uuid not null,
	country_iso2 text references public.country,
	organisation_id uuid not null references public.organisation,
	starts_on date,
	ends_on date,
	continues_id uuid,
	baseline_value numeric,
	baseline_text text,
	baseline_on date,
	baseline_comment text,
	created_at timestamptz not null default now(),
	unique nulls not distinct (project_indicator_id, country_iso2, organisation_id),
	unique (id, programme_id, organisation_id, indicator_id),
	unique (id, project_indicator_id),
	unique (continues_id),
	foreign key (continues_id, project_indicator_id) references public.series (id, project_indicator_id),
	foreign key (project_indicator_id, project_id, indicator_id)
		references public.project_indicator (id, project_id, indicator_id) on delete cascade,
	foreign key (project_id, programme_id) references public.project (id, programme_id),
	check (ends_on >= starts_on),
	check (continues_id <> id)
);
comment on table public.series is 'One indicator of one project in one country by one organisation: the unit people enter and approve.';
comment on column public.series.country_iso2 is 'Null is regional: no split by country was reported.';
comment on column public.series.starts_on is 'First day it is due from; null: the project''s start.';
comment on column public.series.continues_id is 'The series it took over. That one stops counting from this one''s first value on; without a baseline of its own this one carries the other''s history.';
comment on column public.series.baseline_text is 'A baseline that is no number, as published.';
create index series_programme on public.series (programme_id);
create index series_project on public.series (project_id, indicator_id);
create index series_indicator on public.series (indicator_id);
create index series_organisation on public.series (organisation_id);
create index series_country on public.series (country_iso2);
create index series_continues on public.series (continues_id, project_indicator_id);

create function private.check_take_over() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not exists (
		select 1 from public.series former
		where former.id = new.continues_id and former.country_iso2 is not distinct from new.country_iso2
	) then
		raise exception 'A series takes over one of the same country' using errcode = 'check_violation';
	end if;
	if exists (
		with recursive former as (
			select s.id, s.continues_id from public.series s where s.id = new.continues_id
			union
			select s.id, s.continues_id from public.series s join former f on s.id = f.continues_id
		)
		select 1 from former where former.id = new.id
	) then
		raise exception 'A series cannot take over from itself' using errcode = 'check_violation';
	end if;
	return new;
end $$;
comment on function private.check_take_over() is 'Take-overs form a line: within one country, and with no ring, which would carry a history for ever.';
create trigger check_take_over after insert or update of continues_id, country_iso2 on public.series
	for each row when (new.continues_id is not null) execute function private.check_take_over();

create table public.target_schedule (
	id uuid primary key default gen_random_uuid(),
	series_id uuid references public.series on delete cascade,
	project_indicator_id uuid references public.project_indicator on delete cascade,
	programme_id uuid references public.programme on delete cascade,
	indicator_id uuid references public.indicator on delete cascade,
	version integer not null check (version >= 1),
	in_force_from date not null,
	reason text,
	author uuid,
	created_at timestamptz not null default now(),
	recorded_at timestamptz not null default now(),
	check (num_nonnulls(series_id, project_indicator_id, programme_id) = 1),
	check ((programme_id is null) = (indicator_id is null)),
	check (version = 1 or coalesce(reason, '') <> ''),
	unique nulls not distinct (series_id, project_indicator_id, programme_id, indicator_id, version)
);
comment on table public.target_schedule is 'One version of the whole target schedule of a series, or of a project''s or programme''s indicator. Append-only: a change is the next version, with its reason.';
comment on column public.target_schedule.in_force_from is 'From this day on it is the schedule; the first version also holds before.';
create index target_schedule_project_indicator on public.target_schedule (project_indicator_id);
create index target_schedule_programme on public.target_schedule (programme_id, indicator_id);
create index target_schedule_indicator on public.target_schedule (indicator_id);

create function private.stamp_author() returns trigger
language plpgsql set search_path = '' as $$
begin
	if (select auth.uid()) is not null then
		new.author := (select auth.uid());
		new.created_at := now();
	end if;
	return new;
end $$;
comment on function private.stamp_author() is 'Who set a target is whoever is signed in, never what the request says.';
create trigger stamp_author before insert on public.target_schedule
	for each row execute function private.stamp_author();

comment on column public.target_schedule.recorded_at is 'The transaction that wrote it: its rows come with it, none later.';

create table public.target (
	schedule_id uuid not null references public.target_schedule on delete cascade,
	position smallint not null,
	period_start date not null,
	period_end date not null,
	basis public.target_basis not null,
	value numeric,
	text_value text,
	dated boolean not null default true,
	primary key (schedule_id, position),
	check (period_end >= period_start),
	check (num_nonnulls(value, text_value) = 1)
);
comment on table public.target is 'A row of a target schedule.';
comment on column public.target.text_value is 'A target that is no number ("TBD", "10,000 individual and 1,000 MSMEs"): kept, shown, never computed with.';
comment on column public.target.dated is 'False where the source''s period is no due date, as in a snapshot of 2015 to 2025: then there is no pace.';

create function private.refuse_change() returns trigger
language plpgsql set search_path = '' as $$
begin
	raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
		using errcode = 'check_violation', hint = tg_argv[0];
end $$;
comment on function private.refuse_change() is 'Keeps a table append-only. Argument: what to do instead.';
create trigger target_schedule_append_only before update on public.target_schedule
	for each row execute function private.refuse_change('Add the next version with a reason.');
create trigger target_append_only before update on public.target
	for each row execute function private.refuse_change('Add the next version of the schedule.');

create function private.refuse_delete_while_owner_stands() returns trigger
language plpgsql set search_path = '' as $$
begin
	-- a cascade from the series or the logframe line runs nested in that delete; a direct delete does not
	if pg_trigger_depth() = 1 then
		raise exception '% is append-only: delete refused', tg_table_name using errcode = 'check_violation';
	end if;
	return old;
end $$;
comment on function private.refuse_delete_while_owner_stands() is 'Targets go only together with the series they belong to.';
create trigger target_schedule_no_delete before delete on public.target_schedule
	for each row execute function private.refuse_delete_while_owner_stands();
create trigger target_no_delete before delete on public.target
	for each row execute function private.refuse_delete_while_owner_stands();

create function private.check_target_schedule() returns trigger
language plpgsql set search_path = '' as $$
begin
	if exists (
		select 1 from public.target_schedule other
		where (other.series_id, other.project_indicator_id, other.programme_id, other.indicator_id)
			is not distinct from (new.series_id, new.project_indicator_id, new.programme_id, new.indicator_id)
		and (
			other.version < new.version and other.in_force_from > new.in_force_from
			or other.version > new.version and other.in_force_from < new.in_force_from
		)
	) then
		raise exception 'A later version of a target schedule cannot come into force before an earlier one'
			using errcode = 'check_violation';
	end if;
	return new;
end $$;
comment on function private.check_target_schedule() is 'Versions come into force in their order.';
create trigger check_target_schedule after insert on public.target_schedule
	for each row execute function private.check_target_schedule();

create function private.close_schedule() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if tg_table_name = 'target_schedule' then
		new.recorded_at := now();
	elsif not exists (
		select 1 from public.target_schedule ts where ts.id = new.schedule_id and ts.recorded_at = now()
	) then
		raise exception 'A version of a target schedule is written whole: a row cannot be added later'
			using errcode = 'check_violation', hint = 'Add the next version with a reason.';
	end if;
	return new;
end $$;
comment on function private.close_schedule() is 'A schedule and its rows are written in one transaction; after it the version is closed.';
create trigger close_schedule before insert on public.target_schedule
	for each row execute function private.close_schedule();
create trigger close_schedule before insert on public.target
	for each row execute function private.close_schedule();

create function private.check_target_basis() returns trigger
language plpgsql set search_path = '' as $$
begin
	if new.basis = 'in_period' and exists (
		select 1
		from public.target_schedule ts
		join public.series s on s.id = ts.series_id
		join public.project_indicator pi on pi.id = s.project_indicator_id
		where ts.id = new.schedule_id
		and pi.value_kind in ('level', 'ratio', 'ordinal', 'qualitative')
	) then
		raise exception 'A level or ratio has targets to a date, not within a period' using errcode = 'check_violation';
	end if;
	return new;
end $$;
comment on function private.check_target_basis() is 'in_period rows are summed, which only increments and running totals allow.';
create trigger check_target_basis after insert on public.target
	for each row execute function private.check_target_basis();
