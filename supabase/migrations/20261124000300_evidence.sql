-- Files behind the figures. A row says what a file is and what it is behind; the file lies in the bucket evidence under
-- organisation/report/id. Staff and the owner open them; donors learn how many there are, of what is approved and not sensitive.

create table public.evidence (
	id uuid primary key,
	report_id uuid not null,
	programme_id uuid not null,
	organisation_id uuid not null,
	series_id uuid references public.series,
	activity_id uuid references public.activity,
	name text not null check (length(name) between 1 and 200),
	media_type text not null check (media_type in (
		'application/pdf', 'image/jpeg', 'image/png', 'image/webp',
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet',
		'application/vnd.oasis.opendocument.presentation', 'text/plain', 'text/csv'
	)),
	bytes integer not null check (bytes between 1 and 10000000),
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	path text not null unique,
	uploaded_by uuid,
	uploaded_at timestamptz not null default now(),
	handed_in_at timestamptz,
	removed_at timestamptz,
	removed_by uuid,
	foreign key (report_id, programme_id, organisation_id)
		references public.report (id, programme_id, organisation_id) on delete cascade,
	check (num_nonnulls(series_id, activity_id) <= 1),
	check (path = concat_ws('/', organisation_id, report_id, id)),
	check (removed_by is null or removed_at is not null)
);
comment on table public.evidence is 'A file behind one figure, one activity, or (neither) a whole report. Written by add_evidence and remove_evidence alone.';
comment on column public.evidence.sha256 is 'Of the file as it was added: one that was exchanged in the store is not given out.';
comment on column public.evidence.handed_in_at is 'When it was first part of a submission; from then on it is struck out, never removed.';
create index evidence_report on public.evidence (report_id, programme_id, organisation_id);
create index evidence_series on public.evidence (series_id);
create index evidence_activity on public.evidence (activity_id);
create unique index evidence_once_in_a_place on public.evidence
	(report_id, coalesce(series_id, activity_id, report_id), sha256) where removed_at is null;

alter table public.evidence enable row level security;
grant select on public.evidence to authenticated;
create policy "Staff and the owner read evidence" on public.evidence for select to authenticated
	using (
		programme_id = any (array(select private.staff_programme_ids()))
		or organisation_id = any (array(select private.partner_organisation_ids()))
	);
create trigger record_change after insert or update or delete on public.evidence
	for each row execute function private.record_change('id');

create function private.keep_evidence() returns trigger
language plpgsql set search_path = '' as $$
begin
	if old.handed_in_at is not null then
		raise exception 'Evidence of a submission is struck out, not removed' using errcode = 'check_violation';
	end if;
	return old;
end $$;
comment on function private.keep_evidence() is 'What a reviewer may have looked at stays.';
create trigger keep_evidence before delete on public.evidence
	for each row execute function private.keep_evidence();

create function private.hand_in_evidence() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.evidence e
	set handed_in_at = coalesce(new.submitted_at, now())
	where e.report_id = new.report_id and e.handed_in_at is null and e.removed_at is null;
	return null;
end $$;
comment on function private.hand_in_evidence() is 'A submission takes the files that lie beside its figures with it.';
create trigger hand_in_evidence after update of state on public.report_revision
	for each row when (new.state = 'submitted' and old.state = 'draft')
	execute function private.hand_in_evidence();

