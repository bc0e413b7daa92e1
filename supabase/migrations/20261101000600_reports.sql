-- Periods, reports in revisions, and the figures in them. An approved revision is never edited: a correction is the next one.

create table public.period (
	code text primary key,
	kind public.reporting_frequency not null,
	starts_on date not null,
	ends_on date not null,
	as_of date not null,
	due_on date,
	check (ends_on >= starts_on),
	check ((kind = 'snapshot') or (as_of = ends_on)),
	check (kind <> 'snapshot' or due_on is null)
);
comment on table public.period is 'Reporting periods: 2022-Q3, 2022-H1, 2022, or a snapshot (S-2021-12-17) whose dates say nothing about when things happened.';
comment on column public.period.as_of is 'The day its figures are true for: its end, or a snapshot''s day of extraction.';
create index period_as_of on public.period (as_of);

create table public.programme_period (
	programme_id uuid not null references public.programme on delete cascade,
	period_code text not null references public.period,
	opened_at timestamptz not null default now(),
	locked_at timestamptz,
	primary key (programme_id, period_code)
);
comment on table public.programme_period is 'The periods a programme has opened: its calendar. What is due, and what pages can show, follows from it.';
create index programme_period_period on public.programme_period (period_code);

create table public.period_exception (
	programme_id uuid not null,
	period_code text not null,
	organisation_id uuid not null references public.organisation,
	until date not null,
	reason text not null,
	primary key (programme_id, period_code, organisation_id),
	foreign key (programme_id, period_code) references public.programme_period on delete cascade
);
comment on table public.period_exception is 'A locked period reopened for one organisation until a day; it ends by itself.';
create index period_exception_organisation on public.period_exception (organisation_id);

create table public.report (
	id uuid primary key default gen_random_uuid(),
	programme_id uuid not null,
	project_id uuid not null,
	organisation_id uuid not null references public.organisation,
	period_code text not null,
	created_at timestamptz not null default now(),
	unique (project_id, organisation_id, period_code),
	unique (id, programme_id, organisation_id),
	foreign key (project_id, programme_id) references public.project (id, programme_id),
	foreign key (programme_id, period_code) references public.programme_period
);
comment on table public.report is 'What one organisation owes for one project and period. Its state and figures are in its revisions.';
create index report_programme on public.report (programme_id, period_code);
create index report_organisation on public.report (organisation_id);

create table public.report_revision (
	id uuid primary key default gen_random_uuid(),
	report_id uuid not null,
	programme_id uuid,
	organisation_id uuid,
	number integer not null check (number >= 1),
	state public.revision_state not null default 'draft',
	in_force boolean not null default false,
	reason text,
	narrative text,
	created_by uuid,
	created_at timestamptz not null default now(),
	submitted_by uuid,
	submitted_at timestamptz,
	decided_by uuid,
	decided_at timestamptz,
	decision_note text,
	unique (report_id, number),
	foreign key (report_id, programme_id, organisation_id)
		references public.report (id, programme_id, organisation_id) match full on delete cascade,
	check (number = 1 or coalesce(reason, '') <> ''),
	check (not in_force or state = 'approved'),
	check (state <> 'returned' or coalesce(decision_note, '') <> '')
);
comment on table public.report_revision is 'A submission of a report, kept whole: draft, submitted, returned or approved. A correction after approval is the next number, with a reason.';
comment on column public.report_revision.programme_id is 'Its report''s, with organisation_id: row security then needs no look-up. Filled by trigger.';
comment on column public.report_revision.in_force is 'True for the newest approved revision, the one that counts. Kept by trigger.';
create index report_revision_scope on public.report_revision (programme_id, organisation_id);
create unique index report_revision_one_in_force on public.report_revision (report_id) where in_force;
create index report_revision_submitted on public.report_revision (report_id) where state = 'submitted';

