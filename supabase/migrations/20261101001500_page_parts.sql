-- What several pages share: the reader's context, the trust strip, lines of series, activities. One JSON value each.

create function reporting.scope_of(p_programme text, p_period text, p_partner text)
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
	-- an organisation's calendar: the finest kind the programme has opened, snapshots included
	calendar as (
		select pe.code, pe.as_of, pe.kind
		from programme g
		join public.programme_period pp on pp.programme_id = g.id
		join public.period pe on pe.code = pp.period_code
	),
	chosen as (
		select c.code, c.as_of, c.kind
		from calendar c
		where c.code = p_period or p_period is null
		order by c.as_of desc, c.kind
		limit 1
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
comment on function reporting.scope_of(text, text, text) is 'Which programme, period (default: the newest) and organisation a page is about, of those the reader may see.';

create function reporting.period_json(p_code text) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
	return (
	select jsonb_build_object(
		'code', p.code, 'kind', p.kind, 'starts_on', p.starts_on, 'ends_on', p.ends_on, 'as_of', p.as_of, 'due_on', p.due_on
	)
	from public.period p
	where p.code = p_code
	);
end $$;
comment on function reporting.period_json(text) is 'A period as pages take it.';

create function reporting.organisation_json(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
	return (
	select jsonb_build_object('slug', o.slug, 'name', o.name, 'short_name', o.short_name)
	from public.organisation o
	where o.id = p_id
	);
end $$;
comment on function reporting.organisation_json(uuid) is 'An organisation as pages take it.';

create function reporting.context(
	p_programme uuid, p_period text, p_previous text, p_country text, p_partner text
) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
	return (
	select jsonb_build_object(
		'reader', jsonb_build_object(
			'roles', coalesce((select jsonb_agg(distinct m.role) from public.membership m where m.user_id = (select auth.uid())), '[]'),
			'organisations', coalesce((
				select jsonb_agg(reporting.organisation_json(o.id) order by o.name)
				from public.organisation o
				where o.id = any (array(select private.partner_organisation_ids()))
			), '[]'),
			'sees', case
				when p_programme = any (array(select private.staff_programme_ids())) then 'everything'
				when p_programme = any (array(select private.donor_programme_ids())) then 'approved'
				else 'own'
			end,
			'name', (select pn.name from public.person pn where pn.user_id = (select auth.uid()))
		),
		'programmes', coalesce((
			select jsonb_agg(jsonb_build_object('code', g.code, 'name', g.name, 'demonstration', g.demonstration) order by g.demonstration, g.code)
			from public.programme g
		), '[]'),
		'programme', (
			select jsonb_build_object(
				'code', g.code, 'name', g.name, 'description', g.description, 'demonstration', g.demonstration,
				'on_track_from', g.on_track_from, 'at_risk_from', g.at_risk_from, 'source', g.source
			)
			from public.programme g
			where g.id = p_programme
		),
		'periods', coalesce((
			select jsonb_agg(reporting.period_json(pe.code) order by pe.as_of desc, pe.kind)
			from public.programme_period pp
			join public.period pe on pe.code = pp.period_code
			where pp.programme_id = p_programme
			and (
				pe.kind in ('quarter', 'snapshot')
				or not exists (
					select 1 from public.programme_period finer
					join public.period fp on fp.code = finer.period_code and fp.kind = 'quarter'
					where finer.programme_id = p_programme
				)
			)
		), '[]'),
		'period', reporting.period_json(p_period),
		'previous', reporting.period_json(p_previous),
		'countries', coalesce((
			select jsonb_agg(distinct coalesce(c.country_iso2, ''))
			from reporting.cell c
			where c.programme_id = p_programme and c.period_code = p_period
		), '[]'),
		'partners', coalesce((
			select jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name, 'short_name', o.short_name) order by coalesce(o.short_name, o.name))
			from public.organisation o
			where o.id in (
				select c.organisation_id from reporting.cell c
				where c.programme_id = p_programme and c.period_code = p_period
			)
		), '[]'),
		'filters', jsonb_build_object('country', p_country, 'partner', p_partner)
	)
	);
