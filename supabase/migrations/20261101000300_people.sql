-- Who may see and do what. Roles come from rows here, never from the client or a token's metadata.

create table public.person (
	user_id uuid primary key,
	name text not null,
	email text
);
comment on table public.person is 'Names of people, in one erasable place. Everything else knows people by id.';

create table public.membership (
	id uuid primary key default gen_random_uuid(),
	user_id uuid not null,
	role public.member_role not null,
	organisation_id uuid references public.organisation,
	every_programme boolean not null default false,
	created_at timestamptz not null default now(),
	check ((role = 'partner') = (organisation_id is not null)),
	check (not every_programme or role in ('donor', 'staff', 'manager')),
	unique nulls not distinct (user_id, role, organisation_id)
);
comment on table public.membership is 'A person''s role. A partner belongs to one organisation; donors, staff and managers to programmes; an admin to all.';
comment on column public.membership.every_programme is 'For those at headquarters: all programmes, those of tomorrow too.';
create index membership_organisation on public.membership (organisation_id);

create table public.membership_programme (
	membership_id uuid not null references public.membership on delete cascade,
	programme_id uuid not null references public.programme on delete cascade,
	primary key (membership_id, programme_id)
);
comment on table public.membership_programme is 'The programmes a donor funds, or a staff member or manager works on.';
create index membership_programme_programme on public.membership_programme (programme_id);

create table public.invitation (
	id uuid primary key default gen_random_uuid(),
	email text not null,
	role public.member_role not null,
	organisation_id uuid references public.organisation,
	programme_ids uuid[] not null default '{}',
	every_programme boolean not null default false,
	token_hash text not null unique,
	invited_by uuid,
	created_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '14 days',
	accepted_by uuid,
	accepted_at timestamptz,
	check ((role = 'partner') = (organisation_id is not null)),
	check (not every_programme or role in ('donor', 'staff', 'manager')),
	check ((accepted_by is null) = (accepted_at is null))
);
comment on table public.invitation is 'A single-use way in: whoever holds the token becomes a member, never an address alone. Only the token''s SHA-256 is kept.';
comment on column public.invitation.every_programme is 'All programmes, those of tomorrow too: for an administrator to hand out.';
create index invitation_organisation on public.invitation (organisation_id);

create function private.programmes_of(p_roles public.member_role[]) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select mp.programme_id
	from public.membership m
	join public.membership_programme mp on mp.membership_id = m.id
	where m.user_id = (select auth.uid())
	and m.role = any (p_roles)
	union
	select p.id
	from public.programme p
	where exists (
		select 1 from public.membership m
		where m.user_id = (select auth.uid())
		and m.role = any (p_roles)
		and (m.role = 'admin' or m.every_programme)
	);
end $$;
comment on function private.programmes_of(public.member_role[]) is 'Programmes in which the reader has one of these roles. Used once a query, as an array, inside policies.';

create function private.staff_programme_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select private.programmes_of('{staff,manager,admin}');
end $$;
comment on function private.staff_programme_ids() is 'Programmes the reader follows as staff, manager or admin.';

create function private.manager_programme_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select private.programmes_of('{manager,admin}');
end $$;
comment on function private.manager_programme_ids() is 'Programmes whose targets, logframes and editions the reader may change.';

create function private.donor_programme_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select private.programmes_of('{donor}');
end $$;
comment on function private.donor_programme_ids() is 'Programmes the reader funds: approved figures, no sensitive indicator.';

create function private.partner_organisation_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select m.organisation_id
	from public.membership m
	where m.user_id = (select auth.uid())
	and m.role = 'partner';
end $$;
comment on function private.partner_organisation_ids() is 'Organisations the reader reports for.';

create function private.partner_project_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	with recursive own as (
		select po.project_id as id
		from public.project_organisation po
		where po.organisation_id in (select private.partner_organisation_ids())
		and po.role = 'implementing'
		union
		select p.parent_id
		from public.project p
		join own on own.id = p.id
		where p.parent_id is not null
	)
	select own.id from own;
end $$;
comment on function private.partner_project_ids() is 'Projects the reader''s organisations implement, and what stands above them in the tree.';

create function private.partner_programme_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select distinct p.programme_id
	from public.project p
	where p.id in (select private.partner_project_ids());
end $$;
comment on function private.partner_programme_ids() is 'Programmes the reader''s organisations work in.';

create function private.readable_programme_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select private.programmes_of('{donor,staff,manager,admin}')
	union
	select private.partner_programme_ids();
end $$;
comment on function private.readable_programme_ids() is 'Programmes whose name and calendar the reader may see.';

create function private.is_member() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
	select exists (select 1 from public.membership m where m.user_id = (select auth.uid()))
	);
end $$;
comment on function private.is_member() is 'True for anyone with a role; reference data is theirs to read.';

create function private.is_manager() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
	select exists (
		select 1 from public.membership m
		where m.user_id = (select auth.uid()) and m.role in ('manager', 'admin')
	)
	);
end $$;
comment on function private.is_manager() is 'True for managers and admins: they keep frameworks and reference data.';

create function private.is_admin() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
	select exists (
		select 1 from public.membership m where m.user_id = (select auth.uid()) and m.role = 'admin'
	)
	);
end $$;
comment on function private.is_admin() is 'True for administrators.';

create function public.accept_invitation(token text) returns public.member_role
language plpgsql security definer set search_path = '' as $$
declare
	asked public.invitation;
	member uuid;
begin
	if (select auth.uid()) is null then
		raise exception 'Sign in before accepting an invitation' using errcode = '42501';
	end if;
	update public.invitation i
	set accepted_by = (select auth.uid()), accepted_at = now()
	where i.token_hash = encode(sha256(convert_to(token, 'UTF8')), 'hex')
	and i.accepted_at is null
	and i.expires_at > now()
	returning * into asked;
	if asked.id is null then
		raise exception 'This invitation is unknown, used or expired' using errcode = 'P0002';
	end if;
	insert into public.membership as held (user_id, role, organisation_id, every_programme)
	values ((select auth.uid()), asked.role, asked.organisation_id, asked.every_programme)
	on conflict (user_id, role, organisation_id)
	do update set every_programme = held.every_programme or excluded.every_programme
	returning id into member;
	insert into public.membership_programme (membership_id, programme_id)
	select member, wanted from unnest(asked.programme_ids) as wanted
	on conflict do nothing;
	return asked.role;
end $$;
comment on function public.accept_invitation(text) is 'Turns an invitation into the signed-in person''s membership. In: the token of the letter. Out: the role. Fails (P0002) where unknown, used or expired.';
