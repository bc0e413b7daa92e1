-- Handing in: cells become a revision, whole or not at all; taking it back; correcting what was approved.

create or replace function private.stamp_entry() returns trigger
language plpgsql set search_path = '' as $$
begin
	-- a submission keeps who typed each figure; only submit_report sets this, within its own transaction
	if (select auth.uid()) is not null and coalesce(current_setting('waymark.submitting', true), '') <> 'on' then
		new.entered_by := (select auth.uid());
		new.entered_at := now();
	end if;
	return new;
end $$;

create function private.parts_add_up(p_answer jsonb) returns boolean
language sql immutable set search_path = '' as $$
	select not exists (
		select 1
		from jsonb_array_elements(p_answer -> 'breakdowns') as b
		where jsonb_array_length(b -> 'parts') > 0
		and (select sum((part ->> 'value')::numeric) from jsonb_array_elements(b -> 'parts') as part)
			is distinct from coalesce((p_answer ->> 'value')::numeric, (p_answer ->> 'numerator')::numeric)
	)
$$;
comment on function private.parts_add_up(jsonb) is 'Does each breakdown of an answer make its total? Of a ratio it is the numerator that is broken down.';

create function private.block_of(p_answer jsonb, p_levels integer) returns text
language sql immutable set search_path = '' as $$
	select case
		when p_answer -> 'typed' <> '{}' then 'unreadable'
		when (p_answer ? 'numerator') <> (p_answer ? 'denominator') then 'half-ratio'
		when (p_answer ->> 'level')::integer > p_levels then 'unknown-level'
		when not private.parts_add_up(p_answer) then 'parts'
	end
$$;
comment on function private.block_of(jsonb, integer) is 'Why a cell cannot be handed in, null where it can: unreadable, half-ratio, unknown-level, parts. In: the answer, and how many steps its scale has.';

create function private.asked_series(p_report uuid)
returns table (series_id uuid, owed boolean)
language sql stable security definer set search_path = '' as $$
	select s.id, coalesce(sp.due, false)
	from private.owed_report(p_report) o
	join public.series s on s.project_id = o.project_id and s.organisation_id = o.organisation_id
	left join reporting.series_period sp on sp.series_id = s.id and sp.period_code = o.period_code
	where sp.due
	or exists (
		select 1 from public.report_revision v
		join public.observation ob on ob.revision_id = v.id and ob.series_id = s.id
		where v.report_id = o.id
	)
	or exists (select 1 from public.draft_cell c where c.report_id = o.id and c.series_id = s.id)
$$;
comment on function private.asked_series(uuid) is 'The lines of a report: series that owe an answer for its period, and those that gave one.';