end $$;
comment on function reporting.context(uuid, text, text, text, text) is 'Who reads, and what the filters offer: programmes, periods, countries and partners the reader may see.';

create function reporting.pending_cells(p_programme uuid, p_period text)
returns table (series_id uuid, indicator_id uuid, country_iso2 text, organisation_id uuid, adds numeric, counted boolean)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
	return query
	select
		c.series_id, c.indicator_id, c.country_iso2, c.organisation_id,
		case pi.value_kind
			when 'increment' then sum(o.value) + case when c.actual is null then coalesce(c.baseline, 0) else 0 end
			when 'cumulative' then max(o.value) - coalesce(c.actual, 0)
			when 'level' then max(o.value) - coalesce(c.actual, 0)
		end,
		c.counted
	from public.report r
	join public.period pe on pe.code = r.period_code
	join public.period this on this.code = p_period and pe.as_of <= this.as_of
	join public.report_revision v on v.report_id = r.id and v.state = 'submitted'
	join public.observation o on o.revision_id = v.id and o.value is not null
	join reporting.cell c on c.series_id = o.series_id and c.period_code = p_period
	join public.series s on s.id = c.series_id
	join public.project_indicator pi on pi.id = s.project_indicator_id
	where r.programme_id = p_programme
	and not exists (select 1 from public.report_revision other where other.report_id = r.id and other.in_force)
	group by c.series_id, c.indicator_id, c.country_iso2, c.organisation_id, c.actual, c.baseline, c.counted, pi.value_kind;
end $$;
comment on function reporting.pending_cells(uuid, text) is 'What submitted, not yet approved answers would add to each series. Readers without access to submissions get nothing.';

create function reporting.figure_json(f reporting.figure, p_pending numeric default null) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
	return jsonb_build_object(
		'actual', f.actual, 'at_least', f.at_least, 'numerator', f.numerator, 'denominator', f.denominator,
		'baseline', f.baseline, 'target', f.target, 'expected', f.expected,
		'progress', round(f.progress, 6), 'expected_progress', round(f.expected_progress, 6),
		'pending', p_pending,
		'pending_progress', round((coalesce(f.actual, f.baseline) + p_pending - f.baseline) / nullif(f.target - f.baseline, 0), 6),
		'pace', round(f.pace, 6), 'status', f.status, 'target_share', round(f.target_share, 4),
		'series', f.series, 'with_value', f.with_value, 'due', f.due, 'reported', f.reported, 'overlap', f.overlap
	);
end $$;
comment on function reporting.figure_json(reporting.figure, numeric) is 'A total as pages take it, with what is pending beside it.';

create function private.handed_in(p_programme uuid, p_period text)
returns table (project_id uuid, organisation_id uuid)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin
	return query
	select r.project_id, r.organisation_id
	from public.report r
	join public.period pe on pe.code = r.period_code
	join public.period this on this.code = p_period and this.as_of = pe.as_of
	where r.programme_id = p_programme
	and p_programme in (select private.readable_programme_ids())
	and exists (select 1 from public.report_revision v where v.report_id = r.id and v.state = 'submitted');
end $$;
comment on function private.handed_in(uuid, text) is 'Reports that wait for a decision. Past row security: a donor is to read "waiting", not "missing", though it sees nothing of the report itself.';
grant execute on function private.handed_in(uuid, text) to authenticated, service_role;

create function reporting.owed_reports(p_programme uuid, p_period text, p_country text, p_organisation uuid)
returns table (project_id uuid, organisation_id uuid, countries text[], approved boolean, pending boolean)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
	return query
	with owed as (
		select
			c.project_id, c.organisation_id,
			bool_or(c.reported) as approved,
			array_agg(distinct c.country_iso2) filter (where c.country_iso2 is not null) as countries
		from reporting.cell c
		where c.programme_id = p_programme
		and c.period_code = p_period
		and c.due
		and (p_country is null or coalesce(c.country_iso2, '') = p_country)
		and (p_organisation is null or c.organisation_id = p_organisation)
		group by c.project_id, c.organisation_id
	)
	select o.project_id, o.organisation_id, o.countries, o.approved, not o.approved and h.project_id is not null
	from owed o
	left join private.handed_in(p_programme, p_period) h
		on h.project_id = o.project_id and h.organisation_id = o.organisation_id;
