-- How many people of an activity stand in which figure, while the report is filled in: one claim an activity and series.

create table public.draft_claim (
	report_id uuid not null,
	activity_id uuid not null references public.activity on delete cascade,
	series_id uuid not null,
	programme_id uuid,
	organisation_id uuid,
	indicator_id uuid,
	participants numeric not null check (participants >= 0 and participants = trunc(participants)),
	version integer not null default 1,
	changed_by uuid,
	changed_at timestamptz not null default now(),
	primary key (report_id, activity_id, series_id),
	foreign key (report_id, programme_id, organisation_id)
		references public.report (id, programme_id, organisation_id) match full on delete cascade,
	foreign key (series_id, programme_id, organisation_id, indicator_id)
		references public.series (id, programme_id, organisation_id, indicator_id) match full
);
comment on table public.draft_claim is 'How many of an activity''s participants stand in a series'' figure of a report that is being filled in. Zero: none any more, whatever an earlier revision claimed.';
comment on column public.draft_claim.programme_id is 'Its series'', with organisation_id and indicator_id: row security then needs no look-up. Filled by trigger.';
create index draft_claim_activity on public.draft_claim (activity_id);
create index draft_claim_series on public.draft_claim (series_id);
create trigger record_change after insert or update or delete on public.draft_claim
	for each row execute function private.record_change('report_id,activity_id,series_id');

create function private.place_claim() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select s.programme_id, s.organisation_id, s.indicator_id
	into new.programme_id, new.organisation_id, new.indicator_id
	from public.series s
	join public.report r on r.project_id = s.project_id and r.organisation_id = s.organisation_id
	where s.id = new.series_id and r.id = new.report_id;
	if new.programme_id is null then
		raise exception 'The series belongs to another project or organisation than the report' using errcode = 'check_violation';
	end if;
	if new.participants > (select a.participants from public.activity a where a.id = new.activity_id) then
		raise exception 'More people are claimed than took part' using errcode = 'check_violation';
	end if;
	if (select auth.uid()) is not null then
		new.changed_by := (select auth.uid());
		new.changed_at := now();
	end if;
	new.version := case tg_op when 'UPDATE' then old.version + 1 else 1 end;
	return new;
end $$;
comment on function private.place_claim() is 'A claim stands in its own organisation''s report and is no larger than the activity. Stamps who, when and the version.';
create trigger place_claim before insert or update on public.draft_claim
	for each row execute function private.place_claim();

create function private.draft_claims_stand(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select not exists (
		select 1
		from private.newest_revision(p_report) v
		where v.state = 'approved'
		and not exists (select 1 from public.report_draft d where d.report_id = p_report and d.correcting is not null)
	)
$$;
comment on function private.draft_claims_stand(uuid) is 'False for an approved report that is not being corrected: its last revision says what it claims, as with its figures.';

create function private.claims_on(p_activity uuid)
returns table (indicator_id uuid, organisation_id uuid, series_id uuid, participants numeric)
language sql stable security definer set search_path = '' as $$
	with
	stated as (
		select d.series_id, d.participants, true as draft, pe.as_of
		from public.draft_claim d
		join public.report r on r.id = d.report_id
		join public.period pe on pe.code = r.period_code
		where d.activity_id = p_activity and d.participants > 0 and private.draft_claims_stand(d.report_id)
		union all
		select ac.series_id, ac.participants, false, pe.as_of
		from public.activity_claim ac
		join public.report_revision v on v.id = ac.revision_id
		join public.report r on r.id = v.report_id
		join public.period pe on pe.code = r.period_code
		where ac.activity_id = p_activity and ac.participants > 0
		and (
			v.in_force
			or (
				v.number = (select max(other.number) from public.report_revision other where other.report_id = v.report_id)
				and not exists (
					select 1 from public.draft_claim d
					where d.report_id = v.report_id and d.activity_id = ac.activity_id and d.series_id = ac.series_id
					and private.draft_claims_stand(d.report_id)
				)
			)
		)
	)
	-- what is being entered now comes before what was handed in
	select distinct on (c.series_id) s.indicator_id, s.organisation_id, c.series_id, c.participants
	from stated c
	join public.series s on s.id = c.series_id
	order by c.series_id, c.draft desc, c.as_of desc
$$;
comment on function private.claims_on(uuid) is 'Who counts how many people of an activity in which series: in a draft, handed in or approved. Past row security, so never handed on as it is.';

create function private.largest_claim(p_activity uuid) returns numeric
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select greatest(
			max(c.participants) filter (where known.is_known),
			-- another organisation's number of people at risk: what stands today says only that there is one
			max(a.participants) filter (where not known.is_known)
		)
		from public.activity a
		cross join lateral private.claims_on(a.id) c
		join public.indicator i on i.id = c.indicator_id
		cross join lateral (
			select
				(select auth.uid()) is null
				or not i.sensitive
				or c.organisation_id in (select private.partner_organisation_ids())
				or a.programme_id in (select private.staff_programme_ids()) as is_known
		) known
		where a.id = p_activity
	);