create function private.take_claims(p_report uuid, p_revision uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
	-- a later revision goes on claiming what the one before it claimed
	insert into public.activity_claim (revision_id, activity_id, series_id, participants)
	select p_revision, ac.activity_id, ac.series_id, ac.participants
	from public.activity_claim ac
	join public.report_revision v on v.id = ac.revision_id
	join public.observation o on o.revision_id = p_revision and o.series_id = ac.series_id
	where v.report_id = p_report
	and v.number = (
		select max(former.number)
		from public.report_revision former
		where former.report_id = p_report and former.id <> p_revision
	)
	on conflict do nothing;
end $$;
comment on function private.take_claims(uuid, uuid) is 'Puts the claims on activities of a report in the making into its new revision.';

create function private.fill_revision(p_report uuid, p_revision uuid, p_cells jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
	made_up boolean := (
		select g.demonstration from public.report r join public.programme g on g.id = r.programme_id where r.id = p_report
	);
	cell record;
	figure uuid;
	split jsonb;
	kept uuid;
begin
	delete from public.observation o where o.revision_id = p_revision;
	for cell in
		select c.*
		from jsonb_to_recordset(p_cells) as c (series_id uuid, answer jsonb, changed_by uuid, changed_at timestamptz)
		where c.answer ?| array['value', 'numerator', 'text', 'level', 'inapplicable']
	loop
		insert into public.observation (
			revision_id, series_id, value, numerator, denominator, text_value, scale_level, not_applicable, rating,
			note, source_of_verification, off_track_reason, off_track_action, origin, entered_by, entered_at
		)
		values (
			p_revision, cell.series_id, (cell.answer ->> 'value')::numeric, (cell.answer ->> 'numerator')::numeric,
			(cell.answer ->> 'denominator')::numeric, cell.answer ->> 'text', (cell.answer ->> 'level')::smallint,
			cell.answer ->> 'inapplicable', (cell.answer ->> 'rating')::public.progress_status,
			cell.answer ->> 'note', cell.answer ->> 'verification', cell.answer ->> 'reason', cell.answer ->> 'action',
			case when made_up then 'made_up' else 'reported' end::public.figure_origin,
			coalesce(cell.changed_by, (select auth.uid())), coalesce(cell.changed_at, now())
		)
		returning id into figure;
		for split in select b from jsonb_array_elements(cell.answer -> 'breakdowns') as b where jsonb_array_length(b -> 'parts') > 0 loop
			insert into public.breakdown (observation_id, dimensions)
			values (figure, array(select jsonb_array_elements_text(split -> 'dimensions')))
			returning id into kept;
			insert into public.breakdown_part (breakdown_id, categories, value)
			select kept, array(select jsonb_array_elements_text(part -> 'categories')), (part ->> 'value')::numeric
			from jsonb_array_elements(split -> 'parts') as part;
		end loop;
	end loop;
	perform private.take_claims(p_report, p_revision);
end $$;
comment on function private.fill_revision(uuid, uuid, jsonb) is 'Copies the cells of a report into a draft revision: figures, breakdowns, claims. Each figure keeps who typed it.';

create function public.submit_report(p_report uuid, p_key uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
	lock_kind text;
	newest public.report_revision;
	draft public.report_draft;
	revision uuid;
	blocks jsonb;
	cells jsonb;
begin
	perform pg_advisory_xact_lock(hashtextextended(p_report::text, 7));
	lock_kind := private.entry_lock(p_report) ->> 'kind';
	if lock_kind is null then
		return jsonb_build_object('state', 'refused', 'reason', 'not-yours');
	end if;
	newest := private.newest_revision(p_report);
	if newest.submission_key = p_key and newest.state <> 'draft' then
		return jsonb_build_object('state', 'submitted', 'revision', newest.number, 'submitted_at', newest.submitted_at);
	end if;
	if lock_kind not in ('open', 'reopened') then
		return jsonb_build_object('state', 'refused', 'reason', lock_kind);
	end if;

	-- read first: a new revision would stand in front of them
	cells := (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from private.cells_of_report(p_report) c);
	blocks := (
		select coalesce(jsonb_agg(jsonb_build_object('series_id', found.series_id, 'why', found.why)), '[]')
		from (
			select c.series_id, private.block_of(c.answer, cardinality(sc.levels)) as why
			from jsonb_to_recordset(cells) as c (series_id uuid, answer jsonb)
			join public.series s on s.id = c.series_id
			join public.indicator i on i.id = s.indicator_id
			left join public.scale sc on sc.code = i.scale_code
		) found
		where found.why is not null
	);
	if blocks <> '[]' then
		return jsonb_build_object('state', 'blocked', 'cells', blocks);
	end if;
	if not exists (
		select 1 from jsonb_to_recordset(cells) as c (answer jsonb)
		where c.answer ?| array['value', 'numerator', 'text', 'level', 'inapplicable']
	) then
		return jsonb_build_object('state', 'refused', 'reason', 'empty');
	end if;

	select * into draft from public.report_draft d where d.report_id = p_report;
	perform set_config('waymark.submitting', 'on', true);
	if newest.state = 'draft' then
		revision := newest.id;
	else
		insert into public.report_revision (report_id, number, reason, narrative, difficulties, next_steps)
		values (
			p_report, coalesce(newest.number, 0) + 1,
			case newest.state when 'returned' then newest.decision_note when 'approved' then draft.correcting end,
			newest.narrative, newest.difficulties, newest.next_steps
		)
		returning id into revision;
		update public.draft_cell c
		set based_on = coalesce(newest.number, 0) + 1
		where c.report_id = p_report and c.based_on >= coalesce(newest.number, 0);
	end if;
	perform private.fill_revision(p_report, revision, cells);
	if draft.version > 0 then
		update public.report_revision v
		set
			narrative = nullif(draft.progress, ''), difficulties = nullif(draft.difficulties, ''),
			next_steps = nullif(draft.next_steps, '')
		where v.id = revision;
	end if;
	update public.report_revision v set submission_key = p_key, state = 'submitted' where v.id = revision;
	update public.report_draft d set correcting = null, correcting_by = null where d.report_id = p_report;
	perform set_config('waymark.submitting', 'off', true);
	newest := private.newest_revision(p_report);
	return jsonb_build_object('state', 'submitted', 'revision', newest.number, 'submitted_at', newest.submitted_at);
end $$;
comment on function public.submit_report(uuid, uuid) is 'Hands a report in. In: its id, and the key of this press; pressed twice it is handed in once. Out: state submitted (revision), blocked (cells, with why) or refused (reason, also: empty).';

create function public.withdraw_report(p_report uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
	newest public.report_revision;
begin
	perform pg_advisory_xact_lock(hashtextextended(p_report::text, 7));
	if private.entry_lock(p_report) is null then
		return jsonb_build_object('state', 'refused', 'reason', 'not-yours');
	end if;
	newest := private.newest_revision(p_report);
	update public.report_revision v
	set state = 'draft'
	where v.id = newest.id and v.state = 'submitted';
	if not found then
		return jsonb_build_object('state', 'refused', 'reason', 'decided');
	end if;
	return jsonb_build_object('state', 'withdrawn');
end $$;
comment on function public.withdraw_report(uuid) is 'Takes a report back while nobody decided on it. Out: state withdrawn, or refused (reason decided, not-yours).';

create function public.begin_correction(p_report uuid, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
	owed record;
	lock_kind text;
begin
	perform pg_advisory_xact_lock(hashtextextended(p_report::text, 7));
	select * into owed from private.owed_report(p_report);
	if owed.id is null then
		return jsonb_build_object('state', 'refused', 'reason', 'not-yours');
	end if;
	if private.entry_lock(p_report) ->> 'kind' <> 'approved' then
		return jsonb_build_object('state', 'refused', 'reason', 'not-approved');
	end if;
	lock_kind := private.period_lock(owed.programme_id, owed.period_code, owed.organisation_id) ->> 'kind';
	if lock_kind not in ('open', 'reopened') then
		return jsonb_build_object('state', 'refused', 'reason', lock_kind);
	end if;
	if coalesce(trim(p_reason), '') = '' then
		return jsonb_build_object('state', 'refused', 'reason', 'no-reason');
	end if;
	insert into public.report_draft (report_id, programme_id, organisation_id, correcting, correcting_by)
	values (owed.id, owed.programme_id, owed.organisation_id, trim(p_reason), (select auth.uid()))
	on conflict (report_id) do update set correcting = excluded.correcting, correcting_by = excluded.correcting_by;
	return jsonb_build_object('state', 'correcting');
end $$;
comment on function public.begin_correction(uuid, text) is 'Opens an approved report for its next revision, with the reason. Out: state correcting, or refused (reason not-approved, closed, no-reason, not-yours).';

create function public.end_correction(p_report uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
	if private.entry_lock(p_report) is null then
		return jsonb_build_object('state', 'refused', 'reason', 'not-yours');
	end if;
	update public.report_draft d set correcting = null, correcting_by = null where d.report_id = p_report;
	return jsonb_build_object('state', 'ended');
end $$;
comment on function public.end_correction(uuid) is 'Leaves an approved report as it is; what was typed for the correction shows again when one is begun.';

create or replace function private.cells_of_report(p_report uuid)
returns table (series_id uuid, version integer, answer jsonb, changed_by uuid, changed_at timestamptz)
language sql stable security definer set search_path = '' as $$
	with
	newest as (
		select
			v.id, v.number,
			v.state = 'approved' and not exists (
				select 1 from public.report_draft d where d.report_id = p_report and d.correcting is not null
			) as final
		from private.newest_revision(p_report) v
		where v.id is not null
	),
	handed_in as (
		select o.series_id, o.id, o.entered_by, o.entered_at
		from newest n
		join public.observation o on o.revision_id = n.id
	),
	cells as (
		select
			c.*,
			c.based_on >= coalesce((select n.number from newest n), 0)
				and not coalesce((select n.final from newest n), false) as stands
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

create or replace function private.keep_decider_apart() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if exists (
		select 1
		from public.draft_change c
		where c.report_id = new.report_id and c.outcome = 'saved' and c.changed_by = (select auth.uid())
	) then
		raise exception 'Nobody decides on a report they entered or submitted' using errcode = '42501';
	end if;
	return new;
end $$;
comment on function private.keep_decider_apart() is 'Whoever typed into a report in the making does not decide on it, even where a colleague''s figure replaced theirs.';
create trigger keep_decider_apart before update of state on public.report_revision
	for each row when (old.state = 'submitted' and new.state in ('approved', 'returned'))
	execute function private.keep_decider_apart();
