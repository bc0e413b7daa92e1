-- Row level security: the database refuses even if the page forgets. One permissive policy per command and table.
-- Scopes are arrays computed once a query (private.*_ids), never a function called per row.

-- reference data: any member reads, managers keep
do $$
declare
	t text;
begin
	foreach t in array array[
		'country', 'fund', 'framework', 'scale', 'indicator', 'indicator_wording', 'indicator_crosswalk', 'period', 'organisation'
	] loop
		execute format('alter table public.%I enable row level security', t);
		execute format('grant select, insert, update, delete on public.%I to authenticated', t);
		execute format('create policy "Members read reference data" on public.%I for select to authenticated using ((select private.is_member()))', t);
		execute format('create policy "Managers add reference data" on public.%I for insert to authenticated with check ((select private.is_manager()))', t);
		execute format('create policy "Managers change reference data" on public.%I for update to authenticated using ((select private.is_manager())) with check ((select private.is_manager()))', t);
		execute format('create policy "Admins remove reference data" on public.%I for delete to authenticated using ((select private.is_admin()))', t);
	end loop;
end $$;

alter table public.programme enable row level security;
grant select, insert, update, delete on public.programme to authenticated;
create policy "Members read their programmes" on public.programme for select to authenticated
	using (id = any (array(select private.readable_programme_ids())));
create policy "Admins add programmes" on public.programme for insert to authenticated
	with check ((select private.is_admin()));
create policy "Managers change their programmes" on public.programme for update to authenticated
	using (id = any (array(select private.manager_programme_ids())))
	with check (id = any (array(select private.manager_programme_ids())));
create policy "Admins remove programmes" on public.programme for delete to authenticated
	using ((select private.is_admin()));

alter table public.project enable row level security;
grant select, insert, update, delete on public.project to authenticated;
create policy "Staff and donors read projects, partners their own" on public.project for select to authenticated
	using (
		programme_id = any (array(select private.programmes_of('{donor,staff,manager,admin}')))
		or id = any (array(select private.partner_project_ids()))
	);
create policy "Managers add projects" on public.project for insert to authenticated
	with check (programme_id = any (array(select private.manager_programme_ids())));
create policy "Managers change projects" on public.project for update to authenticated
	using (programme_id = any (array(select private.manager_programme_ids())))
	with check (programme_id = any (array(select private.manager_programme_ids())));
create policy "Managers remove projects" on public.project for delete to authenticated
	using (programme_id = any (array(select private.manager_programme_ids())));

create function private.readable_project_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select p.id from public.project p
	where p.programme_id in (select private.programmes_of('{donor,staff,manager,admin}'))
	union
	select private.partner_project_ids();
end $$;
comment on function private.readable_project_ids() is 'Projects whose structure the reader may see.';

create function private.manager_project_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select p.id from public.project p where p.programme_id in (select private.manager_programme_ids());
end $$;
comment on function private.manager_project_ids() is 'Projects whose structure the reader may change.';

do $$
declare
	t text;
begin
	foreach t in array array['project_fund', 'project_organisation', 'project_country', 'result', 'project_indicator'] loop
		execute format('alter table public.%I enable row level security', t);
		execute format('grant select, insert, update, delete on public.%I to authenticated', t);
		execute format('create policy "Members read the structure of their projects" on public.%I for select to authenticated using (project_id = any (array(select private.readable_project_ids())))', t);
		execute format('create policy "Managers add structure" on public.%I for insert to authenticated with check (project_id = any (array(select private.manager_project_ids())))', t);
		execute format('create policy "Managers change structure" on public.%I for update to authenticated using (project_id = any (array(select private.manager_project_ids()))) with check (project_id = any (array(select private.manager_project_ids())))', t);
		execute format('create policy "Managers remove structure" on public.%I for delete to authenticated using (project_id = any (array(select private.manager_project_ids())))', t);
	end loop;
end $$;

-- figures: staff all of their programmes, donors what is approved and not sensitive, partners their own
do $$
declare
	t regclass;