create function private.may_add_evidence(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select private.can_enter(p_report) or exists (
		select 1 from public.report r
		where r.id = p_report and r.programme_id in (select private.staff_programme_ids())
	)
$$;
comment on function private.may_add_evidence(uuid) is 'May the reader add files to this report? The owner while it can be filled in; staff also while they look at it and after.';

create function private.removable_evidence(p_evidence public.evidence) returns boolean
language sql stable security definer set search_path = '' as $$
	select p_evidence.removed_at is null and (
		private.can_enter(p_evidence.report_id)
		or (
			p_evidence.uploaded_by = (select auth.uid())
			and p_evidence.programme_id in (select private.staff_programme_ids())
		)
	)
$$;
comment on function private.removable_evidence(public.evidence) is 'May the reader take this file back? While the report can be filled in; staff their own at any time.';

create function private.evidence_to_come(p_path text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
	folders text[];
begin
	if p_path !~ '^[0-9a-f-]{36}/[0-9a-f-]{36}/[0-9a-f-]{36}$' then
		return false;
	end if;
	folders := string_to_array(p_path, '/');
	return not exists (select 1 from public.evidence e where e.path = p_path)
		and exists (
			select 1 from private.owed_report(folders[2]::uuid) o
			where o.organisation_id = folders[1]::uuid
		)
		and private.may_add_evidence(folders[2]::uuid);
end $$;
comment on function private.evidence_to_come(text) is 'Is this the place of a file (organisation/report/id) that no row speaks of and that the reader may add?';

create function public.add_evidence(
	p_id uuid, p_report uuid, p_series uuid, p_activity uuid, p_name text, p_media_type text, p_bytes integer, p_sha256 text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
	owed record;
	lock_kind text;
	known uuid;
begin
	perform pg_advisory_xact_lock(hashtextextended(p_report::text, 7));
	select * into owed from private.owed_report(p_report);
	if owed.id is null or num_nonnulls(p_series, p_activity) > 1 then
		return jsonb_build_object('state', 'refused', 'reason', 'not-yours');
	end if;
	lock_kind := private.entry_lock(p_report) ->> 'kind';
	if not private.may_add_evidence(p_report) then
		return jsonb_build_object('state', 'refused', 'reason', lock_kind);
	end if;
	if p_series is not null and not exists (
		select 1 from public.series s
		where s.id = p_series and s.project_id = owed.project_id and s.organisation_id = owed.organisation_id
	) or p_activity is not null and not exists (
		select 1 from public.activity a
		where a.id = p_activity and (
			a.project_id = owed.project_id
			or exists (
				select 1 from public.activity_organiser ao
				where ao.activity_id = a.id and ao.organisation_id = owed.organisation_id
			)
		)
	) then
		return jsonb_build_object('state', 'refused', 'reason', 'not-yours');
	end if;
	select e.id into known
	from public.evidence e
	where e.report_id = p_report and e.sha256 = p_sha256 and e.removed_at is null
	and (e.series_id, e.activity_id) is not distinct from (p_series, p_activity);
	if known is not null then
		return jsonb_build_object('state', 'known', 'id', known);
	end if;
	if (select count(*) from public.evidence e where e.report_id = p_report and e.removed_at is null) >= 100 then
		return jsonb_build_object('state', 'refused', 'reason', 'too-many');
	end if;
	if not private.begin_report(p_report) then
		return jsonb_build_object('state', 'refused', 'reason', 'not-yours');
	end if;
	insert into public.evidence (
		id, report_id, programme_id, organisation_id, series_id, activity_id, name, media_type, bytes, sha256, path,
		uploaded_by, handed_in_at
	)
	values (
		p_id, owed.id, owed.programme_id, owed.organisation_id, p_series, p_activity, p_name, p_media_type, p_bytes, p_sha256,
		concat_ws('/', owed.organisation_id, owed.id, p_id), (select auth.uid()),
		-- what staff add to a submission stays with it
		case when lock_kind in ('submitted', 'approved') then now() end
	);
	return jsonb_build_object('state', 'added', 'id', p_id);
end $$;
comment on function public.add_evidence(uuid, uuid, uuid, uuid, text, text, integer, text) is
	'Takes a file that lies in the store at its path into a report, once in a place. Out: state added (id), known (id of the one there is) or refused (reason: a lock''s kind, too-many, not-yours).';

create function public.remove_evidence(p_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
	found_file public.evidence;
begin
	select e.* into found_file
	from public.evidence e
	where e.id = p_id
	and (
		e.programme_id in (select private.staff_programme_ids())
		or e.organisation_id in (select private.partner_organisation_ids())
	);
	if found_file.id is null then
		return jsonb_build_object('state', 'refused', 'reason', 'not-yours');
	end if;
	perform pg_advisory_xact_lock(hashtextextended(found_file.report_id::text, 7));
	-- it may have been handed in, or removed, while we waited
	select e.* into found_file from public.evidence e where e.id = p_id;
	if found_file.id is null or found_file.removed_at is not null then
		return jsonb_build_object('state', 'removed', 'path', null);
	end if;
	if not private.removable_evidence(found_file) then
		return jsonb_build_object(
			'state', 'refused', 'reason', coalesce(private.entry_lock(found_file.report_id) ->> 'kind', 'not-yours')
		);
	end if;
	if found_file.handed_in_at is null then
		delete from public.evidence e where e.id = p_id;
		return jsonb_build_object('state', 'removed', 'path', found_file.path);
	end if;
	update public.evidence e set removed_at = now(), removed_by = (select auth.uid()) where e.id = p_id;
	return jsonb_build_object('state', 'struck-out');
end $$;
comment on function public.remove_evidence(uuid) is
	'Takes a file back. Out: state removed (path: what is left to delete in the store), struck-out (it was part of a submission and stays), or refused (reason: a lock''s kind, not-yours).';

create function reporting.evidence_files(p_report uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	return (
	select jsonb_build_object(
		'may_add', private.may_add_evidence(p_report),
		'files', coalesce(jsonb_agg(jsonb_build_object(
			'id', e.id, 'series_id', e.series_id, 'activity_id', e.activity_id, 'name', e.name, 'media_type', e.media_type,
			'bytes', e.bytes, 'uploaded_by', private.colleague_name(e.uploaded_by, e.organisation_id), 'uploaded_at', e.uploaded_at,
			'removed_at', e.removed_at, 'removed_by', private.colleague_name(e.removed_by, e.organisation_id),
			'removable', private.removable_evidence(e)
		) order by e.uploaded_at, e.id), '[]')
	)
	from public.evidence e
	where e.report_id = p_report
	);
end $$;
comment on function reporting.evidence_files(uuid) is 'The files of a report, oldest first, those struck out too, and whether the reader may add any. Nothing for those who may not open them.';

create function reporting.evidence_place(p_report uuid) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'organisation_id', o.organisation_id, 'may_add', private.may_add_evidence(p_report),
		'lock', private.entry_lock(p_report) ->> 'kind'
	)
	from private.owed_report(p_report) o
$$;
comment on function reporting.evidence_place(uuid) is 'Whose folder a report''s files lie in, and whether the reader may add any. Null for those who may never.';

create function reporting.evidence_counts(p_report uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	shown record;
	opens boolean;
begin
	select r.programme_id, v.id as revision, coalesce(v.submitted_at, 'infinity') as submitted_at into shown
	from public.report r
	left join public.report_revision v on v.report_id = r.id and v.in_force
	where r.id = p_report;
	opens := exists (
		select 1 from public.report r
		where r.id = p_report
		and (
			r.programme_id in (select private.staff_programme_ids())
			or r.organisation_id in (select private.partner_organisation_ids())
		)
	);
	if not opens and (
		shown.revision is null or shown.programme_id not in (select private.donor_programme_ids())
	) then
		return '[]';
	end if;
	return (
	select coalesce(jsonb_agg(to_jsonb(counted)), '[]')
	from (
		select e.series_id, e.activity_id, count(*)::integer as files
		from public.evidence e
		left join public.series s on s.id = e.series_id
		where e.report_id = p_report
		and case
			when opens then e.removed_at is null
			-- what was part of the approved submission, whatever happens to it in a correction
			else e.handed_in_at <= shown.submitted_at
				and (e.removed_at is null or e.removed_at > shown.submitted_at)
				and (s.id is null or s.indicator_id <> all (array(select private.sensitive_indicator_ids())))
		end
		group by e.series_id, e.activity_id
		order by e.series_id nulls first, e.activity_id
	) counted
	);
end $$;
comment on function reporting.evidence_counts(uuid) is
	'How many files stand behind a report (no series, no activity), its figures and its activities. Donors: of approved reports of their programmes, without sensitive indicators.';

-- the store: the API's own way in follows the rows
do $$
begin
	if to_regclass('storage.objects') is null then
		return;
	end if;
	insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
	values (
		'evidence', 'evidence', false, 10000000,
		-- none that a browser runs: the store answers on the application's own address where it is embedded
		array[
			'application/pdf', 'image/jpeg', 'image/png', 'image/webp',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'application/vnd.openxmlformats-officedocument.presentationml.presentation',
			'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet',
			'application/vnd.oasis.opendocument.presentation', 'text/plain', 'text/csv'
		]
	)
	on conflict (id) do nothing;
	create policy "Readers of a row of evidence read its file" on storage.objects for select to authenticated
		using (
			bucket_id = 'evidence'
			and (
				exists (select 1 from public.evidence e where e.path = storage.objects.name)
				or private.evidence_to_come(name)
			)
		);
	create policy "Evidence is stored in the place of its report" on storage.objects for insert to authenticated
		with check (bucket_id = 'evidence' and private.evidence_to_come(name));
	create policy "Files without a row of evidence are cleared away" on storage.objects for delete to authenticated
		using (bucket_id = 'evidence' and private.evidence_to_come(name));
end $$;

grant execute on function
	private.may_add_evidence(uuid), private.removable_evidence(public.evidence), private.evidence_to_come(text)
to authenticated, service_role;
grant execute on function
	public.add_evidence(uuid, uuid, uuid, uuid, text, text, integer, text), public.remove_evidence(uuid)
to authenticated;
grant execute on function
	reporting.evidence_files(uuid), reporting.evidence_place(uuid), reporting.evidence_counts(uuid)
to authenticated, service_role;
grant execute on all functions in schema private to service_role;
