-- Reminders: what an organisation has still to hand in, always on its pages, and by mail at most once a day a person.
-- Mails tell names, periods, dates and how many figures are missing; never a figure, never a reviewer's words.

alter table public.person
	add column language text check (language in ('en', 'fr', 'ar')),
	add column wants_mail boolean not null default true;
comment on column public.person.language is 'The language they are written to in; null: not known yet, and English.';
comment on column public.person.wants_mail is 'Whether they are reminded by mail. Their pages always say what is owed.';

create table public.reminder (
	id uuid primary key default gen_random_uuid(),
	user_id uuid not null,
	day date not null,
	language text not null,
	lines jsonb not null,
	attempts integer not null default 1,
	claimed_at timestamptz not null default clock_timestamp(),
	outcome text check (outcome in ('sent', 'failed', 'unknown')),
	problem text,
	ended_at timestamptz,
	unique (user_id, day),
	check ((outcome is null) = (ended_at is null))
);
comment on table public.reminder is 'One mail to one person on one day. The row is claimed before the mail is sent: whatever runs twice, a person gets at most one a day.';
comment on column public.reminder.lines is 'What it spoke of, as private.notices_of gave it.';
comment on column public.reminder.outcome is 'sent; failed: the mail server refused it, it may be tried again that day; unknown: the connection broke and it may have arrived. Null: on its way, or its sender ended before saying.';
comment on column public.reminder.problem is 'The mail server''s code, without its words: they may hold addresses.';

alter table public.reminder enable row level security;
grant select on public.reminder to authenticated;
create policy "People read their own reminders, admins all" on public.reminder for select to authenticated
	using (user_id = (select auth.uid()) or (select private.is_admin()));

create function private.owed_reports_of(p_organisations uuid[])
returns table (report_id uuid, programme_id uuid, project_id uuid, organisation_id uuid, period_code text, asked integer)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin
	return query
	with
	owed as (
		select sp.programme_id, sp.project_id, sp.organisation_id, sp.period_code, count(*)::integer as asked
		from reporting.series_period sp
		where sp.due and sp.organisation_id = any (p_organisations)
		group by sp.programme_id, sp.project_id, sp.organisation_id, sp.period_code
	),
	begun as (
		select r.id, r.programme_id, r.project_id, r.organisation_id, r.period_code
		from public.report r
		join public.period pe on pe.code = r.period_code and pe.kind <> 'snapshot'
		where r.organisation_id = any (p_organisations)
	)
	select
		coalesce(b.id, private.report_id(o.project_id, o.organisation_id, o.period_code)),
		coalesce(b.programme_id, o.programme_id), coalesce(b.project_id, o.project_id),
		coalesce(b.organisation_id, o.organisation_id), coalesce(b.period_code, o.period_code),
		o.asked
	from owed o
	full join begun b using (project_id, organisation_id, period_code);
end $$;
comment on function private.owed_reports_of(uuid[]) is 'Reports of some organisations: owed or begun, snapshots left out. asked: how many figures it owes, null where it is not owed.';

create or replace function private.owed_reports_of_reader()
returns table (report_id uuid, programme_id uuid, project_id uuid, organisation_id uuid, period_code text, asked integer)
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select o.* from private.owed_reports_of(array(select private.partner_organisation_ids())) o;
end $$;

create function private.notices_of(p_organisations uuid[], p_day date)
returns table (organisation_id uuid, demonstration boolean, kind text, due_on date, revision_id uuid, returned_on date, line jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin
	return query
	with
	stands as (
		select
			o.*, newest.id as revision_id, newest.decided_at::date as returned_on, newest.state = 'returned' as returned,
			-- reopened until a day, that day counts
			coalesce((calendar.lock ->> 'until')::date, pe.due_on) as due_on
		from private.owed_reports_of(p_organisations) o
		join public.period pe on pe.code = o.period_code
		join public.project p on p.id = o.project_id and not p.test
		left join lateral private.newest_revision(o.report_id) newest on true
		cross join lateral (select private.period_lock(o.programme_id, o.period_code, o.organisation_id) as lock) calendar
		where coalesce(newest.state, 'draft') in ('draft', 'returned')
		and (o.asked is not null or newest.state = 'returned')
		and calendar.lock ->> 'kind' in ('open', 'reopened')
	),
	told as (
		select
			s.*,
			case
				when s.returned then 'returned'
				when s.due_on < p_day then 'overdue'
				when s.due_on <= p_day + 14 then 'before-due'
			end as kind
		from stands s
	)
	select
		t.organisation_id, g.demonstration, t.kind, t.due_on, t.revision_id, case when t.returned then t.returned_on end,
		jsonb_build_object(
			'kind', t.kind, 'report_id', t.report_id,
			'programme', jsonb_build_object('code', g.code, 'name', g.name, 'demonstration', g.demonstration),
			'project', jsonb_build_object('id', p.id, 'code', p.code, 'title', p.title),
			'organisation', jsonb_build_object('slug', o.slug, 'name', o.name, 'short_name', o.short_name),
			'period', t.period_code, 'due_on', t.due_on,
			'returned_on', case when t.returned then t.returned_on end,
			'revision_id', case when t.returned then t.revision_id end,
			'missing', (
				select count(*)
				from reporting.series_period sp
				join public.series s on s.id = sp.series_id
				where s.project_id = t.project_id and s.organisation_id = t.organisation_id
				and sp.period_code = t.period_code and sp.due
				and not exists (
					select 1 from private.cells_of_report(t.report_id) c
					where c.series_id = sp.series_id
					and c.answer ?| array['value', 'numerator', 'text', 'level', 'inapplicable']
				)
			)
		)
	from told t
	join public.programme g on g.id = t.programme_id
	join public.project p on p.id = t.project_id
	join public.organisation o on o.id = t.organisation_id
	where t.kind is not null;
end $$;
comment on function private.notices_of(uuid[], date) is 'What organisations can still hand in, seen from a day: returned, overdue, or due within 14 days. line is the notice as pages and mails tell it. Of a closed period nothing: nobody can act on it.';

create function private.own_notices() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
	select coalesce(
		jsonb_agg(n.line - 'revision_id' order by n.kind <> 'returned', n.due_on, n.line -> 'project' ->> 'code', n.line ->> 'report_id'), '[]'
	)
	from private.notices_of(array(select private.partner_organisation_ids()), current_date) n
	);