end $$;
comment on function reporting.owed_reports(uuid, text, text, uuid) is 'Reports due for a period: approved, waiting for a decision, or (neither) missing.';

create function reporting.trust(p_programme uuid, p_period text, p_country text, p_organisation uuid) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
	return (
	with states as (
		select o.* from reporting.owed_reports(p_programme, p_period, p_country, p_organisation) o
	)
	select jsonb_build_object(
		'due', count(*),
		'approved', count(*) filter (where s.approved),
		'pending', count(*) filter (where s.pending),
		'missing', count(*) filter (where not s.approved and not s.pending),
		'missing_partners', coalesce((
			select jsonb_agg(reporting.organisation_json(m.organisation_id) || jsonb_build_object('countries', m.countries))
			from (
				select late.organisation_id, jsonb_agg(distinct place) filter (where place is not null) as countries
				from states late
				left join lateral unnest(late.countries) as place on true
				where not late.approved and not late.pending
				group by late.organisation_id
			) m
		), '[]'),
		'last_change', (select d.changed_at from reporting.data_version d where d.programme_id = p_programme),
		'data_version', (select d.version from reporting.data_version d where d.programme_id = p_programme),
		'made_up', (select g.demonstration from public.programme g where g.id = p_programme),
		'source', (select g.source from public.programme g where g.id = p_programme)
	)
	from states s
	);
end $$;
comment on function reporting.trust(uuid, text, text, uuid) is 'Rule 7: reports due, approved, pending and missing as of a period, who is missing, and the last change.';