begin
	foreach t in array array['public.series', 'reporting.series_period', 'reporting.cell', 'reporting.claim']::regclass[] loop
		execute format('alter table %s enable row level security', t);
		execute format('grant select on %s to authenticated', t);
		execute format($policy$
			create policy "Staff read all, donors what is not sensitive, partners their own" on %s for select to authenticated
			using (
				programme_id = any (array(select private.staff_programme_ids()))
				or organisation_id = any (array(select private.partner_organisation_ids()))
				or (
					programme_id = any (array(select private.donor_programme_ids()))
					and indicator_id <> all (array(select private.sensitive_indicator_ids()))
				)
			)$policy$, t);
	end loop;
end $$;
grant insert, update, delete on public.series to authenticated;
create policy "Managers add series" on public.series for insert to authenticated
	with check (programme_id = any (array(select private.manager_programme_ids())));
create policy "Managers change series" on public.series for update to authenticated
	using (programme_id = any (array(select private.manager_programme_ids())))
	with check (programme_id = any (array(select private.manager_programme_ids())));
create policy "Managers remove series" on public.series for delete to authenticated
	using (programme_id = any (array(select private.manager_programme_ids())));

alter table reporting.counting enable row level security;
grant select on reporting.counting to authenticated;
create policy "Members read what counts in their projects" on reporting.counting for select to authenticated
	using (project_id = any (array(select private.readable_project_ids())));

alter table reporting.data_version enable row level security;
grant select on reporting.data_version to authenticated;
create policy "Members read when their programmes changed" on reporting.data_version for select to authenticated
	using (programme_id = any (array(select private.readable_programme_ids())));