create table public.observation (
	id uuid primary key default gen_random_uuid(),
	revision_id uuid not null references public.report_revision on delete cascade,
	series_id uuid not null,
	programme_id uuid,
	organisation_id uuid,
	indicator_id uuid,
	value numeric,
	numerator numeric,
	denominator numeric,
	text_value text,
	scale_level smallint check (scale_level >= 1),
	not_applicable text,
	rating public.progress_status check (rating in ('achieved', 'on-track', 'at-risk', 'off-track')),
	note text,
	source_of_verification text,
	origin public.figure_origin not null default 'reported',
	source text,
	entered_by uuid,
	entered_at timestamptz not null default now(),
	unique (revision_id, series_id),
	foreign key (series_id, programme_id, organisation_id, indicator_id)
		references public.series (id, programme_id, organisation_id, indicator_id) match full,
	check (num_nonnulls(value, numerator, text_value, scale_level, not_applicable) = 1),
	check ((numerator is null) = (denominator is null)),
	check (origin <> 'source' or coalesce(source, '') <> ''),
	check (value not in ('NaN', 'Infinity', '-Infinity'))
);
comment on table public.observation is 'One answer for one series in one revision: a value, a numerator and denominator, a level or text, or not applicable with the reason. No row is missing, which is not zero.';
comment on column public.observation.text_value is 'A qualitative answer, or a published value that is no number, as typed.';
comment on column public.observation.not_applicable is 'Why the question does not apply in this period.';
comment on column public.observation.rating is 'Hand-set judgement of an ordinal or qualitative answer.';
comment on column public.observation.programme_id is 'Its series'', with organisation_id and indicator_id: row security then needs no look-up. Filled by trigger.';
create index observation_series on public.observation (series_id, programme_id, organisation_id, indicator_id);

create table public.breakdown (
	id uuid primary key default gen_random_uuid(),
	observation_id uuid not null references public.observation on delete cascade,
	dimensions text[] not null check (cardinality(dimensions) between 1 and 3),
	unique (observation_id, dimensions)
);
comment on table public.breakdown is 'One way an observation is split (sex; age; sex x age), at most three dimensions. Breakdowns stand beside each other and are never added together.';

create table public.breakdown_part (
	breakdown_id uuid not null references public.breakdown on delete cascade,
	categories text[] not null,
	value numeric not null check (value >= 0),
	primary key (breakdown_id, categories)
);
comment on table public.breakdown_part is 'A part of a breakdown: its categories in the order of the dimensions ("unknown" is one), and its value. Parts add up to the breakdown''s own total.';

create function private.check_breakdown_part() returns trigger
language plpgsql set search_path = '' as $$
declare
	breakdown uuid := case tg_table_name when 'breakdown' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'breakdown_id')::uuid end;
begin
	if exists (
		select 1
		from public.breakdown b
		join public.breakdown_part part on part.breakdown_id = b.id
		where b.id = breakdown
		and cardinality(part.categories) <> cardinality(b.dimensions)
	) then
		raise exception 'A part names one category for each dimension of its breakdown' using errcode = 'check_violation';
	end if;
	return new;
end $$;
comment on function private.check_breakdown_part() is 'Parts fit the dimensions of their breakdown.';
create trigger check_breakdown_part after insert or update on public.breakdown_part
	for each row execute function private.check_breakdown_part();
create trigger check_breakdown_dimensions after update of dimensions on public.breakdown
	for each row execute function private.check_breakdown_part();

create function private.place_observation() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select s.programme_id, s.organisation_id, s.indicator_id
	into new.programme_id, new.organisation_id, new.indicator_id
	from public.series s
	where s.id = new.series_id;
	return new;
end $$;
comment on function private.place_observation() is 'A figure carries its series'' programme, organisation and indicator.';
create trigger place_observation before insert or update on public.observation
	for each row execute function private.place_observation();

create function private.check_observation() returns trigger
language plpgsql set search_path = '' as $$
declare
	fits boolean;
	made_up_in_real boolean;
begin
	select s.project_id = r.project_id and s.organisation_id = r.organisation_id,
		(new.origin = 'made_up') and not p.demonstration
	into fits, made_up_in_real
	from public.report_revision v
	join public.report r on r.id = v.report_id
	join public.series s on s.id = new.series_id
	join public.programme p on p.id = s.programme_id
	where v.id = new.revision_id;
	if not coalesce(fits, false) then
		raise exception 'The series belongs to another project or organisation than the report'
			using errcode = 'check_violation';
	end if;
	if made_up_in_real then
		raise exception 'A made-up figure belongs in a demonstration programme only' using errcode = 'check_violation';
	end if;
	return new;
end $$;
comment on function private.check_observation() is 'A figure stands in its own organisation''s report, and a made-up one in a demonstration programme.';
create trigger check_observation after insert or update on public.observation
	for each row execute function private.check_observation();

