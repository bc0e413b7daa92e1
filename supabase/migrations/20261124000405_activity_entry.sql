-- Partners describe what they did in a quarter: what, when, where, who held it and who took part.

alter table public.activity
	add column version integer not null default 1 check (version >= 1),
	add column last_key uuid;
comment on column public.activity.version is 'Counts its changes, so that two people at once do not overwrite each other unseen.';
comment on column public.activity.last_key is 'Of the last change: the same change delivered twice takes effect once.';

-- whoever holds an activity says with whom; those who report in the same project speak for themselves
alter policy "Staff name organisers, partners themselves" on public.activity_organiser
	with check (exists (
		select 1 from public.activity a where a.id = activity_id and (
			a.programme_id = any (array(select private.staff_programme_ids()))
			or (
				a.project_id = any (array(select private.implemented_project_ids()))
				and (
					organisation_id = any (array(select private.partner_organisation_ids()))
					or activity_id = any (array(select private.organised_activity_ids()))
				)
			)
		)
	));
alter policy "Staff remove organisers, partners themselves" on public.activity_organiser
	using (exists (
		select 1 from public.activity a where a.id = activity_id and (
			a.programme_id = any (array(select private.staff_programme_ids()))
			or organisation_id = any (array(select private.partner_organisation_ids()))
			or (
				a.project_id = any (array(select private.implemented_project_ids()))
				and activity_id = any (array(select private.organised_activity_ids()))
				and not exists (
					select 1 from public.project_organisation po
					where po.project_id = a.project_id and po.organisation_id = activity_organiser.organisation_id and po.role = 'implementing'
				)
			)
		)
	));