end $$;
comment on function private.own_notices() is 'The notices of the reader''s organisations, seen from today: returned ones first, then by the day they are due.';
grant execute on function private.own_notices() to authenticated, service_role;

create function reporting.notices() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	return jsonb_build_object('today', current_date, 'notices', private.own_notices());
end $$;
comment on function reporting.notices() is 'What the reader''s organisations have still to hand in (Notices of src/lib/domain/notice.ts), with the database''s day to count from. Demonstrations too: only mail leaves them out.';
grant execute on function reporting.notices() to authenticated, service_role;

create function public.due_mails(p_day date) returns table (user_id uuid, email text, language text, lines jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin
	return query
	with
	members as (
		-- to the address they sign in with: the one in person is theirs to change, and nobody has proved it
		select m.user_id, u.email::text as email, coalesce(pn.language, 'en') as language, m.organisation_id
		from public.membership m
		join auth.users u on u.id = m.user_id and coalesce(u.email, '') <> ''
		left join public.person pn on pn.user_id = m.user_id
		where m.role = 'partner'
		and coalesce(pn.wants_mail, true)
		and not exists (
			select 1 from public.reminder r
			where r.user_id = m.user_id and r.day = p_day and (r.outcome is distinct from 'failed' or r.attempts >= 5)
		)
	),
	notices as (
		select n.*
		from private.notices_of(array(select distinct m.organisation_id from members m), p_day) n
		where not n.demonstration
		and coalesce(n.returned_on, p_day) <= p_day
	)
	select
		m.user_id, m.email, m.language,
		jsonb_agg(n.line order by n.kind <> 'returned', n.due_on, n.line -> 'project' ->> 'code', n.line ->> 'report_id')
	from members m
	join notices n on n.organisation_id = m.organisation_id
	group by m.user_id, m.email, m.language
	having bool_or(case n.kind
		when 'before-due' then n.due_on - p_day in (14, 7, 1)
		when 'overdue' then (p_day - n.due_on) % 7 = 1
		when 'returned' then not exists (
			select 1 from public.reminder r
			where r.user_id = m.user_id
			and r.outcome is distinct from 'failed'
			and r.lines @> jsonb_build_array(jsonb_build_object('revision_id', n.revision_id))
		)
	end);
end $$;
comment on function public.due_mails(date) is 'Who is owed a mail on a day and what it says, without claiming it: 14, 7 and 1 days before a due day, the day after it and weekly from then on, and once for each return. A mail then tells all that is open. Demonstrations never write.';

create function public.claim_due_mails(p_day date, p_after uuid default null, p_most integer default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
	taken jsonb;
begin
	with
	owed as materialized (
		select d.user_id, d.email, d.language, d.lines
		from public.due_mails(p_day) d
		where p_after is null or d.user_id > p_after
		order by d.user_id
		limit p_most
	),
	claimed as (
		insert into public.reminder as r (user_id, day, language, lines)
		-- in one order, so that two at once wait for each other instead of both failing
		select o.user_id, p_day, o.language, o.lines from owed o order by o.user_id
		on conflict (user_id, day) do update
		set
			language = excluded.language, lines = excluded.lines, outcome = null, problem = null, ended_at = null,
			attempts = r.attempts + 1, claimed_at = clock_timestamp()
		where r.outcome = 'failed'
		returning r.id, r.user_id
	)
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', c.id, 'user_id', c.user_id, 'email', o.email, 'language', o.language, 'lines', o.lines
	) order by c.user_id), '[]')
	into taken
	from claimed c
	join owed o on o.user_id = c.user_id;
	return taken;
end $$;
comment on function public.claim_due_mails(date, uuid, integer) is 'Hands each mail of a day out once: to whoever asks first. In: the day; the person after whom to go on, and how many at most. Out: a list of {id, user_id, email, language, lines}; say what became of each by end_mail.';

create function public.end_mail(p_reminder uuid, p_outcome text, p_problem text default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
	update public.reminder r
	set outcome = p_outcome, problem = p_problem, ended_at = clock_timestamp()
	where r.id = p_reminder and r.outcome is null;
end $$;
comment on function public.end_mail(uuid, text, text) is 'What became of a claimed mail: sent, failed (it can be claimed again that day, five times in all) or unknown.';
grant execute on function public.due_mails(date), public.claim_due_mails(date, uuid, integer), public.end_mail(uuid, text, text) to service_role;
grant execute on all functions in schema private to service_role;