-- Rows that belong to another row are read by whoever reads that one. Asked by function: written as a subquery, the planner
-- may answer it by reading every row of the other table that the reader may see.
create function private.reads_series(p_id uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
	return exists (select 1 from public.series s where s.id = p_id);
end $$;
create function private.reads_schedule(p_id uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
	return exists (select 1 from public.target_schedule ts where ts.id = p_id);
end $$;
create function private.reads_revision(p_id uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
	return exists (select 1 from public.report_revision v where v.id = p_id);
end $$;
create function private.reads_observation(p_id uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
	return exists (select 1 from public.observation o where o.id = p_id);
end $$;
create function private.reads_breakdown(p_id uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
	return exists (select 1 from public.breakdown b where b.id = p_id);
end $$;
create function private.reads_activity(p_id uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
	return exists (select 1 from public.activity a where a.id = p_id);
end $$;
comment on function private.reads_series(uuid) is 'Does row security let the reader see this series?';
comment on function private.reads_schedule(uuid) is 'Does row security let the reader see this target schedule?';
comment on function private.reads_revision(uuid) is 'Does row security let the reader see this revision?';
comment on function private.reads_observation(uuid) is 'Does row security let the reader see this figure?';
comment on function private.reads_breakdown(uuid) is 'Does row security let the reader see this breakdown?';
comment on function private.reads_activity(uuid) is 'Does row security let the reader see this activity?';

alter table public.target_schedule enable row level security;
grant select, insert on public.target_schedule to authenticated;
create policy "Readers of a series read its targets" on public.target_schedule for select to authenticated
	using (
		private.reads_series(series_id)
		or project_indicator_id in (
			select pi.id from public.project_indicator pi
			where pi.indicator_id <> all (array(select private.sensitive_indicator_ids()))
			or pi.project_id = any (array(select private.partner_project_ids()))
			or pi.project_id = any (array(select p.id from public.project p where p.programme_id = any (array(select private.staff_programme_ids()))))
		)
		or programme_id = any (array(select private.staff_programme_ids()))
		or (
			programme_id = any (array(select private.donor_programme_ids()))
			and indicator_id <> all (array(select private.sensitive_indicator_ids()))
		)
	);
create policy "Managers add versions of targets" on public.target_schedule for insert to authenticated
	with check (
		series_id in (select s.id from public.series s where s.programme_id = any (array(select private.manager_programme_ids())))
		or project_indicator_id in (select pi.id from public.project_indicator pi where pi.project_id = any (array(select private.manager_project_ids())))
		or programme_id = any (array(select private.manager_programme_ids()))
	);

alter table public.target enable row level security;
grant select, insert on public.target to authenticated;
create policy "Readers of a schedule read its rows" on public.target for select to authenticated
	using (private.reads_schedule(schedule_id));
create policy "Managers add rows to their schedules" on public.target for insert to authenticated
	with check (
		exists (
			select 1 from public.target_schedule ts
			where ts.id = schedule_id
			and (
				ts.series_id in (select s.id from public.series s where s.programme_id = any (array(select private.manager_programme_ids())))
				or ts.project_indicator_id in (select pi.id from public.project_indicator pi where pi.project_id = any (array(select private.manager_project_ids())))
				or ts.programme_id = any (array(select private.manager_programme_ids()))
			)
		)
	);

alter table public.programme_period enable row level security;
grant select, insert, update on public.programme_period to authenticated;
create policy "Members read the calendar" on public.programme_period for select to authenticated
	using (programme_id = any (array(select private.readable_programme_ids())));
create policy "Managers open periods" on public.programme_period for insert to authenticated
	with check (programme_id = any (array(select private.manager_programme_ids())));
create policy "Managers lock periods" on public.programme_period for update to authenticated
	using (programme_id = any (array(select private.manager_programme_ids())))
	with check (programme_id = any (array(select private.manager_programme_ids())));

alter table public.period_exception enable row level security;
grant select, insert, update, delete on public.period_exception to authenticated;
create policy "Staff and the partner read exceptions" on public.period_exception for select to authenticated
	using (
		programme_id = any (array(select private.staff_programme_ids()))
		or organisation_id = any (array(select private.partner_organisation_ids()))
	);
create policy "Staff grant exceptions" on public.period_exception for insert to authenticated
	with check (programme_id = any (array(select private.staff_programme_ids())));
create policy "Staff change exceptions" on public.period_exception for update to authenticated
	using (programme_id = any (array(select private.staff_programme_ids())))
	with check (programme_id = any (array(select private.staff_programme_ids())));
create policy "Staff end exceptions" on public.period_exception for delete to authenticated
	using (programme_id = any (array(select private.staff_programme_ids())));

alter table public.report enable row level security;
grant select, insert, delete on public.report to authenticated;
create policy "Staff and donors read reports, partners their own" on public.report for select to authenticated
	using (
		programme_id = any (array(select private.programmes_of('{donor,staff,manager,admin}')))
		or organisation_id = any (array(select private.partner_organisation_ids()))
	);
create policy "Partners begin reports where they have series, staff everywhere" on public.report for insert to authenticated
	with check (
		(
			organisation_id = any (array(select private.partner_organisation_ids()))
			and exists (
				select 1 from public.series s
				where s.project_id = report.project_id and s.organisation_id = report.organisation_id
			)
		)
		or programme_id = any (array(select private.staff_programme_ids()))
	);
create function private.report_was_submitted(p_report uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
	select exists (select 1 from public.report_revision v where v.report_id = p_report and v.state <> 'draft')
	);
end $$;
comment on function private.report_was_submitted(uuid) is 'Past row security, because revisions ask their report who may read them. Called for the few reports of one request.';
create policy "Managers remove reports that were never submitted" on public.report for delete to authenticated
	using (
		programme_id = any (array(select private.manager_programme_ids()))
		and not private.report_was_submitted(id)
	);

alter table public.report_revision enable row level security;
grant select, insert, update, delete on public.report_revision to authenticated;
create policy "Staff and the partner read revisions, donors those in force" on public.report_revision for select to authenticated
	using (
		programme_id = any (array(select private.staff_programme_ids()))
		or organisation_id = any (array(select private.partner_organisation_ids()))
		or (in_force and programme_id = any (array(select private.donor_programme_ids())))
	);
create policy "Partners and staff begin revisions" on public.report_revision for insert to authenticated
	with check (
		state = 'draft'
		and (
			organisation_id = any (array(select private.partner_organisation_ids()))
			or programme_id = any (array(select private.staff_programme_ids()))
		)
	);
create policy "Partners submit and withdraw, staff decide" on public.report_revision for update to authenticated
	using (
		state in ('draft', 'submitted')
		and (
			organisation_id = any (array(select private.partner_organisation_ids()))
			or programme_id = any (array(select private.staff_programme_ids()))
		)
	)
	with check (
		organisation_id = any (array(select private.partner_organisation_ids())) and state in ('draft', 'submitted')
		or programme_id = any (array(select private.staff_programme_ids()))
	);
create policy "Partners and staff drop drafts" on public.report_revision for delete to authenticated
	using (
		state = 'draft'
		and (
			organisation_id = any (array(select private.partner_organisation_ids()))
			or programme_id = any (array(select private.staff_programme_ids()))
		)
	);

-- staff and the partner read figures as they come, donors what is in force and not sensitive; drafts are entered by the partner, or staff on its behalf
alter table public.observation enable row level security;
grant select, insert, update, delete on public.observation to authenticated;
create policy "Staff and the partner read figures, donors what is in force and not sensitive" on public.observation for select to authenticated
	using (
		programme_id = any (array(select private.staff_programme_ids()))
		or organisation_id = any (array(select private.partner_organisation_ids()))
		or (
			programme_id = any (array(select private.donor_programme_ids()))
			and indicator_id <> all (array(select private.sensitive_indicator_ids()))
			and private.reads_revision(revision_id)
		)
	);
create function private.enterable_revision(p_revision uuid) returns boolean
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
	)
	);
end $$;
comment on function private.enterable_revision(uuid) is 'May the reader enter figures in this revision? Called for the few rows of one draft, never over whole tables.';
create policy "Drafts are entered by their partner or staff" on public.observation for insert to authenticated
	with check ((select private.enterable_revision(revision_id)) and origin <> 'source');
create policy "Drafts are changed by their partner or staff" on public.observation for update to authenticated
	using ((select private.enterable_revision(revision_id)))
	with check ((select private.enterable_revision(revision_id)) and origin <> 'source');
create policy "Drafts are emptied by their partner or staff" on public.observation for delete to authenticated
	using ((select private.enterable_revision(revision_id)));

alter table public.breakdown enable row level security;
grant select, insert, update, delete on public.breakdown to authenticated;
create policy "Readers of a figure read its breakdowns" on public.breakdown for select to authenticated
	using (private.reads_observation(observation_id));
create policy "Drafts are broken down by their partner or staff" on public.breakdown for insert to authenticated
	with check (exists (select 1 from public.observation o where o.id = observation_id and private.enterable_revision(o.revision_id)));
create policy "Breakdowns of drafts change" on public.breakdown for update to authenticated
	using (exists (select 1 from public.observation o where o.id = observation_id and private.enterable_revision(o.revision_id)))
	with check (exists (select 1 from public.observation o where o.id = observation_id and private.enterable_revision(o.revision_id)));
create policy "Breakdowns of drafts go" on public.breakdown for delete to authenticated
	using (exists (select 1 from public.observation o where o.id = observation_id and private.enterable_revision(o.revision_id)));

alter table public.breakdown_part enable row level security;
grant select, insert, update, delete on public.breakdown_part to authenticated;
create policy "Readers of a breakdown read its parts" on public.breakdown_part for select to authenticated
	using (private.reads_breakdown(breakdown_id));
create policy "Parts of drafts are entered" on public.breakdown_part for insert to authenticated
	with check (exists (
		select 1 from public.breakdown b join public.observation o on o.id = b.observation_id
		where b.id = breakdown_id and private.enterable_revision(o.revision_id)
	));
create policy "Parts of drafts change" on public.breakdown_part for update to authenticated
	using (exists (
		select 1 from public.breakdown b join public.observation o on o.id = b.observation_id
		where b.id = breakdown_id and private.enterable_revision(o.revision_id)
	))
	with check (exists (
		select 1 from public.breakdown b join public.observation o on o.id = b.observation_id
		where b.id = breakdown_id and private.enterable_revision(o.revision_id)
	));
create policy "Parts of drafts go" on public.breakdown_part for delete to authenticated
	using (exists (
		select 1 from public.breakdown b join public.observation o on o.id = b.observation_id
		where b.id = breakdown_id and private.enterable_revision(o.revision_id)
	));

-- activities are shown to everyone in the programme; claims go with their figures
alter table public.activity enable row level security;
grant select, insert, update, delete on public.activity to authenticated;
create function private.claimed_activity_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select ac.activity_id
	from public.activity_claim ac
	join public.series s on s.id = ac.series_id
	where s.programme_id in (select private.programmes_of('{donor,staff,manager,admin}'))
	or s.organisation_id in (select private.partner_organisation_ids())
	union
	select ao.activity_id
	from public.activity_organiser ao
	where ao.organisation_id in (select private.partner_organisation_ids());
end $$;
comment on function private.claimed_activity_ids() is 'Activities of any programme that the reader''s figures claim or organisations held: an event can belong to two.';
create policy "Members read activities of their programmes, and those they claim" on public.activity for select to authenticated
	using (
		programme_id = any (array(select private.readable_programme_ids()))
		or id = any (array(select private.claimed_activity_ids()))
	);
create function private.implemented_project_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select po.project_id
	from public.project_organisation po
	where po.organisation_id in (select private.partner_organisation_ids())
	and po.role = 'implementing';
end $$;
comment on function private.implemented_project_ids() is 'Projects the reader''s organisations implement, without those above.';

create function private.organised_activity_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select ao.activity_id
	from public.activity_organiser ao
	where ao.organisation_id in (select private.partner_organisation_ids());
end $$;
comment on function private.organised_activity_ids() is 'Activities the reader''s organisations held: others in the same project leave them alone.';

create policy "Staff add activities, partners in their projects" on public.activity for insert to authenticated
	with check (
		programme_id = any (array(select private.staff_programme_ids()))
		or project_id = any (array(select private.implemented_project_ids()))
	);
create policy "Staff change activities, partners those they organised" on public.activity for update to authenticated
	using (
		programme_id = any (array(select private.staff_programme_ids()))
		or id = any (array(select private.organised_activity_ids()))
	)
	with check (
		programme_id = any (array(select private.staff_programme_ids()))
		or (
			id = any (array(select private.organised_activity_ids()))
			and project_id = any (array(select private.implemented_project_ids()))
		)
	);
create policy "Managers remove activities" on public.activity for delete to authenticated
	using (programme_id = any (array(select private.manager_programme_ids())));

-- a partner names its own organisation as organiser; from then on it describes the activity
alter table public.activity_organiser enable row level security;
grant select, insert, update, delete on public.activity_organiser to authenticated;
create policy "Readers of an activity read its organisers" on public.activity_organiser for select to authenticated
	using (exists (select 1 from public.activity a where a.id = activity_id));
create policy "Staff name organisers, partners themselves" on public.activity_organiser for insert to authenticated
	with check (exists (
		select 1 from public.activity a where a.id = activity_id and (
			a.programme_id = any (array(select private.staff_programme_ids()))
			or (
				a.project_id = any (array(select private.implemented_project_ids()))
				and organisation_id = any (array(select private.partner_organisation_ids()))
			)
		)
	));
create policy "Staff change organisers, partners themselves" on public.activity_organiser for update to authenticated
	using (exists (
		select 1 from public.activity a where a.id = activity_id and (
			a.programme_id = any (array(select private.staff_programme_ids()))
			or organisation_id = any (array(select private.partner_organisation_ids()))
		)
	))
	with check (exists (
		select 1 from public.activity a where a.id = activity_id and (
			a.programme_id = any (array(select private.staff_programme_ids()))
			or (
				a.project_id = any (array(select private.implemented_project_ids()))
				and organisation_id = any (array(select private.partner_organisation_ids()))
			)
		)
	));
create policy "Staff remove organisers, partners themselves" on public.activity_organiser for delete to authenticated
	using (exists (
		select 1 from public.activity a where a.id = activity_id and (
			a.programme_id = any (array(select private.staff_programme_ids()))
			or organisation_id = any (array(select private.partner_organisation_ids()))
		)
	));

alter table public.activity_participation enable row level security;
grant select, insert, update, delete on public.activity_participation to authenticated;
create policy "Readers of an activity read who took part" on public.activity_participation for select to authenticated
	using (exists (select 1 from public.activity a where a.id = activity_id));
create policy "Staff and organisers add who took part" on public.activity_participation for insert to authenticated
	with check (
		activity_id = any (array(select private.organised_activity_ids()))
		or activity_id in (select a.id from public.activity a where a.programme_id = any (array(select private.staff_programme_ids())))
	);
create policy "Staff and organisers change who took part" on public.activity_participation for update to authenticated
	using (
		activity_id = any (array(select private.organised_activity_ids()))
		or activity_id in (select a.id from public.activity a where a.programme_id = any (array(select private.staff_programme_ids())))
	)
	with check (
		activity_id = any (array(select private.organised_activity_ids()))
		or activity_id in (select a.id from public.activity a where a.programme_id = any (array(select private.staff_programme_ids())))
	);
create policy "Staff and organisers remove who took part" on public.activity_participation for delete to authenticated
	using (
		activity_id = any (array(select private.organised_activity_ids()))
		or activity_id in (select a.id from public.activity a where a.programme_id = any (array(select private.staff_programme_ids())))
	);

alter table public.activity_claim enable row level security;
grant select, insert, delete on public.activity_claim to authenticated;
create policy "Readers of a figure read its claims" on public.activity_claim for select to authenticated
	using (
		private.reads_series(series_id)
		and private.reads_revision(revision_id)
	);
create policy "Drafts claim activities" on public.activity_claim for insert to authenticated
	with check (
		(select private.enterable_revision(revision_id))
		and exists (select 1 from public.activity a where a.id = activity_id)
	);
create policy "Drafts drop claims" on public.activity_claim for delete to authenticated
	using ((select private.enterable_revision(revision_id)));

alter table public.activity_overlap enable row level security;
grant select, insert, update, delete on public.activity_overlap to authenticated;
create policy "Readers of an activity read the agreed overlap" on public.activity_overlap for select to authenticated
	using (
		private.reads_activity(activity_id)
		and (
			indicator_id <> all (array(select private.sensitive_indicator_ids()))
			or activity_id in (select a.id from public.activity a where a.programme_id = any (array(select private.staff_programme_ids())))
		)
	);
create policy "Staff record agreed overlaps" on public.activity_overlap for insert to authenticated
	with check (activity_id in (select a.id from public.activity a where a.programme_id = any (array(select private.staff_programme_ids()))));
create policy "Staff change agreed overlaps" on public.activity_overlap for update to authenticated
	using (activity_id in (select a.id from public.activity a where a.programme_id = any (array(select private.staff_programme_ids()))))
	with check (activity_id in (select a.id from public.activity a where a.programme_id = any (array(select private.staff_programme_ids()))));
create policy "Staff remove agreed overlaps" on public.activity_overlap for delete to authenticated
	using (activity_id in (select a.id from public.activity a where a.programme_id = any (array(select private.staff_programme_ids()))));

-- editions: nobody writes them directly
alter table public.edition enable row level security;
grant select on public.edition to authenticated;
create policy "Members of a programme read its editions" on public.edition for select to authenticated
	using (
		programme_id = any (array(select private.programmes_of('{donor,staff,manager,admin}')))
		-- a fund's edition spans programmes
		or (select private.is_admin())
	);
alter table public.edition_row enable row level security;
grant select on public.edition_row to authenticated;
create policy "Readers of an edition read its rows" on public.edition_row for select to authenticated
	using (exists (select 1 from public.edition e where e.id = edition_id));

-- people
alter table public.person enable row level security;
grant select, insert, update, delete on public.person to authenticated;
create function private.manager_person_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select m.user_id
	from public.membership m
	join public.membership_programme mp on mp.membership_id = m.id
	where mp.programme_id in (select private.manager_programme_ids())
	union
	select m.user_id
	from public.membership m
	join public.project_organisation po on po.organisation_id = m.organisation_id and po.role = 'implementing'
	where po.project_id in (select private.manager_project_ids())
	union
	select m.user_id from public.membership m where m.every_programme and (select private.is_manager())
	union
	select p.user_id from public.person p where (select private.is_admin());
end $$;
comment on function private.manager_person_ids() is 'People who work in a programme that the reader manages; everyone for an admin.';
create policy "Managers read the names of their programmes, everyone their own" on public.person for select to authenticated
	using (user_id = (select auth.uid()) or user_id = any (array(select private.manager_person_ids())));
create policy "People name themselves" on public.person for insert to authenticated
	with check (user_id = (select auth.uid()));
create policy "People rename themselves" on public.person for update to authenticated
	using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
create policy "People and admins erase names" on public.person for delete to authenticated
	using (user_id = (select auth.uid()) or (select private.is_admin()));

alter table public.membership enable row level security;
grant select, insert, update, delete on public.membership to authenticated;
create policy "One's own memberships, all for admins" on public.membership for select to authenticated
	using (user_id = (select auth.uid()) or (select private.is_admin()));
create policy "Admins add memberships" on public.membership for insert to authenticated
	with check ((select private.is_admin()));
create policy "Admins change memberships" on public.membership for update to authenticated
	using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins end memberships" on public.membership for delete to authenticated
	using ((select private.is_admin()));

alter table public.membership_programme enable row level security;
grant select, insert, update, delete on public.membership_programme to authenticated;
create policy "Readers of a membership read its programmes" on public.membership_programme for select to authenticated
	using (exists (select 1 from public.membership m where m.id = membership_id));
create policy "Admins add programmes to memberships" on public.membership_programme for insert to authenticated
	with check ((select private.is_admin()));
create policy "Admins change programmes of memberships" on public.membership_programme for update to authenticated
	using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins take programmes from memberships" on public.membership_programme for delete to authenticated
	using ((select private.is_admin()));

alter table public.invitation enable row level security;
grant select, insert, delete on public.invitation to authenticated;
create policy "Managers read the invitations they made" on public.invitation for select to authenticated
	using (invited_by = (select auth.uid()) or (select private.is_admin()));
create function private.invitable_organisation_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	with places as (
		select po.organisation_id, po.project_id from public.project_organisation po where po.role = 'implementing'
		union
		select s.organisation_id, s.project_id from public.series s
	)
	select pl.organisation_id
	from places pl
	left join (select private.manager_project_ids() as id) mine on mine.id = pl.project_id
	group by pl.organisation_id
	having bool_and(mine.id is not null);
end $$;
comment on function private.invitable_organisation_ids() is 'Organisations that work only in programmes the reader manages: a partner reads its organisation''s figures in all of them. Where one works elsewhere too, an admin invites.';
create policy "Managers invite donors, partners and staff to their programmes" on public.invitation for insert to authenticated
	with check (
		invited_by = (select auth.uid())
		and accepted_by is null
		and (
			(select private.is_admin())
			or (
				(select private.is_manager())
				and role in ('donor', 'partner', 'staff')
				and programme_ids <@ array(select private.manager_programme_ids())
				and not every_programme
				and (organisation_id is null or organisation_id = any (array(select private.invitable_organisation_ids())))
			)
		)
	);
create policy "Managers withdraw invitations" on public.invitation for delete to authenticated
	using ((invited_by = (select auth.uid()) or (select private.is_admin())) and accepted_by is null);

alter table public.audit_log enable row level security;
grant select on public.audit_log to authenticated;
create policy "Admins read the record" on public.audit_log for select to authenticated
	using ((select private.is_admin()));

alter table public.import_batch enable row level security;
grant select on public.import_batch to authenticated;
-- a load reaches over programmes, so no manager's programme bounds it
create policy "Admins read what was loaded" on public.import_batch for select to authenticated
	using ((select private.is_admin()));

-- what policies call, and nothing else of private
revoke execute on all functions in schema private from public;
grant execute on function
	private.programmes_of(public.member_role[]), private.staff_programme_ids(), private.manager_programme_ids(),
	private.donor_programme_ids(), private.partner_organisation_ids(), private.partner_project_ids(),
	private.partner_programme_ids(), private.readable_programme_ids(), private.readable_project_ids(),
	private.manager_project_ids(), private.implemented_project_ids(), private.organised_activity_ids(), private.claimed_activity_ids(),
	private.reads_series(uuid), private.reads_schedule(uuid), private.reads_revision(uuid), private.reads_observation(uuid),
	private.reads_breakdown(uuid), private.reads_activity(uuid),
	private.manager_person_ids(), private.invitable_organisation_ids(), private.report_was_submitted(uuid), private.is_member(), private.is_manager(), private.is_admin(),
	private.sensitive_indicator_ids(), private.enterable_revision(uuid), private.revision_is_open(uuid), private.revision_of(text, jsonb), private.code_sort_key(text), private.loading(),
	private.judge(numeric, numeric, numeric, numeric, boolean, boolean, numeric, numeric)
to authenticated, service_role;
grant execute on function public.accept_invitation(text) to authenticated;
grant execute on all functions in schema private to service_role;