create function private.stamp_entry() returns trigger
language plpgsql set search_path = '' as $$
begin
	if (select auth.uid()) is not null then
		new.entered_by := (select auth.uid());
		new.entered_at := now();
	end if;
	return new;
end $$;
comment on function private.stamp_entry() is 'Who entered a figure is whoever is signed in, never what the request says.';
create trigger stamp_entry before insert or update on public.observation
	for each row execute function private.stamp_entry();

create function private.revision_is_open(p_revision uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
	select v.state = 'draft' from public.report_revision v where v.id = p_revision
	);
end $$;
comment on function private.revision_is_open(uuid) is 'True while a revision is a draft.';

create function private.revision_of(p_table text, p_row jsonb) returns uuid
language sql stable security definer set search_path = '' as $$
	select case p_table
		when 'breakdown' then (
			select o.revision_id from public.observation o where o.id = (p_row ->> 'observation_id')::uuid
		)
		when 'breakdown_part' then (
			select o.revision_id
			from public.breakdown b
			join public.observation o on o.id = b.observation_id
			where b.id = (p_row ->> 'breakdown_id')::uuid
		)
		else (p_row ->> 'revision_id')::uuid
	end
$$;
comment on function private.revision_of(text, jsonb) is 'The revision that a figure, breakdown, part or claim belongs to. In: its table and row.';

create function private.refuse_closed_revision() returns trigger
language plpgsql set search_path = '' as $$
begin
	-- a row that moves is taken from one revision and put into another; the owner is already gone where a whole draft is deleted
	if (tg_op = 'INSERT' or coalesce(private.revision_is_open(private.revision_of(tg_table_name, to_jsonb(old))), true))
		and (tg_op = 'DELETE' or coalesce(private.revision_is_open(private.revision_of(tg_table_name, to_jsonb(new))), true))
	then
		return case tg_op when 'DELETE' then old else new end;
	end if;
	raise exception 'This revision is submitted or decided: its figures stand as they are'
		using errcode = 'check_violation', hint = 'Correct it in the next revision.';
end $$;
comment on function private.refuse_closed_revision() is 'Figures change only in drafts.';
create trigger observation_only_in_drafts before insert or update or delete on public.observation
	for each row execute function private.refuse_closed_revision();
create trigger breakdown_only_in_drafts before insert or update or delete on public.breakdown
	for each row execute function private.refuse_closed_revision();
create trigger breakdown_part_only_in_drafts before insert or update or delete on public.breakdown_part
	for each row execute function private.refuse_closed_revision();

create function private.keep_place() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if tg_table_name = 'report' then
		if exists (select 1 from public.report_revision v where v.report_id = old.id and v.state <> 'draft') then
			raise exception 'A submitted report keeps its project, organisation and period' using errcode = 'check_violation';
		end if;
	elsif exists (select 1 from public.observation o where o.series_id = old.id) then
		raise exception 'A series with figures keeps its line and organisation' using errcode = 'check_violation';
	end if;
	return new;
end $$;
comment on function private.keep_place() is 'Figures do not move to another project, organisation or period with what they hang on.';
create trigger keep_place before update of programme_id, project_id, organisation_id, period_code on public.report
	for each row when (
		(old.programme_id, old.project_id, old.organisation_id, old.period_code)
		is distinct from (new.programme_id, new.project_id, new.organisation_id, new.period_code)
	) execute function private.keep_place();
create trigger keep_place before update of project_indicator_id, programme_id, project_id, indicator_id, organisation_id on public.series
	for each row when (
		(old.project_indicator_id, old.programme_id, old.project_id, old.indicator_id, old.organisation_id)
		is distinct from (new.project_indicator_id, new.programme_id, new.project_id, new.indicator_id, new.organisation_id)
	) execute function private.keep_place();

create function private.hold_revision_stamps() returns trigger
language plpgsql set search_path = '' as $$
begin
	if (select auth.uid()) is null then
		return new;
	end if;
	if tg_op = 'INSERT' then
		new.created_by := (select auth.uid());
		new.created_at := now();
		new.submitted_by := null;
		new.submitted_at := null;
		new.decided_by := null;
		new.decided_at := null;
		new.decision_note := null;
		return new;
	end if;
	new.created_by := old.created_by;
	new.created_at := old.created_at;
	new.submitted_by := old.submitted_by;
	new.submitted_at := old.submitted_at;
	new.decided_by := old.decided_by;
	new.decided_at := old.decided_at;
	if old.state in ('draft', 'submitted') and new.state in ('draft', 'submitted') then
		new.decision_note := old.decision_note;
	end if;
	return new;