create function private.describable_activity(p_activity uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (
		select 1
		from public.activity a
		where a.id = p_activity
		and (
			a.programme_id in (select private.staff_programme_ids())
			or (
				a.project_id in (select private.implemented_project_ids())
				and (
					a.id in (select private.organised_activity_ids())
					or not exists (
						select 1
						from public.activity_organiser ao
						join public.project_organisation po on po.organisation_id = ao.organisation_id
							and po.project_id = a.project_id and po.role = 'implementing'
						where ao.activity_id = a.id
					)
				)
			)
		)
	);
end $$;
comment on function private.describable_activity(uuid) is 'May the reader change this activity? Staff, and who held it in a project of theirs, or where nobody who reports there did.';

create function private.activity_problem(p_activity jsonb, p_report uuid) returns text
language plpgsql stable set search_path = '' as $$
declare
	counts constant text := '^\d{1,9}$';
	people integer;
begin
	if p_activity ->> 'kind' is null or p_activity ->> 'kind' <> all ('{workshop,training,campaign,equipment,service,meeting}')
		or coalesce(trim(p_activity ->> 'title'), '') = ''
		or coalesce(p_activity ->> 'starts_on', '') !~ '^\d{4}-\d\d-\d\d$' or coalesce(p_activity ->> 'ends_on', '') !~ '^\d{4}-\d\d-\d\d$'
		or concat(p_activity ->> 'participants', p_activity ->> 'men', p_activity ->> 'women') !~ '^\d*$'
		or coalesce(p_activity ->> 'participants', '0') !~ counts or coalesce(p_activity ->> 'men', '0') !~ counts or coalesce(p_activity ->> 'women', '0') !~ counts
		or exists (
			select 1 from jsonb_array_elements(p_activity -> 'participation') part
			where part ->> 'sex' is null or part ->> 'sex' <> all ('{female,male,unknown}')
			or coalesce(part ->> 'participants', '0') !~ counts
			or not exists (select 1 from public.country c where c.iso2 = part ->> 'country')
		)
		or (
			select count(*) <> count(distinct (part ->> 'country', part ->> 'sex'))
			from jsonb_array_elements(p_activity -> 'participation') part
		)
		or (p_activity ->> 'venue_country' is not null and not exists (select 1 from public.country c where c.iso2 = p_activity ->> 'venue_country'))
		or exists (
			select 1 from jsonb_array_elements_text(p_activity -> 'organisers') wanted
			where not exists (select 1 from public.organisation o where o.slug = wanted)
		)
	then
		return 'invalid';
	end if;
	if p_activity ->> 'ends_on' < p_activity ->> 'starts_on' then
		return 'dates';
	end if;
	if not exists (
		select 1
		from private.owed_report(p_report) r
		join public.period pe on pe.code = r.period_code
		where p_activity ->> 'starts_on' <= pe.ends_on::text and p_activity ->> 'ends_on' >= pe.starts_on::text
	) then
		return 'outside-period';
	end if;
	people := (p_activity ->> 'participants')::integer;
	if coalesce((p_activity ->> 'men')::integer, 0) + coalesce((p_activity ->> 'women')::integer, 0) > people then
		return 'sexes';
	end if;
	if people < (select sum((part ->> 'participants')::integer) from jsonb_array_elements(p_activity -> 'participation') part) then
		return 'origins';
	end if;
	return null;
end $$;
comment on function private.activity_problem(jsonb, uuid) is 'What is wrong with an activity as it is to be saved in a report; null where nothing is.';

create function public.save_activity(p_activity jsonb, p_key uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
	asked record;
	lock_kind text;
	known public.activity;
	found_id uuid := (p_activity ->> 'id')::uuid;
	problem text;
begin
	select r.* into asked from private.owed_report((p_activity ->> 'report_id')::uuid) r;
	if asked.id is null then
		return jsonb_build_object('state', 'refused', 'reason', 'not-yours');
	end if;
	-- a new activity is known by the key of the form it came from
	select a.* into known from public.activity a where a.id = coalesce(found_id, p_key);
	if known.last_key = p_key then
		return jsonb_build_object('state', 'saved', 'id', known.id, 'version', known.version);
	end if;
	lock_kind := private.entry_lock(asked.id) ->> 'kind';
	if lock_kind not in ('open', 'reopened') then
		return jsonb_build_object('state', 'refused', 'reason', lock_kind);
	end if;
	problem := private.activity_problem(p_activity, asked.id);
	if problem is not null then
		return jsonb_build_object('state', 'refused', 'reason', problem);
	end if;
	if found_id is null then
		insert into public.activity (
			id, programme_id, project_id, kind, title, starts_on, ends_on, venue_country, place, participants, men, women, note, last_key
		) values (
			p_key, asked.programme_id, asked.project_id, p_activity ->> 'kind', trim(p_activity ->> 'title'),
			(p_activity ->> 'starts_on')::date, (p_activity ->> 'ends_on')::date, p_activity ->> 'venue_country',
			nullif(trim(p_activity ->> 'place'), ''), (p_activity ->> 'participants')::integer,
			(p_activity ->> 'men')::integer, (p_activity ->> 'women')::integer, nullif(trim(p_activity ->> 'note'), ''), p_key
		);
		found_id := p_key;
		-- first of all the own organisation: from then on it describes the activity
		insert into public.activity_organiser (activity_id, organisation_id) values (found_id, asked.organisation_id);
	else
		if known.id is null or not private.describable_activity(known.id) then
			return jsonb_build_object('state', 'refused', 'reason', 'not-yours');
		end if;
		if (p_activity ->> 'participants')::integer < private.largest_claim(known.id) then
			return jsonb_build_object('state', 'refused', 'reason', 'claimed', 'limit', private.largest_claim(known.id));
		end if;
		insert into public.activity_organiser (activity_id, organisation_id)
		select found_id, asked.organisation_id
		where known.project_id = asked.project_id
		on conflict do nothing;
		update public.activity a
		set kind = p_activity ->> 'kind', title = trim(p_activity ->> 'title'),
			starts_on = (p_activity ->> 'starts_on')::date, ends_on = (p_activity ->> 'ends_on')::date,
			venue_country = p_activity ->> 'venue_country', place = nullif(trim(p_activity ->> 'place'), ''),
			participants = (p_activity ->> 'participants')::integer, men = (p_activity ->> 'men')::integer,
			women = (p_activity ->> 'women')::integer, note = nullif(trim(p_activity ->> 'note'), ''),
			version = a.version + 1, last_key = p_key
		where a.id = found_id and a.version = (p_activity ->> 'version')::integer;
		if not found then
			return jsonb_build_object('state', 'conflict', 'version', known.version);
		end if;
		delete from public.activity_participation ap where ap.activity_id = found_id;
		delete from public.activity_organiser ao
		using public.organisation o
		where ao.activity_id = found_id and o.id = ao.organisation_id and ao.organisation_id <> asked.organisation_id
		and not coalesce(p_activity -> 'organisers', '[]') ? o.slug;
	end if;
	insert into public.activity_organiser (activity_id, organisation_id)
	select found_id, o.id
	from public.organisation o
	where coalesce(p_activity -> 'organisers', '[]') ? o.slug
	on conflict do nothing;
	insert into public.activity_participation (activity_id, country_iso2, sex, participants)
	select found_id, part ->> 'country', part ->> 'sex', (part ->> 'participants')::integer
	from jsonb_array_elements(p_activity -> 'participation') part;
	return jsonb_build_object(
		'state', 'saved', 'id', found_id, 'version', (select a.version from public.activity a where a.id = found_id)
	);
end $$;
comment on function public.save_activity(jsonb, uuid) is 'Adds or changes an activity of a report, with who held it and who took part, all at once. The key makes it safe to send twice. Out: {state: saved, id, version} | {state: conflict, version} | {state: refused, reason, limit}.';

create function private.removable_activity(p_activity uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (
		select 1
		from public.activity a
		where a.id = p_activity and a.origin <> 'source'
		and a.id in (select private.organised_activity_ids())
		and a.project_id in (select private.implemented_project_ids())
		and not exists (select 1 from public.activity_claim ac where ac.activity_id = a.id)
		and not exists (select 1 from public.draft_claim d where d.activity_id = a.id and d.participants > 0)
	);
end $$;
comment on function private.removable_activity(uuid) is 'May the reader''s organisation remove what it entered? It held it, and no figure counts its people. Asked for the one row that is removed.';

alter policy "Managers remove activities" on public.activity
	using (
		programme_id = any (array(select private.manager_programme_ids()))
		or private.removable_activity(id)
	);
alter policy "Managers remove activities" on public.activity rename to "Managers remove activities, partners those that nobody counts";

create function public.remove_activity(p_report uuid, p_activity uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
	lock_kind text := private.entry_lock(p_report) ->> 'kind';
begin
	if lock_kind is null or not private.describable_activity(p_activity) then
		-- gone already, or not theirs: neither says which
		return jsonb_build_object('state', 'refused', 'reason', 'not-yours');
	end if;
	if lock_kind not in ('open', 'reopened') then
		return jsonb_build_object('state', 'refused', 'reason', lock_kind);
	end if;
	if not private.removable_activity(p_activity) then
		return jsonb_build_object('state', 'refused', 'reason', 'counted');
	end if;
	delete from public.activity a where a.id = p_activity;
	return jsonb_build_object('state', 'removed');
end $$;
comment on function public.remove_activity(uuid, uuid) is 'Removes an activity that was entered twice, or by mistake, while no figure counts its people. Out: {state: removed} | {state: refused, reason}.';

revoke execute on function
	private.describable_activity(uuid), private.activity_problem(jsonb, uuid), private.removable_activity(uuid),
	public.save_activity(jsonb, uuid), public.remove_activity(uuid, uuid)
from public, anon;
grant execute on function private.describable_activity(uuid), private.activity_problem(jsonb, uuid), private.removable_activity(uuid)
to authenticated, service_role;
grant execute on function public.save_activity(jsonb, uuid), public.remove_activity(uuid, uuid) to authenticated, service_role;
