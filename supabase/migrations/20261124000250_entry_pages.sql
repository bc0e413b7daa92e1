-- What the pages of a partner ask: what is owed, one report to fill in, the history of a cell.

create function reporting.past_answers(p_series uuid, p_before date) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(to_jsonb(past) - 'as_of' order by past.as_of desc), '[]')
	from (
		select
			r.period_code as period, pe.as_of, o.value, o.numerator, o.denominator, o.text_value as text,
			o.scale_level as level, o.not_applicable as inapplicable, v.state
		from public.report r
		join public.period pe on pe.code = r.period_code and pe.as_of < p_before
		cross join lateral (
			select rv.id, rv.state
			from public.report_revision rv
			where rv.report_id = r.id and rv.state <> 'draft'
			order by rv.in_force desc, rv.number desc
			limit 1
		) v
		join public.observation o on o.revision_id = v.id and o.series_id = p_series
		where r.project_id = (select s.project_id from public.series s where s.id = p_series)
		and r.organisation_id = (select s.organisation_id from public.series s where s.id = p_series)
		order by pe.as_of desc
		limit 4
	) past
$$;
comment on function reporting.past_answers(uuid, date) is 'The last four answers of a series before a day, newest first: the approved one of each report, else the last handed in.';

create function reporting.entry_lines(p_report uuid, p_period text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
	this_day date := (select pe.as_of from public.period pe where pe.code = p_period);
begin
	return (
	select coalesce(jsonb_agg(jsonb_build_object(
		'series_id', s.id, 'result_id', pi.result_id,
		'indicator', jsonb_build_object(
			'id', i.id, 'framework', i.framework_code, 'code', i.code, 'title', i.title, 'definition', i.definition,
			'wordings', reporting.wordings_json(i.id), 'unit', i.unit, 'measure', i.measure, 'ascending', i.ascending,
			'sensitive', i.sensitive, 'counts', i.counts, 'dimensions', to_jsonb(i.dimensions),
			'levels', coalesce(to_jsonb(sc.levels), '[]')
		),
		'value_kind', pi.value_kind, 'country', s.country_iso2,
		'baseline', coalesce(here.baseline, s.baseline_value), 'baseline_on', s.baseline_on,
		'actual', before.actual, 'status', before.status,
		'expected', here.expected, 'target', here.target, 'target_text', here.target_text,
		'history', reporting.past_answers(s.id, this_day),
		'comments', coalesce((
			select jsonb_agg(jsonb_build_object('id', cc.id, 'text', cc.body, 'at', cc.written_at, 'revision', v.number) order by cc.written_at)
			from public.cell_comment cc
			join public.report_revision v on v.id = cc.revision_id and v.report_id = p_report
			where cc.series_id = s.id
		), '[]'),
		'cell', jsonb_build_object(
			'version', coalesce(cell.version, 0), 'answer', coalesce(cell.answer, '{}'),
			'changed_by', private.colleague_name(cell.changed_by, s.organisation_id), 'changed_at', cell.changed_at
		)
	) order by re.level, re.position, re.code, pi.position, i.sort_key, i.id, s.country_iso2), '[]')
	from private.asked_series(p_report) asked
	join public.series s on s.id = asked.series_id
	join public.project_indicator pi on pi.id = s.project_indicator_id
	join public.indicator i on i.id = s.indicator_id
	left join public.result re on re.id = pi.result_id
	left join public.scale sc on sc.code = i.scale_code
	left join private.cells_of_report(p_report) cell on cell.series_id = s.id
	left join reporting.series_period here on here.series_id = s.id and here.period_code = p_period
	left join lateral (
		select sp.actual, sp.status
		from reporting.series_period sp
		where sp.series_id = s.id and sp.as_of < this_day
		order by sp.as_of desc
		limit 1
	) before on true
	);
end $$;
comment on function reporting.entry_lines(uuid, text) is 'The lines of a report to fill in, in the logframe''s order: indicator, baseline, targets, where it stood, the last answers, comments, the cell.';

create function reporting.entry_page(p_report uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
	owed record;
	newest public.report_revision;
	draft public.report_draft;
begin
	select * into owed from private.owed_report(p_report);
	if owed.id is null then
		return null;
	end if;
	newest := private.newest_revision(p_report);
	select * into draft from public.report_draft d where d.report_id = p_report;
	return (
	select jsonb_build_object(
		'id', p_report,
		'programme', jsonb_build_object('code', g.code, 'name', g.name, 'demonstration', g.demonstration),
		'project', jsonb_build_object('id', p.id, 'code', p.code, 'title', p.title),
		'organisation', reporting.organisation_json(owed.organisation_id),
		'period', reporting.period_json(owed.period_code),
		'due_on', pe.due_on,
		'state', coalesce(newest.state, 'draft'),
		'lock', private.entry_lock(p_report),
		'revision', newest.number,
		'decision_note', case when newest.state in ('returned', 'approved') then newest.decision_note end,
		'submitted_at', newest.submitted_at,
		'correcting', draft.correcting,
		'results', coalesce((
			select jsonb_agg(jsonb_build_object(
				'id', re.id, 'parent_id', re.parent_id, 'level', re.level, 'code', re.code, 'title', re.title
			) order by re.level, re.position, re.code)
			from public.result re
			where re.project_id = p.id
		), '[]'),
		'lines', reporting.entry_lines(p_report, owed.period_code),
		'narrative', case when draft.version > 0 then
			jsonb_build_object('version', draft.version, 'progress', draft.progress, 'difficulties', draft.difficulties, 'next', draft.next_steps)
		else
			jsonb_build_object(
				'version', 0, 'progress', coalesce(newest.narrative, ''), 'difficulties', coalesce(newest.difficulties, ''),
				'next', coalesce(newest.next_steps, '')
			)
		end
	)
	from public.project p
	join public.programme g on g.id = p.programme_id
	join public.period pe on pe.code = owed.period_code
	where p.id = owed.project_id
	);
end $$;
comment on function reporting.entry_page(uuid) is 'One report to fill in (EntryReport of src/lib/domain/entry.ts). Null where the reader may not.';

create function private.owed_reports_of_reader()
returns table (report_id uuid, programme_id uuid, project_id uuid, organisation_id uuid, period_code text, asked integer)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare
	organisations uuid[] := array(select private.partner_organisation_ids());
begin
	return query
	with
	owed as (
		select sp.programme_id, sp.project_id, sp.organisation_id, sp.period_code, count(*)::integer as asked
		from reporting.series_period sp
		where sp.due and sp.organisation_id = any (organisations)
		group by sp.programme_id, sp.project_id, sp.organisation_id, sp.period_code
	),
	begun as (
		select r.id, r.programme_id, r.project_id, r.organisation_id, r.period_code
		from public.report r
		join public.period pe on pe.code = r.period_code and pe.kind <> 'snapshot'
		where r.organisation_id = any (organisations)
	)
	select
		coalesce(b.id, private.report_id(o.project_id, o.organisation_id, o.period_code)),
		coalesce(b.programme_id, o.programme_id), coalesce(b.project_id, o.project_id),
		coalesce(b.organisation_id, o.organisation_id), coalesce(b.period_code, o.period_code),
		o.asked
	from owed o
	full join begun b using (project_id, organisation_id, period_code);
end $$;
comment on function private.owed_reports_of_reader() is 'The reports of the reader''s organisations: owed or begun, snapshots left out. asked: how many figures it owes, null where it is not owed.';

create function reporting.workspace() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	return (
	select jsonb_build_object(
		'today', current_date,
		'organisations', coalesce((
			select jsonb_agg(reporting.organisation_json(o.id) order by o.name)
			from public.organisation o
			where o.id = any (array(select private.partner_organisation_ids()))
		), '[]'),
		'reports', coalesce(jsonb_agg(jsonb_build_object(
			'id', o.report_id,
			'programme', jsonb_build_object('code', g.code, 'name', g.name, 'demonstration', g.demonstration),
			'project', jsonb_build_object('id', p.id, 'code', p.code, 'title', p.title),
			'organisation', reporting.organisation_json(o.organisation_id),
			'period', reporting.period_json(o.period_code),
			'due_on', pe.due_on,
			'state', coalesce(newest.state, 'draft'),
			'lock', private.entry_lock(o.report_id),
			'asked', coalesce(o.asked, filled.answered),
			'answered', filled.answered,
			'revision', newest.number,
			'decision_note', case when newest.state = 'returned' then newest.decision_note end,
			'submitted_at', newest.submitted_at, 'decided_at', newest.decided_at,
			'correcting', (select d.correcting from public.report_draft d where d.report_id = o.report_id)
		) order by pe.as_of desc, p.code, o.report_id), '[]')
	)
	from private.owed_reports_of_reader() o
	join public.project p on p.id = o.project_id
	join public.programme g on g.id = o.programme_id
	join public.period pe on pe.code = o.period_code
	left join lateral private.newest_revision(o.report_id) newest on true
	cross join lateral (
		select count(*) filter (where c.answer ?| array['value', 'numerator', 'text', 'level', 'inapplicable'])::integer as answered
		from private.cells_of_report(o.report_id) c
	) filled
	);
end $$;
comment on function reporting.workspace() is 'What the reader''s organisations owe and have handed in: reports with dates, state, lock and how much of them is filled in. today is the database''s day.';

create function reporting.cell_history(p_report uuid, p_series uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
	organisation uuid := (select o.organisation_id from private.owed_report(p_report) o);
begin
	return (
	select coalesce(jsonb_agg(to_jsonb(entry) order by entry.at desc), '[]')
	from (
		select
			'change' as kind, c.changed_at as at, private.colleague_name(c.changed_by, organisation) as by, c.origin,
			c.old_answer as before, c.new_answer as after, null::integer as revision, null::text as reason
		from public.draft_change c
		where c.report_id = p_report and c.series_id = p_series and c.outcome = 'saved'
		and c.old_answer is distinct from c.new_answer
		union all
		select
			v.state::text, coalesce(v.decided_at, v.submitted_at), null, null, null, private.answer_of(o.id), v.number,
			coalesce(v.decision_note, v.reason)
		from public.report_revision v
		join public.observation o on o.revision_id = v.id and o.series_id = p_series
		where v.report_id = p_report and v.state <> 'draft'
	) entry
	);
end $$;
comment on function reporting.cell_history(uuid, uuid) is 'Who changed one figure of a report, when, from what to what; and each revision it was handed in with. Newest first.';

-- what the pages call, as the reader
grant execute on function
	private.owed_report(uuid), private.newest_revision(uuid), private.entry_lock(uuid), private.can_enter(uuid),
	private.begin_report(uuid), private.asked_series(uuid), private.cells_of_report(uuid), private.answer_of(uuid),
	private.colleague_name(uuid, uuid), private.owed_reports_of_reader()
to authenticated, service_role;
grant execute on function
	public.save_cells(jsonb, boolean), public.save_narrative(uuid, integer, jsonb), public.submit_report(uuid, uuid),
	public.withdraw_report(uuid), public.begin_correction(uuid, text), public.end_correction(uuid)
to authenticated;
grant execute on function
	reporting.past_answers(uuid, date), reporting.entry_lines(uuid, text), reporting.entry_page(uuid),
	reporting.workspace(), reporting.cell_history(uuid, uuid)
to authenticated, service_role;
grant execute on all functions in schema private to service_role;