end $$;
comment on function private.hold_revision_stamps() is 'Who began, submitted and decided, and when, is stamped below: a request cannot put another name there and then approve its own report.';
-- runs before keep_revision_states: triggers of one kind go by name
create trigger hold_revision_stamps before insert or update on public.report_revision
	for each row execute function private.hold_revision_stamps();

create function private.keep_revision_states() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
	reader uuid := (select auth.uid());
begin
	if tg_op = 'DELETE' then
		-- an approved revision goes only with a report that is deleted as a whole by the owner of the database
		if old.state <> 'draft' and reader is not null then
			raise exception 'Only a draft can be deleted' using errcode = 'check_violation';
		end if;
		return old;
	end if;
	if tg_op = 'INSERT' then
		if new.state <> 'draft' then
			raise exception 'A revision begins as a draft' using errcode = 'check_violation';
		end if;
		new.in_force := false;
		select r.programme_id, r.organisation_id into new.programme_id, new.organisation_id
		from public.report r
		where r.id = new.report_id;
		return new;
	end if;
	if (new.id, new.report_id, new.number, new.programme_id, new.organisation_id)
		is distinct from (old.id, old.report_id, old.number, old.programme_id, old.organisation_id)
	then
		raise exception 'A revision keeps its report and number' using errcode = 'check_violation';
	end if;
	if old.state in ('approved', 'returned') then
		if (new.state, new.reason, new.narrative, new.decision_note, new.submitted_by, new.submitted_at, new.decided_by, new.decided_at)
			is distinct from
			(old.state, old.reason, old.narrative, old.decision_note, old.submitted_by, old.submitted_at, old.decided_by, old.decided_at)
		then
			raise exception 'A decided revision is never edited: correct it in the next one' using errcode = 'check_violation';
		end if;
		-- only the trigger below moves in_force
		if pg_trigger_depth() = 1 and new.in_force is distinct from old.in_force then
			raise exception 'in_force follows approval' using errcode = 'check_violation';
		end if;
		return new;
	end if;
	if new.state is distinct from old.state then
		if (old.state, new.state) not in (('draft', 'submitted'), ('submitted', 'draft'), ('submitted', 'returned'), ('submitted', 'approved')) then
			raise exception 'A revision cannot go from % to %', old.state, new.state using errcode = 'check_violation';
		end if;
		if new.state = 'submitted' then
			new.submitted_by := coalesce(reader, new.submitted_by);
			new.submitted_at := coalesce(case when reader is null then new.submitted_at end, now());
		elsif new.state in ('returned', 'approved') then
			if reader in (old.submitted_by, old.created_by)
				or exists (select 1 from public.observation o where o.revision_id = old.id and o.entered_by = reader)
			then
				raise exception 'Nobody decides on a report they entered or submitted' using errcode = '42501';
			end if;
			new.decided_by := coalesce(reader, new.decided_by);
			new.decided_at := coalesce(case when reader is null then new.decided_at end, now());
		end if;
	end if;
	if old.state = 'submitted' and (new.reason, new.narrative) is distinct from (old.reason, old.narrative) then
		raise exception 'A submitted revision stands as it is' using errcode = 'check_violation';
	end if;
	new.in_force := new.state = 'approved';
	if new.in_force then
		update public.report_revision other
		set in_force = false
		where other.report_id = new.report_id and other.in_force and other.id <> new.id and other.number < new.number;
		new.in_force := not exists (
			select 1 from public.report_revision other
			where other.report_id = new.report_id and other.in_force and other.number > new.number
		);
	end if;
	return new;
end $$;
comment on function private.keep_revision_states() is 'draft > submitted > returned or approved (a submission can be withdrawn). Stamps who and when, and keeps one revision of a report in force.';
create trigger keep_revision_states before insert or update or delete on public.report_revision
	for each row execute function private.keep_revision_states();

create table public.import_batch (
	id uuid primary key default gen_random_uuid(),
	source text not null,
	extracted_on date,
	files jsonb not null default '[]',
	added jsonb not null default '{}',
	changed jsonb not null default '{}',
	left_out jsonb not null default '[]',
	created_at timestamptz not null default now()
);
comment on table public.import_batch is 'What was loaded from outside, when, and what was left out with its reason.';
