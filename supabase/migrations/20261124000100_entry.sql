-- A report while it is filled in: one draft cell a series, saved on top of the version it was made from, each change once.
-- Nothing here counts: submitting copies the cells whole into a revision, which is decided on.

alter table public.report_revision
	add column difficulties text,
	add column next_steps text,
	add column submission_key uuid unique;
comment on column public.report_revision.narrative is 'Progress in the partner''s words; difficulties and next_steps stand beside it.';
comment on column public.report_revision.submission_key is 'Of the press that handed it in: a second press with it changes nothing.';

alter table public.observation
	add column off_track_reason text,
	add column off_track_action text;
comment on column public.observation.off_track_reason is 'Why it is behind; off_track_action is what is done about it.';

create function private.report_id(p_project uuid, p_organisation uuid, p_period text) returns uuid
language sql immutable set search_path = '' as $$
	select md5(concat_ws(' ', 'report', p_project, p_organisation, p_period))::uuid
$$;
comment on function private.report_id(uuid, uuid, text) is 'The id a report will have: its page has an address before anything was typed into it.';

create function private.owed_report(p_report uuid)
returns table (id uuid, programme_id uuid, project_id uuid, organisation_id uuid, period_code text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin
	return query
	select r.id, r.programme_id, r.project_id, r.organisation_id, r.period_code
	from public.report r
	where r.id = p_report
	and (
		r.organisation_id in (select private.partner_organisation_ids())
		or r.programme_id in (select private.staff_programme_ids())
	);
	if found or exists (select 1 from public.report r where r.id = p_report) then
		return;
	end if;
	return query
	select p_report, owed.programme_id, owed.project_id, owed.organisation_id, owed.period_code
	from (
		select distinct sp.programme_id, sp.project_id, sp.organisation_id, sp.period_code
		from reporting.series_period sp
		where sp.due
		and (
			sp.organisation_id in (select private.partner_organisation_ids())
			or sp.programme_id in (select private.staff_programme_ids())
		)
	) owed
	where private.report_id(owed.project_id, owed.organisation_id, owed.period_code) = p_report;
end $$;
comment on function private.owed_report(uuid) is 'A report the reader may fill in: one there is, or one that is owed and not begun. Nothing for anybody else.';

create function private.newest_revision(p_report uuid) returns public.report_revision
language sql stable security definer set search_path = '' as $$
	select v from public.report_revision v where v.report_id = p_report order by v.number desc limit 1
$$;
comment on function private.newest_revision(uuid) is 'The last revision of a report, whatever its state; null before the first.';

create table public.report_draft (
	report_id uuid primary key references public.report on delete cascade,
	programme_id uuid not null,
	organisation_id uuid not null,
	correcting text check (correcting <> ''),
	correcting_by uuid,
	progress text not null default '',
	difficulties text not null default '',
	next_steps text not null default '',
	version integer not null default 0,
	changed_by uuid,
	changed_at timestamptz
);
comment on table public.report_draft is 'What a report in the making says in words, and whether an approved one is being corrected. Written by functions that check lock and version.';
comment on column public.report_draft.correcting is 'Why an approved report is corrected; null where it is not.';
comment on column public.report_draft.version is 'Of the narrative: 0 before it was saved here, when the newest revision''s stands.';
create index report_draft_programme on public.report_draft (programme_id);
create index report_draft_organisation on public.report_draft (organisation_id);

create function private.period_lock(p_programme uuid, p_period text, p_organisation uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select case
		when pe.starts_on > current_date then jsonb_build_object('kind', 'not-open', 'opens_on', pe.starts_on)
		when pp.locked_at is null or pp.locked_at > now() then jsonb_build_object('kind', 'open')
		when e.until >= current_date then jsonb_build_object('kind', 'reopened', 'until', e.until)
		else jsonb_build_object('kind', 'closed')
	end
	from public.programme_period pp
	join public.period pe on pe.code = pp.period_code
	left join public.period_exception e on e.programme_id = pp.programme_id
		and e.period_code = pp.period_code and e.organisation_id = p_organisation
	where pp.programme_id = p_programme and pp.period_code = p_period
$$;
comment on function private.period_lock(uuid, text, uuid) is 'Whether an organisation can enter a period''s figures today: open, reopened (until), not-open (opens_on) or closed.';

create function private.entry_lock(p_report uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	owed record;
	newest public.report_revision := private.newest_revision(p_report);
begin
	select * into owed from private.owed_report(p_report);
	if owed.id is null then
		return null;
	end if;
	if newest.state = 'submitted' then
		return jsonb_build_object('kind', 'submitted');
	end if;
	if newest.state = 'approved'
		and not exists (select 1 from public.report_draft d where d.report_id = p_report and d.correcting is not null)
	then
		return jsonb_build_object('kind', 'approved');
	end if;
	return private.period_lock(owed.programme_id, owed.period_code, owed.organisation_id);
end $$;
comment on function private.entry_lock(uuid) is 'Whether a report can be filled in now: open, reopened, not-open, closed, submitted or approved. Null where the reader may not fill it in at all.';

create function private.can_enter(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select coalesce(private.entry_lock(p_report) ->> 'kind' in ('open', 'reopened'), false)
$$;
comment on function private.can_enter(uuid) is 'May the reader enter figures, files and claims into this report now?';

create function private.begin_report(p_report uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
	insert into public.report (id, programme_id, project_id, organisation_id, period_code)
	select o.id, o.programme_id, o.project_id, o.organisation_id, o.period_code
	from private.owed_report(p_report) o
	where private.can_enter(p_report)
	on conflict do nothing;
	return exists (select 1 from public.report r where r.id = p_report);
end $$;
comment on function private.begin_report(uuid) is 'Makes the row of an owed report with its first figure, file or claim. Out: whether it is there.';

-- what an answer may hold (src/lib/domain/entry.ts): the same JSON on the device, in the workbook and here

create function private.are_words(p_list jsonb) returns boolean
language sql immutable set search_path = '' as $$
	select jsonb_typeof(p_list) = 'array'
		and not exists (select 1 from jsonb_array_elements(p_list) as word where jsonb_typeof(word) <> 'string')
$$;
comment on function private.are_words(jsonb) is 'Is this a list of texts?';

create function private.is_breakdown(p_breakdown jsonb) returns boolean
language sql immutable set search_path = '' as $$
	select coalesce(
		private.are_words(p_breakdown -> 'dimensions')
		and jsonb_array_length(p_breakdown -> 'dimensions') between 1 and 3
		and jsonb_typeof(p_breakdown -> 'parts') = 'array'
		and jsonb_array_length(p_breakdown -> 'parts') <= 500
		and not exists (
			select 1 from jsonb_array_elements(p_breakdown -> 'parts') as part
			where not coalesce(
				private.are_words(part -> 'categories')
				and jsonb_array_length(part -> 'categories') = jsonb_array_length(p_breakdown -> 'dimensions')
				and jsonb_typeof(part -> 'value') = 'number' and (part ->> 'value')::numeric >= 0,
				false
			)
		)
		and (select count(distinct part -> 'categories') = count(*) from jsonb_array_elements(p_breakdown -> 'parts') as part),
		false
	)
$$;
comment on function private.is_breakdown(jsonb) is 'One to three dimensions, and for each part one category a dimension, named once, with a value of 0 or more.';

create function private.is_answer(p_answer jsonb) returns boolean
language sql immutable set search_path = '' as $$
	select coalesce(
		jsonb_typeof(p_answer) = 'object'
		and octet_length(p_answer::text) <= 100000
		and not exists (
			select 1 from jsonb_each(p_answer) as field (name, content)
			where not case
				when field.name in ('value', 'numerator', 'denominator') then jsonb_typeof(field.content) = 'number'
				when field.name = 'level' then
					jsonb_typeof(field.content) = 'number' and (p_answer ->> 'level') ~ '^[1-9][0-9]?$'
				when field.name in ('text', 'inapplicable', 'note', 'verification', 'reason', 'action') then
					jsonb_typeof(field.content) = 'string' and length(p_answer ->> field.name) between 1 and 10000
				when field.name = 'rating' then p_answer ->> 'rating' in ('achieved', 'on-track', 'at-risk', 'off-track')
				when field.name = 'typed' then jsonb_typeof(field.content) = 'object'
				when field.name = 'breakdowns' then
					jsonb_typeof(field.content) = 'array'
					and not exists (select 1 from jsonb_array_elements(field.content) as b where not private.is_breakdown(b))
					and (select count(distinct b -> 'dimensions') = count(*) from jsonb_array_elements(field.content) as b)
				else false
			end
		)
		and num_nonnulls(
			p_answer -> 'value', coalesce(p_answer -> 'numerator', p_answer -> 'denominator'),
			p_answer -> 'text', p_answer -> 'level', p_answer -> 'inapplicable'
		) <= 1,
		false
	)
$$;
comment on function private.is_answer(jsonb) is 'Is this an answer as src/lib/domain/entry.ts describes it? At most one of value, ratio, text, level and inapplicable; {} is empty.';

create table public.draft_cell (
	report_id uuid not null references public.report on delete cascade,
	series_id uuid not null references public.series on delete cascade,
	programme_id uuid not null,
	organisation_id uuid not null,
	version integer not null check (version >= 1),
	answer jsonb not null check (private.is_answer(answer)),
	based_on integer not null,
	changed_by uuid,
	changed_at timestamptz not null default now(),
	primary key (report_id, series_id)
);
comment on table public.draft_cell is 'One answer of a report in the making. Written by save_cells alone, which checks the lock and the version.';
comment on column public.draft_cell.based_on is 'Number of the report''s newest revision when it was written; once a later revision stands, that one''s answer shows instead.';
create index draft_cell_series on public.draft_cell (series_id);
create index draft_cell_programme on public.draft_cell (programme_id);
create index draft_cell_organisation on public.draft_cell (organisation_id);

create table public.draft_change (
	key uuid primary key,
	report_id uuid not null references public.report on delete cascade,
	series_id uuid not null references public.series on delete cascade,
	programme_id uuid not null,
	organisation_id uuid not null,
	outcome text not null check (outcome in ('saved', 'conflict', 'refused')),
	version integer,
	origin text not null check (origin in ('page', 'offline', 'workbook')),
	old_answer jsonb,
	new_answer jsonb not null,
	reason text,
	changed_by uuid,
	changed_at timestamptz not null default clock_timestamp()
);
comment on table public.draft_change is 'Every change that reached a draft cell, by the key its device gave it: delivered twice, it answers what became of it the first time. The history of a cell.';
create index draft_change_cell on public.draft_change (report_id, series_id);
create index draft_change_series on public.draft_change (series_id);
create index draft_change_programme on public.draft_change (programme_id);
create index draft_change_organisation on public.draft_change (organisation_id);
create trigger draft_change_append_only before update on public.draft_change
	for each row execute function private.refuse_change('It is a record.');

create table public.cell_comment (
	id uuid primary key default gen_random_uuid(),
	revision_id uuid not null references public.report_revision on delete cascade,
	series_id uuid references public.series on delete cascade,
	programme_id uuid not null,
	organisation_id uuid not null,
	body text not null check (length(body) between 1 and 4000),
	author uuid,
	written_at timestamptz not null default now()
);
comment on table public.cell_comment is 'What a reviewer says of one figure of a submission, or (no series) of the whole.';
create index cell_comment_revision on public.cell_comment (revision_id);
create index cell_comment_series on public.cell_comment (series_id);
create index cell_comment_programme on public.cell_comment (programme_id);
create index cell_comment_organisation on public.cell_comment (organisation_id);

create function private.place_comment() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select v.programme_id, v.organisation_id into new.programme_id, new.organisation_id
	from public.report_revision v
	where v.id = new.revision_id;
	if (select auth.uid()) is not null then
		new.author := (select auth.uid());
		new.written_at := now();
	end if;
	return new;
end $$;
comment on function private.place_comment() is 'A comment carries its revision''s programme and organisation, and its author is whoever is signed in.';
create trigger place_comment before insert or update on public.cell_comment
	for each row execute function private.place_comment();

do $$
declare
	t text;
begin
	foreach t in array array['report_draft', 'draft_cell', 'draft_change', 'cell_comment'] loop
		execute format('alter table public.%I enable row level security', t);
		execute format('grant select on public.%I to authenticated', t);
		execute format(
			'create policy "Staff and the partner read what is in the making" on public.%I for select to authenticated using ('
			'programme_id = any (array(select private.staff_programme_ids())) '
			'or organisation_id = any (array(select private.partner_organisation_ids())))', t
		);
	end loop;
end $$;
grant insert on public.cell_comment to authenticated;
create policy "Staff comment on submissions" on public.cell_comment for insert to authenticated
	with check (programme_id = any (array(select private.staff_programme_ids())));
create trigger record_change after insert or update or delete on public.cell_comment
	for each row execute function private.record_change('id');
create trigger record_change after insert or update or delete on public.report_draft
	for each row execute function private.record_change('report_id');

-- a locked period is locked for the API's own way in as well
create or replace function private.enterable_revision(p_revision uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
	select exists (
		select 1
		from public.report_revision v
		join public.report r on r.id = v.report_id
		where v.id = p_revision
		and v.state = 'draft'
		and (
			r.organisation_id in (select private.partner_organisation_ids())
			or r.programme_id in (select private.staff_programme_ids())
		)
		and private.period_lock(r.programme_id, r.period_code, r.organisation_id) ->> 'kind' is distinct from 'closed'
	)
	);
end $$;

create function private.keep_submission() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
	lock_kind text;
begin
	if old.state <> 'draft'
		and (new.difficulties, new.next_steps, new.submission_key)
			is distinct from (old.difficulties, old.next_steps, old.submission_key)
	then
		raise exception 'A submitted revision stands as it is' using errcode = 'check_violation';
	end if;
	if old.state = 'draft' and new.state = 'submitted' and (select auth.uid()) is not null then
		select private.period_lock(r.programme_id, r.period_code, r.organisation_id) ->> 'kind' into lock_kind
		from public.report r
		where r.id = new.report_id;
		if lock_kind = 'closed' then
			raise exception 'This period is closed' using errcode = 'check_violation';
		end if;
	end if;
	return new;
end $$;
comment on function private.keep_submission() is 'All words of a submission stand as they were handed in, and nothing is handed in for a closed period, whichever door it comes by.';
create trigger keep_submission before update on public.report_revision
	for each row execute function private.keep_submission();

create function private.answer_of(p_observation uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_strip_nulls(jsonb_build_object(
		'value', o.value, 'numerator', o.numerator, 'denominator', o.denominator, 'text', o.text_value,
		'level', o.scale_level, 'inapplicable', o.not_applicable, 'rating', o.rating,
		'note', nullif(o.note, ''), 'verification', nullif(o.source_of_verification, ''),
		'reason', nullif(o.off_track_reason, ''), 'action', nullif(o.off_track_action, ''),
		'breakdowns', (
			select jsonb_agg(jsonb_build_object(
				'dimensions', to_jsonb(b.dimensions),
				'parts', (
					select coalesce(jsonb_agg(jsonb_build_object('categories', to_jsonb(p.categories), 'value', p.value) order by p.categories), '[]')
					from public.breakdown_part p
					where p.breakdown_id = b.id
				)
			) order by b.dimensions)
			from public.breakdown b
			where b.observation_id = o.id
		)
	))
	from public.observation o
	where o.id = p_observation
$$;
comment on function private.answer_of(uuid) is 'A figure of a revision as the answer it was entered as.';

create function private.cells_of_report(p_report uuid)
returns table (series_id uuid, version integer, answer jsonb, changed_by uuid, changed_at timestamptz)
language sql stable security definer set search_path = '' as $$
	with
	newest as (
		select v.id, v.number from private.newest_revision(p_report) v where v.id is not null
	),
	handed_in as (
		select o.series_id, o.id, o.entered_by, o.entered_at
		from newest n
		join public.observation o on o.revision_id = n.id
	),
	cells as (
		select c.*, c.based_on >= coalesce((select n.number from newest n), 0) as stands
		from public.draft_cell c
		where c.report_id = p_report
	)
	select
		coalesce(c.series_id, h.series_id),
		coalesce(c.version, 0),
		case when c.stands then c.answer when h.id is not null then private.answer_of(h.id) else '{}' end,
		case when c.stands then c.changed_by else h.entered_by end,
		case when c.stands then c.changed_at else h.entered_at end
	from cells c
	full join handed_in h on h.series_id = c.series_id
$$;
comment on function private.cells_of_report(uuid) is 'What each cell of a report holds: the draft, or where a newer revision stands that one''s figure. Series without a row are empty, version 0.';

create function private.fits_kind(p_answer jsonb, p_kind public.value_kind) returns boolean
language sql immutable set search_path = '' as $$
	select p_answer ? 'inapplicable' or case p_kind
		when 'ratio' then not p_answer ?| array['value', 'text', 'level']
		when 'ordinal' then not p_answer ?| array['value', 'numerator', 'denominator']
		when 'qualitative' then not p_answer ?| array['value', 'numerator', 'denominator', 'level']
		else not p_answer ?| array['numerator', 'denominator', 'text', 'level']
	end
$$;
comment on function private.fits_kind(jsonb, public.value_kind) is 'Does an answer answer what a series of this kind asks?';

create function private.save_cell(p_change jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
	change_key uuid := (p_change ->> 'key')::uuid;
	report uuid := (p_change ->> 'reportId')::uuid;
	series uuid := (p_change ->> 'seriesId')::uuid;
	base integer := (p_change ->> 'baseVersion')::integer;
	wanted jsonb := p_change -> 'answer';
	lock_kind text;
	refusal text;
	known public.draft_change;
	line record;
	current_cell record;
	new_version integer;
begin
	-- one at a time for each report; other reports do not wait
	perform pg_advisory_xact_lock(hashtextextended(report::text, 7));
	lock_kind := private.entry_lock(report) ->> 'kind';
	if lock_kind is null then
		return jsonb_build_object('key', change_key, 'state', 'refused', 'reason', 'not-yours');
	end if;
	select * into known from public.draft_change d where d.key = change_key;
	if known.key is not null and (known.report_id, known.series_id) is distinct from (report, series) then
		return jsonb_build_object('key', change_key, 'state', 'refused', 'reason', 'invalid');
	end if;
	if known.outcome = 'saved' then
		return jsonb_build_object('key', change_key, 'state', 'saved', 'version', known.version);
	elsif known.outcome = 'refused' then
		return jsonb_build_object('key', change_key, 'state', 'refused', 'reason', known.reason);
	end if;

	select s.programme_id, s.organisation_id, pi.value_kind
	into line
	from private.owed_report(report) o
	join public.series s on s.id = series and s.project_id = o.project_id and s.organisation_id = o.organisation_id
	join public.project_indicator pi on pi.id = s.project_indicator_id;
	refusal := case
		when lock_kind not in ('open', 'reopened') then lock_kind
		when line.programme_id is null then 'unknown-series'
		when not private.is_answer(wanted) or not private.fits_kind(wanted, line.value_kind) then 'invalid'
	end;
	-- a change for a series that is not the report's has no place in its record
	if refusal = 'unknown-series' then
		return jsonb_build_object('key', change_key, 'state', 'refused', 'reason', refusal);
	end if;
	if not private.begin_report(report) and refusal is null then
		return jsonb_build_object('key', change_key, 'state', 'refused', 'reason', 'not-yours');
	end if;

	select c.* into current_cell from private.cells_of_report(report) c where c.series_id = series;
	-- a key that met a conflict is spent: what is made of it after all comes as a change of its own
	if refusal is null and known.key is null
		and coalesce(current_cell.version, 0) = base and current_cell.answer is distinct from wanted
	then
		new_version := base + 1;
		insert into public.draft_cell as cell
			(report_id, series_id, programme_id, organisation_id, version, answer, based_on, changed_by, changed_at)
		values (
			report, series, line.programme_id, line.organisation_id, new_version, wanted,
			coalesce((select v.number from private.newest_revision(report) v), 0), (select auth.uid()), clock_timestamp()
		)
		on conflict (report_id, series_id) do update set
			version = excluded.version, answer = excluded.answer, based_on = excluded.based_on,
			changed_by = excluded.changed_by, changed_at = excluded.changed_at;
	elsif refusal is null and coalesce(current_cell.answer, '{}') = wanted then
		-- what is wanted stands already: nothing to save, nothing in conflict
		new_version := coalesce(current_cell.version, 0);
	end if;

	-- an unbegun report that refuses has no row to hang a record on
	if exists (select 1 from public.report r where r.id = report) and known.key is null then
		insert into public.draft_change
			(key, report_id, series_id, programme_id, organisation_id, outcome, version, origin, old_answer, new_answer, reason, changed_by)
		values (
			change_key, report, series, line.programme_id, line.organisation_id,
			case when refusal is not null then 'refused' when new_version is null then 'conflict' else 'saved' end,
			new_version, p_change ->> 'origin', current_cell.answer, coalesce(wanted, 'null'), refusal, (select auth.uid())
		);
	end if;
	if refusal is not null then
		return jsonb_build_object('key', change_key, 'state', 'refused', 'reason', refusal);
	elsif new_version is null then
		return jsonb_build_object('key', change_key, 'state', 'conflict', 'current', jsonb_build_object(
			'version', coalesce(current_cell.version, 0), 'answer', coalesce(current_cell.answer, '{}'),
			'changed_by', private.colleague_name(current_cell.changed_by, line.organisation_id),
			'changed_at', current_cell.changed_at
		));
	end if;
	return jsonb_build_object('key', change_key, 'state', 'saved', 'version', new_version);
end $$;
comment on function private.save_cell(jsonb) is 'Takes one CellChange. Out: its SaveOutcome. A key that was delivered before answers what became of it then.';

create function private.colleague_name(p_person uuid, p_organisation uuid) returns text
language sql stable security definer set search_path = '' as $$
	select p.name
	from public.person p
	where p.user_id = p_person
	and (
		p_person = (select auth.uid())
		or exists (
			select 1 from public.membership m
			where m.user_id = p_person and m.organisation_id = p_organisation
			and p_organisation in (select private.partner_organisation_ids())
		)
		or exists (
			select 1 from public.series s
			where s.organisation_id = p_organisation and s.programme_id in (select private.staff_programme_ids())
		)
	)
$$;
comment on function private.colleague_name(uuid, uuid) is 'Who it was, for colleagues of the same organisation and staff; null for anybody else, and once the name was erased.';

create function public.save_cells(p_changes jsonb, p_together boolean default false) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
	change jsonb;
	outcome jsonb;
	outcomes jsonb := '[]';
	failed boolean := false;
begin
	begin
		for change in select c.content from jsonb_array_elements(p_changes) with ordinality as c (content, place) order by c.place loop
			outcome := private.save_cell(change);
			outcomes := outcomes || outcome;
			failed := failed or outcome ->> 'state' <> 'saved';
		end loop;
		if failed and p_together then
			raise exception 'together' using errcode = 'WM001';
		end if;
	exception
		when sqlstate 'WM001' then
			-- what was written above is undone; the outcomes say why
			null;
	end;
	return outcomes;
end $$;
comment on function public.save_cells(jsonb, boolean) is 'Takes CellChanges in their order (src/lib/domain/entry.ts). Out: a SaveOutcome each. Together: unless all can be saved, none is.';

create function public.save_narrative(p_report uuid, p_base_version integer, p_narrative jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
	lock_kind text;
	stands public.report_draft;
begin
	perform pg_advisory_xact_lock(hashtextextended(p_report::text, 7));
	lock_kind := private.entry_lock(p_report) ->> 'kind';
	if lock_kind is null or lock_kind not in ('open', 'reopened') or not private.begin_report(p_report) then
		return jsonb_build_object('state', 'refused', 'reason', coalesce(lock_kind, 'not-yours'));
	end if;
	if octet_length(p_narrative::text) > 100000 then
		return jsonb_build_object('state', 'refused', 'reason', 'invalid');
	end if;
	select * into stands from public.report_draft d where d.report_id = p_report;
	if coalesce(stands.version, 0) <> p_base_version then
		if (stands.progress, stands.difficulties, stands.next_steps)
			is not distinct from (p_narrative ->> 'progress', p_narrative ->> 'difficulties', p_narrative ->> 'next')
		then
			return jsonb_build_object('state', 'saved', 'version', stands.version);
		end if;
		return jsonb_build_object('state', 'conflict', 'current', jsonb_build_object(
			'version', stands.version, 'progress', stands.progress, 'difficulties', stands.difficulties, 'next', stands.next_steps
		));
	end if;
	insert into public.report_draft as d
		(report_id, programme_id, organisation_id, progress, difficulties, next_steps, version, changed_by, changed_at)
	select
		r.id, r.programme_id, r.organisation_id, coalesce(p_narrative ->> 'progress', ''),
		coalesce(p_narrative ->> 'difficulties', ''), coalesce(p_narrative ->> 'next', ''), 1, (select auth.uid()), now()
	from public.report r
	where r.id = p_report
	on conflict (report_id) do update set
		progress = excluded.progress, difficulties = excluded.difficulties, next_steps = excluded.next_steps,
		version = d.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at;
	return jsonb_build_object('state', 'saved', 'version', p_base_version + 1);
end $$;
comment on function public.save_narrative(uuid, integer, jsonb) is 'Keeps a report''s words ({progress, difficulties, next}) on top of the version they were made from. Out: state saved (version), conflict (current) or refused (reason).';