end $$;
comment on function private.largest_claim(uuid) is 'The most people that any figure claims of an activity, as far as the reader may know: fewer cannot have taken part.';

create function private.refuse_smaller_activity() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not private.loading() and new.participants < private.largest_claim(new.id) then
		raise exception 'More people of this activity are claimed than would have taken part' using errcode = 'check_violation';
	end if;
	return new;
end $$;
comment on function private.refuse_smaller_activity() is 'An activity keeps at least as many participants as any figure claims of it.';
create trigger refuse_smaller_activity before update of participants on public.activity
	for each row when (new.participants is distinct from old.participants) execute function private.refuse_smaller_activity();

create function private.claims_in_report(p_report uuid, p_before uuid default null)
returns table (activity_id uuid, series_id uuid, participants numeric, version integer)
language sql stable security definer set search_path = '' as $$
	select d.activity_id, d.series_id, d.participants, d.version
	from public.draft_claim d
	where d.report_id = p_report and private.draft_claims_stand(p_report)
	union all
	-- a correction begins with what the last revision claimed
	select ac.activity_id, ac.series_id, ac.participants, coalesce((
		select d.version from public.draft_claim d
		where d.report_id = p_report and d.activity_id = ac.activity_id and d.series_id = ac.series_id
	), 0)
	from public.activity_claim ac
	where ac.revision_id = (
		select v.id
		from public.report_revision v
		where v.report_id = p_report and v.id is distinct from p_before
		order by v.number desc
		limit 1
	)
	and not exists (
		select 1 from public.draft_claim d
		where d.report_id = p_report and d.activity_id = ac.activity_id and d.series_id = ac.series_id
		and private.draft_claims_stand(p_report)
	)
$$;
comment on function private.claims_in_report(uuid, uuid) is 'The claims of a report as it is filled in. Version 0: as in its last revision, not touched since. In: a revision to leave out.';