create function reporting.indicator_json(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
	return (
	select jsonb_build_object(
		'id', i.id, 'framework', i.framework_code, 'framework_name', f.name, 'code', i.code, 'title', i.title,
		'definition', i.definition, 'unit', i.unit, 'measure', i.measure, 'ascending', i.ascending,
		'sensitive', i.sensitive, 'counts', i.counts, 'value_kind', i.value_kind, 'over_time', i.over_time,
		'over_partner', i.over_partner, 'over_place', i.over_place, 'dimensions', to_jsonb(i.dimensions)
	)
	from public.indicator i
	join public.framework f on f.code = i.framework_code
	where i.id = p_id
	);
end $$;
comment on function reporting.indicator_json(uuid) is 'An indicator''s head: names, unit and how it behaves.';

create function reporting.wordings_json(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
	return (
	select coalesce(jsonb_object_agg(w.language, jsonb_build_object('title', w.title, 'definition', w.definition)), '{}')
	from (
		select distinct on (iw.language) iw.language, iw.title, iw.definition
		from public.indicator_wording iw
		where iw.indicator_id = p_id
		order by iw.language, iw.version desc
	) w
	);
end $$;
comment on function reporting.wordings_json(uuid) is 'The wording in use by language: {fr: {title, definition}}.';

create function reporting.partner_lines(p_programme uuid, p_period text, p_country text, p_organisation uuid) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
	return (
	with
	lines as (
		select
			c.organisation_id,
			count(*) filter (where c.due) as due,
			count(*) filter (where c.due and c.reported) as reported,
			-- the middle of its series' pace: one far outlier does not decide
			percentile_cont(0.5) within group (order by c.pace) filter (where c.counted and c.pace is not null) as pace
		from reporting.cell c
		where c.programme_id = p_programme
		and c.period_code = p_period
		and (p_country is null or coalesce(c.country_iso2, '') = p_country)
		and (p_organisation is null or c.organisation_id = p_organisation)
		group by c.organisation_id
	),
	statuses as (
		select s.organisation_id, jsonb_object_agg(s.status, s.n) as counts
		from (
			select c.organisation_id, c.status, count(*) as n
			from reporting.cell c
			where c.programme_id = p_programme
			and c.period_code = p_period
			and c.counted
			and (p_country is null or coalesce(c.country_iso2, '') = p_country)
			group by c.organisation_id, c.status
		) s
		group by s.organisation_id
	),
	missing as (
		select o.organisation_id, bool_or(o.pending) as pending, bool_or(not o.approved and not o.pending) as late
		from reporting.owed_reports(p_programme, p_period, p_country, p_organisation) o
		group by o.organisation_id
	),
	latest as (
		select sp.organisation_id, max(sp.value_as_of) as since
		from reporting.series_period sp
		where sp.programme_id = p_programme and sp.period_code = p_period
		group by sp.organisation_id
	)
	select coalesce(jsonb_agg(
		reporting.organisation_json(l.organisation_id) || jsonb_build_object(
			'due', l.due, 'reported', l.reported, 'late', coalesce(m.late, false), 'pending', coalesce(m.pending, false), 'since', la.since,
			'counts', coalesce(s.counts, '{}'), 'pace', round(l.pace::numeric, 4)
		)
		order by l.due - l.reported desc, l.pace nulls last
	), '[]')
	from lines l
	left join statuses s on s.organisation_id = l.organisation_id
	left join missing m on m.organisation_id = l.organisation_id
	left join latest la on la.organisation_id = l.organisation_id
	);
end $$;
comment on function reporting.partner_lines(uuid, text, text, uuid) is 'Each partner: series due and reported, date of its last approved value, statuses, and the median pace of its series.';

create function reporting.country_lines(p_programme uuid, p_period text, p_organisation uuid, p_figures reporting.figure[]) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
	return (
	with
	lines as (
		select
			coalesce(c.country_iso2, '') as iso2,
			count(*) filter (where c.due) as due,
			count(*) filter (where c.due and c.reported) as reported
		from reporting.cell c
		where c.programme_id = p_programme
		and c.period_code = p_period
		and (p_organisation is null or c.organisation_id = p_organisation)
		group by coalesce(c.country_iso2, '')
	),
	statuses as (
		select s.group_country as iso2, jsonb_object_agg(s.status, s.n) as counts
		from (
			select f.country_iso2 as group_country, coalesce(f.status::text, 'none') as status, count(*) as n
			from unnest(p_figures) f
			where f.grouped_by = 'country'
			group by f.country_iso2, f.status
		) s
		group by s.group_country
	)
	select coalesce(jsonb_agg(jsonb_build_object(
		'iso2', l.iso2, 'due', l.due, 'reported', l.reported, 'counts', coalesce(s.counts, '{}')
	) order by l.iso2), '[]')
	from lines l
	left join statuses s on s.iso2 = l.iso2
	);
end $$;
comment on function reporting.country_lines(uuid, text, uuid, reporting.figure[]) is 'Each country: series due and reported, and how many indicators stand at each status. p_figures: the figures by country, whatever country the page is filtered by.';

create function reporting.changes(
	p_programme uuid, p_previous text, p_country text, p_organisation uuid, p_figures reporting.figure[], p_most integer default 5
) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
	return (
	with
	ranks (status, rank) as (
		values ('off-track'::public.progress_status, 1), ('at-risk', 2), ('on-track', 3), ('achieved', 4)
	),
	pairs as (
		select
			now.grouped_by, now.indicator_id, now.country_iso2,
			before.status as status_before, now.status as status_now,
			before.actual as before, now.actual as now, now.progress - before.progress as moved,
			rb.rank as rank_before, rn.rank as rank_now
		from unnest(p_figures) now
		join reporting.figures(p_programme, p_previous, '{total,country}', p_country, p_organisation) before
			on before.grouped_by = now.grouped_by
			and before.indicator_id = now.indicator_id
			and before.country_iso2 is not distinct from now.country_iso2
			-- of one country the total says the same
			and (p_country is null or now.grouped_by = 'country')
		left join ranks rb on rb.status = before.status
		left join ranks rn on rn.status = now.status
	),
	told as (
		select
			p.*,
			case when p.rank_before <> p.rank_now then 'status' else 'value' end as kind,
			case
				when p.rank_now < p.rank_before then 1
				when p.rank_before <> p.rank_now and p.rank_now = 4 then 2
				when p.rank_before <> p.rank_now then 3
				else 4
			end as weight
		from pairs p
		where p.rank_before <> p.rank_now
		or (p.moved > 0 and p.now <> p.before)
	),
	-- one sentence an indicator, the weightiest
	one_each as (
		select distinct on (t.indicator_id) t.*
		from told t
		order by t.indicator_id, t.weight, abs(t.moved) desc nulls last, t.grouped_by desc
	),
	most as (
		select o.* from one_each o order by o.weight, abs(o.moved) desc nulls last, o.indicator_id limit p_most
	)
	select coalesce(jsonb_agg(jsonb_build_object(
		'framework', i.framework_code, 'code', i.code, 'title', i.title, 'wordings', reporting.wordings_json(i.id),
		'unit', i.unit, 'measure', i.measure,
		'country', case when m.grouped_by = 'country' then m.country_iso2 end,
		'kind', m.kind, 'from', m.status_before, 'to', m.status_now,
		'before', m.before, 'now', m.now, 'difference', m.now - m.before
	) order by m.weight, abs(m.moved) desc nulls last, m.indicator_id), '[]')
	from most m
	join public.indicator i on i.id = m.indicator_id
	);
end $$;
comment on function reporting.changes(uuid, text, text, uuid, reporting.figure[], integer) is 'The weightiest changes of these figures (totals and by country) since the period before: worse first, then newly achieved, then better, then the largest moves.';

create function reporting.series_lines(
	p_programme uuid, p_period text,
	p_country text default null, p_organisation uuid default null, p_indicator uuid default null, p_project uuid default null
) returns table (indicator_id uuid, project_id uuid, line jsonb)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
	return query
	select
		c.indicator_id, c.project_id,
		jsonb_build_object(
			'id', c.series_id, 'framework', i.framework_code, 'code', i.code, 'title', i.title,
			'wordings', reporting.wordings_json(i.id), 'unit', i.unit, 'measure', i.measure, 'ascending', i.ascending,
			'country', c.country_iso2, 'partner', reporting.organisation_json(c.organisation_id),
			'project', jsonb_build_object('id', p.id, 'code', coalesce(p.published_code, p.code), 'title', p.title),
			'value_kind', pi.value_kind, 'counted', c.counted, 'left_out', c.left_out, 'stands_for_children', c.stands_for_children,
			'figure', jsonb_build_object(
				'actual', sp.actual, 'numerator', sp.numerator, 'denominator', sp.denominator, 'at_least', sp.at_least,
				'baseline', sp.baseline, 'baseline_assumed', sp.baseline_assumed,
				'target', sp.target, 'target_text', sp.target_text, 'expected', sp.expected,
				'progress', round(sp.progress, 6), 'progress_to_next', round(sp.progress_to_next, 6), 'next_target', sp.next_target,
				'expected_progress', round((sp.expected - sp.baseline) / nullif(sp.target - sp.baseline, 0), 6),
				'pending', pending.adds,
				'pending_progress', round((coalesce(sp.actual, sp.baseline) + pending.adds - sp.baseline) / nullif(sp.target - sp.baseline, 0), 6),
				'pace', round(sp.pace, 6), 'status', sp.status, 'status_as_of', sp.status_as_of,
				'target_share', null, 'series', 1, 'with_value', case when sp.actual is null then 0 else 1 end,
				'due', case when sp.due then 1 else 0 end, 'reported', case when sp.due and sp.reported then 1 else 0 end,
				'overlap', null, 'text_value', sp.text_value, 'scale_level', sp.scale_level,
				'scale_word', sc.levels[sp.scale_level], 'value_as_of', sp.value_as_of, 'missing', sp.missing, 'in_period', sp.in_period
			)
		)
	from reporting.cell c
	join reporting.series_period sp on sp.series_id = c.series_id and sp.period_code = c.period_code
	join public.series s on s.id = c.series_id
	join public.project_indicator pi on pi.id = s.project_indicator_id
	join public.indicator i on i.id = c.indicator_id
	join public.project p on p.id = c.project_id
	left join public.scale sc on sc.code = i.scale_code
	left join reporting.pending_cells(p_programme, p_period) pending on pending.series_id = c.series_id
	where c.programme_id = p_programme
	and c.period_code = p_period
	and (p_country is null or coalesce(c.country_iso2, '') = p_country)
	and (p_organisation is null or c.organisation_id = p_organisation)
	and (p_indicator is null or c.indicator_id = p_indicator)
	and (p_project is null or c.project_id = p_project)
	order by i.framework_code, i.sort_key, c.country_iso2 nulls first, p.code;
end $$;
comment on function reporting.series_lines(uuid, text, text, uuid, uuid, uuid) is 'Series with their figures as of a period, one JSON line each.';

create function reporting.activity_lines(
	p_programme uuid, p_until date default null, p_country text default null, p_organisation uuid default null,
	p_indicator uuid default null, p_project uuid default null
) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
	return (
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', a.id, 'kind', a.kind, 'title', a.title, 'starts_on', a.starts_on, 'ends_on', a.ends_on,
		'venue_country', a.venue_country, 'place', a.place, 'participants', a.participants,
		'men', coalesce(a.men, (select sum(ap.participants) from public.activity_participation ap where ap.activity_id = a.id and ap.sex = 'male')),
		'women', coalesce(a.women, (select sum(ap.participants) from public.activity_participation ap where ap.activity_id = a.id and ap.sex = 'female')),
		'organisers', coalesce((
			select jsonb_agg(reporting.organisation_json(ao.organisation_id)) from public.activity_organiser ao where ao.activity_id = a.id
		), '[]'),
		'participation', coalesce((
			select jsonb_agg(jsonb_build_object('country', ap.country_iso2, 'sex', ap.sex, 'participants', ap.participants) order by ap.country_iso2, ap.sex)
			from public.activity_participation ap where ap.activity_id = a.id
		), '[]'),
		'origin', a.origin, 'source', a.source, 'note', a.note,
		'project', (
			select jsonb_build_object('id', p.id, 'code', coalesce(p.published_code, p.code), 'title', p.title)
			from public.project p where p.id = a.project_id
		),
		'claims', coalesce((
			select jsonb_agg(jsonb_build_object(
				'framework', i.framework_code, 'code', i.code, 'title', i.title, 'wordings', reporting.wordings_json(i.id),
				'programme', (select g.code from public.programme g where g.id = s.programme_id), 'country', s.country_iso2,
				'partner', (select coalesce(o.short_name, o.name) from public.organisation o where o.id = s.organisation_id),
				'participants', k.participants
			) order by i.sort_key)
			from reporting.claim k
			join public.series s on s.id = k.series_id
			join public.indicator i on i.id = s.indicator_id
			where k.activity_id = a.id
		), '[]'),
		'overlaps', coalesce((
			select jsonb_agg(jsonb_build_object(
				'framework', i.framework_code, 'code', i.code, 'participants', ov.participants, 'agreed_on', ov.agreed_on, 'note', ov.note
			))
			from public.activity_overlap ov
			join public.indicator i on i.id = ov.indicator_id
			where ov.activity_id = a.id
		), '[]')
	) order by a.starts_on desc, a.title), '[]')
	from public.activity a
	where (
		a.programme_id = p_programme
		-- an event of another programme is shown where one of this one's series claims it
		or exists (
			select 1 from reporting.claim k where k.activity_id = a.id and k.programme_id = p_programme
		)
	)
	and (p_until is null or a.starts_on <= p_until)
	and (
		p_country is null
		or a.venue_country = p_country
		or exists (select 1 from public.activity_participation ap where ap.activity_id = a.id and ap.country_iso2 = p_country)
	)
	and (
		p_organisation is null
		or exists (select 1 from public.activity_organiser ao where ao.activity_id = a.id and ao.organisation_id = p_organisation)
	)
	and (
		p_indicator is null
		or exists (
			select 1 from reporting.claim k where k.activity_id = a.id and k.indicator_id = p_indicator
		)
	)
	and (p_project is null or a.project_id = p_project)
	);
end $$;
comment on function reporting.activity_lines(uuid, date, text, uuid, uuid, uuid) is 'Activities until a day, newest first, with participants by origin and sex, organisers, claims and agreed overlaps.';
