-- One round trip for the page of a report's activities.

create function private.activity_entry(p_activity uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'id', a.id, 'version', a.version, 'kind', a.kind, 'title', a.title, 'starts_on', a.starts_on, 'ends_on', a.ends_on,
		'venue_country', a.venue_country, 'place', a.place, 'participants', a.participants, 'men', a.men, 'women', a.women,
		'organisers', coalesce((
			select jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name, 'short_name', o.short_name) order by o.name)
			from public.activity_organiser ao
			join public.organisation o on o.id = ao.organisation_id
			where ao.activity_id = a.id
		), '[]'),
		'participation', coalesce((
			select jsonb_agg(
				jsonb_build_object('country', ap.country_iso2, 'sex', ap.sex, 'participants', ap.participants) order by ap.country_iso2, ap.sex
			)
			from public.activity_participation ap
			where ap.activity_id = a.id
		), '[]')
	)
	from public.activity a
	where a.id = p_activity
$$;
comment on function private.activity_entry(uuid) is 'An activity as the form takes it. Past row security: for those that private.suggested_activities hands out too.';

create function reporting.report_activities(p_report uuid) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
	asked record;
begin
	select r.* into asked from private.owed_report(p_report) r;
	if asked.id is null then
		return null;
	end if;
	return jsonb_build_object(
		'id', asked.id,
		'lock', private.entry_lock(asked.id),
		'answering', asked.organisation_id in (select private.partner_organisation_ids()),
		'project', (
			select jsonb_build_object('id', p.id, 'code', coalesce(p.published_code, p.code), 'title', p.title)
			from public.project p where p.id = asked.project_id
		),
		'organisation', reporting.organisation_json(asked.organisation_id),
		'period', (
			select jsonb_build_object('code', pe.code, 'starts_on', pe.starts_on, 'ends_on', pe.ends_on)
			from public.period pe where pe.code = asked.period_code
		),
		'series', coalesce((
			select jsonb_agg(jsonb_build_object(
				'id', s.id, 'indicator_id', i.id, 'framework', i.framework_code, 'code', i.code, 'title', i.title,
				'wordings', reporting.wordings_json(i.id), 'country', s.country_iso2, 'sensitive', i.sensitive,
				'value', (
					select (cell.answer ->> 'value')::numeric from private.cells_of_report(asked.id) cell where cell.series_id = s.id
				),
				'claimed', (select sum(c.participants) from private.claims_in_report(asked.id) c where c.series_id = s.id)
			) order by i.sort_key, s.country_iso2 nulls first)
			from public.series s
			join public.indicator i on i.id = s.indicator_id
			join public.project_indicator pi on pi.id = s.project_indicator_id
			where s.project_id = asked.project_id and s.organisation_id = asked.organisation_id
			-- people of an event stand in figures that count people
			and i.counts <> 'things' and pi.value_kind in ('increment', 'cumulative', 'cumulative_year')
		), '[]'),
		'activities', coalesce((
			select jsonb_agg(
				private.activity_entry(a.id) || jsonb_build_object(
					'note', a.note,
					'editable', private.describable_activity(a.id),
					'removable', private.removable_activity(a.id),
					'claims', coalesce((
						select jsonb_agg(jsonb_build_object('series_id', c.series_id, 'participants', c.participants, 'version', c.version))
						from private.claims_in_report(asked.id) c
						where c.activity_id = a.id
					), '[]'),
					'shared', coalesce((
						select jsonb_agg(to_jsonb(sc) - 'activity_id')
						from private.shared_claims(asked.id) sc
						where sc.activity_id = a.id
					), '[]')
				) order by a.starts_on, a.title
			)
			from public.activity a
			where a.id in (select private.own_activity_ids(asked.id))
		), '[]'),
		'suggestions', coalesce((
			select jsonb_agg(
				private.activity_entry(su.activity_id)
				|| jsonb_build_object('like', (select a.title from public.activity a where a.id = su.like_id))
			)
			from private.suggested_activities(asked.id) su
		), '[]'),
		'organisations', coalesce((
			select jsonb_agg(reporting.organisation_json(o.id) order by coalesce(o.short_name, o.name)) from public.organisation o
		), '[]'),
		'countries', coalesce((select jsonb_agg(c.iso2 order by c.iso2) from public.country c), '[]')
	);
end $$;
comment on function reporting.report_activities(uuid) is 'Activities of a report''s period with its claims and what others claim of them, activities that may be the same event, and what the form offers. Null where the reader may not enter the report.';

create function reporting.report_claims(p_report uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	return (
	select coalesce(jsonb_agg(jsonb_build_object(
		'series_id', c.series_id, 'activity_id', c.activity_id, 'title', a.title, 'participants', c.participants
	) order by a.starts_on, a.title), '[]')
	from private.owed_report(p_report) r
	cross join lateral private.claims_in_report(r.id) c
	join public.activity a on a.id = c.activity_id
	where c.participants > 0
	);
end $$;
comment on function reporting.report_claims(uuid) is 'Which activities bring people into the figures of a report: beside each figure as it is entered.';

revoke execute on function private.activity_entry(uuid), reporting.report_activities(uuid), reporting.report_claims(uuid) from public, anon;
grant execute on function
	private.own_activity_ids(uuid), private.activity_entry(uuid), reporting.report_activities(uuid), reporting.report_claims(uuid)
to authenticated, service_role;