create or replace function private.take_claims(p_report uuid, p_revision uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
	delete from public.activity_claim ac where ac.revision_id = p_revision;
	-- a claim says how many people are inside a figure, so it needs one
	insert into public.activity_claim (revision_id, activity_id, series_id, participants)
	select p_revision, c.activity_id, c.series_id, c.participants
	from private.claims_in_report(p_report, p_revision) c
	join public.observation o on o.revision_id = p_revision and o.series_id = c.series_id and o.not_applicable is null
	where c.participants > 0;
end $$;
comment on function private.take_claims(uuid, uuid) is 'Copies a report''s claims into its new draft revision, after the figures and before it is submitted. Safe to run twice.';

create or replace function private.claimed_activity_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select ac.activity_id
	from public.activity_claim ac
	join public.series s on s.id = ac.series_id
	where s.programme_id in (select private.programmes_of('{donor,staff,manager,admin}'))
	or s.organisation_id in (select private.partner_organisation_ids())
	union
	select d.activity_id
	from public.draft_claim d
	where d.programme_id in (select private.staff_programme_ids())
	or d.organisation_id in (select private.partner_organisation_ids())
	union
	select ao.activity_id
	from public.activity_organiser ao
	where ao.organisation_id in (select private.partner_organisation_ids());
end $$;

create function private.own_activity_ids(p_report uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
	select a.id
	from private.owed_report(p_report) r
	join public.period pe on pe.code = r.period_code
	join public.activity a on a.starts_on <= pe.ends_on and a.ends_on >= pe.starts_on
	where (
		exists (select 1 from public.activity_organiser ao where ao.activity_id = a.id and ao.organisation_id = r.organisation_id)
		-- nobody who reports held it: it is the project's
		or (
			a.project_id = r.project_id
			and not exists (
				select 1
				from public.activity_organiser ao
				join public.project_organisation po on po.organisation_id = ao.organisation_id
					and po.project_id = r.project_id and po.role = 'implementing'
				where ao.activity_id = a.id
			)
		)
	)
	union
	select c.activity_id from private.claims_in_report(p_report) c where c.participants > 0
$$;
comment on function private.own_activity_ids(uuid) is 'Activities of a report: in its period and held by its organisation or by nobody who reports in its project, and those it claims.';

create function private.suggested_activities(p_report uuid) returns table (activity_id uuid, like_id uuid)
language sql stable security definer set search_path = '' as $$
	with
	asked as (
		select r.programme_id, r.project_id, pe.starts_on, pe.ends_on
		from private.owed_report(p_report) r
		join public.period pe on pe.code = r.period_code
	),
	own as (select o.id from private.own_activity_ids(p_report) as o (id)),
	alike as (
		select distinct on (a.id) a.id, mine.id as like_id
		from asked q
		join public.activity a on a.starts_on <= q.ends_on and a.ends_on >= q.starts_on
		join public.activity mine on mine.id in (select own.id from own)
			and mine.venue_country = a.venue_country
			and mine.starts_on <= a.ends_on and mine.ends_on >= a.starts_on
			and (mine.place is null or a.place is null or lower(mine.place) = lower(a.place))
		order by a.id, mine.starts_on, mine.id
	)
	select a.id, alike.like_id
	from asked q
	join public.activity a on a.starts_on <= q.ends_on and a.ends_on >= q.starts_on
	left join alike on alike.id = a.id
	where a.id not in (select own.id from own)
	and (
		(
			a.programme_id = q.programme_id
			and (
				a.project_id = q.project_id
				or a.venue_country in (select pc.country_iso2 from public.project_country pc where pc.project_id = q.project_id)
			)
		)
		-- of another programme only what is held in public and at the place and time of an own event
		or (alike.id is not null and a.kind in ('workshop', 'training', 'campaign', 'meeting'))
	)
$$;
comment on function private.suggested_activities(uuid) is 'Activities entered by others that may be this organisation''s events too, with the own one at the same place and time. Empty for those who may not enter the report.';

alter table public.draft_claim enable row level security;
grant select, insert, update, delete on public.draft_claim to authenticated;
create policy "Staff and the partner read claims being entered" on public.draft_claim for select to authenticated
	using (
		programme_id = any (array(select private.staff_programme_ids()))
		or organisation_id = any (array(select private.partner_organisation_ids()))
	);
create policy "Open reports claim activities their people know of" on public.draft_claim for insert to authenticated
	with check (
		(select private.can_enter(report_id))
		and (
			private.reads_activity(activity_id)
			or activity_id in (select s.activity_id from private.suggested_activities(report_id) s)
		)
	);
create policy "Open reports change claims" on public.draft_claim for update to authenticated
	using ((select private.can_enter(report_id)))
	with check (
		(select private.can_enter(report_id))
		and (
			private.reads_activity(activity_id)
			or activity_id in (select s.activity_id from private.suggested_activities(report_id) s)
		)
	);
create policy "Open reports drop claims" on public.draft_claim for delete to authenticated
	using ((select private.can_enter(report_id)));

create function public.save_claim(p_report uuid, p_activity uuid, p_series uuid, p_participants numeric, p_version integer)
returns jsonb
language plpgsql set search_path = '' as $$
declare
	wanted numeric := coalesce(p_participants, 0);
	lock_kind text;
	limited numeric;
	changed integer;
	current jsonb;
begin
	-- as everything that goes into a report: not while it is being handed in
	perform pg_advisory_xact_lock(hashtextextended(p_report::text, 7));
	lock_kind := private.entry_lock(p_report) ->> 'kind';
	if lock_kind is null then
		return jsonb_build_object('state', 'refused', 'reason', 'not-yours');
	end if;
	if lock_kind not in ('open', 'reopened') then
		return jsonb_build_object('state', 'refused', 'reason', lock_kind);
	end if;
	if wanted < 0 or wanted <> trunc(wanted) then
		return jsonb_build_object('state', 'refused', 'reason', 'invalid');
	end if;
	if not exists (
		select 1
		from public.series s
		join private.owed_report(p_report) r on r.project_id = s.project_id and r.organisation_id = s.organisation_id
		where s.id = p_series
	) then
		return jsonb_build_object('state', 'refused', 'reason', 'unknown-series');
	end if;
	if not exists (select 1 from public.activity a where a.id = p_activity)
		and p_activity not in (select s.activity_id from private.suggested_activities(p_report) s)
	then
		return jsonb_build_object('state', 'refused', 'reason', 'unknown-activity');
	end if;
	limited := private.claim_limit(p_report, p_activity);
	if wanted > limited then
		return jsonb_build_object('state', 'refused', 'reason', 'too-many', 'limit', limited);
	end if;
	select jsonb_build_object('participants', c.participants, 'version', c.version) into current
	from private.claims_in_report(p_report) c
	where c.activity_id = p_activity and c.series_id = p_series;
	if coalesce((current ->> 'participants')::numeric, 0) = wanted then
		-- delivered twice, or nothing to change
		return jsonb_build_object('state', 'saved', 'version', coalesce((current ->> 'version')::integer, 0));
	end if;
	perform private.begin_report(p_report);
	if p_version = 0 then
		insert into public.draft_claim (report_id, activity_id, series_id, participants)
		values (p_report, p_activity, p_series, wanted)
		on conflict do nothing;
	else
		update public.draft_claim d
		set participants = wanted
		where d.report_id = p_report and d.activity_id = p_activity and d.series_id = p_series and d.version = p_version;
	end if;
	get diagnostics changed = row_count;
	select jsonb_build_object('participants', c.participants, 'version', c.version) into current
	from private.claims_in_report(p_report) c
	where c.activity_id = p_activity and c.series_id = p_series;
	if changed = 0 then
		return jsonb_build_object('state', 'conflict', 'current', current);
	end if;
	return jsonb_build_object('state', 'saved', 'version', (current ->> 'version')::integer);
end $$;
comment on function public.save_claim(uuid, uuid, uuid, numeric, integer) is 'Says how many of an activity''s participants stand in a series'' figure. In: the version it was made from (0: none yet). Out: {state: saved, version} | {state: conflict, current} | {state: refused, reason, limit}.';

create function private.claim_limit(p_report uuid, p_activity uuid) returns numeric
language plpgsql stable security definer set search_path = '' as $$
begin
	return (select a.participants from public.activity a where a.id = p_activity and private.can_enter(p_report));
end $$;
comment on function private.claim_limit(uuid, uuid) is 'How many took part, for whoever may enter the report; null where it is not known.';

revoke execute on function
	private.place_claim(), private.draft_claims_stand(uuid), private.claims_on(uuid), private.refuse_smaller_activity(),
	private.largest_claim(uuid), private.claims_in_report(uuid, uuid), private.take_claims(uuid, uuid), private.own_activity_ids(uuid),
	private.suggested_activities(uuid), private.claim_limit(uuid, uuid), public.save_claim(uuid, uuid, uuid, numeric, integer)
from public, anon;
grant execute on function
	private.largest_claim(uuid), private.claims_in_report(uuid, uuid), private.suggested_activities(uuid), private.claim_limit(uuid, uuid)
to authenticated, service_role;
grant execute on function public.save_claim(uuid, uuid, uuid, numeric, integer) to authenticated, service_role;
