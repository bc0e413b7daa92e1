-- Who works where: countries, organisations, funds, programmes and the tree of projects.

create table public.country (
	iso2 text primary key check (iso2 ~ '^[A-Z]{2}$'),
	name text not null
);
comment on table public.country is 'Countries by ISO 3166-1 alpha-2. The name is English; pages take names from the reader''s locale.';

create table public.organisation (
	id uuid primary key default gen_random_uuid(),
	slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	name text not null,
	short_name text,
	created_at timestamptz not null default now()
);
comment on table public.organisation is 'Funders, ministries, agencies and partners. One row an organisation, however its name was typed.';
comment on column public.organisation.slug is 'Its address: /partners/<slug>.';

create table public.fund (
	code text primary key,
	name text not null
);
comment on table public.fund is 'Where money comes from. Independent of programmes: a contract can be in an RDPP programme and paid by the EUTF.';

create table public.programme (
	id uuid primary key default gen_random_uuid(),
	code text not null unique,
	name text not null,
	description text,
	demonstration boolean not null default false,
	on_track_from numeric not null default 0.9,
	at_risk_from numeric not null default 0.6,
	small_number_k integer not null default 11 check (small_number_k >= 2),
	languages text[] not null default '{en,fr,ar}',
	starts_on date,
	ends_on date,
	source text,
	created_at timestamptz not null default now(),
	check (at_risk_from > 0 and on_track_from > at_risk_from),
	check (ends_on >= starts_on),
	unique (id, demonstration)
);
comment on table public.programme is 'A programme of projects with its own status bands, small-number threshold and languages.';
comment on column public.programme.demonstration is 'Made-up figures live in demonstration programmes only, so no total mixes them with real ones.';
comment on column public.programme.on_track_from is 'Pace (actual against expected, 1 = as planned) from which a series is on track.';
comment on column public.programme.small_number_k is 'Sensitive cells of 1 to k-1 people are hidden outside.';

create function private.keep_demonstration() returns trigger
language plpgsql set search_path = '' as $$
begin
	raise exception 'A programme is a demonstration from its first day or never' using errcode = 'check_violation';
end $$;
comment on function private.keep_demonstration() is 'Otherwise made-up figures could become real ones by one click.';
create trigger keep_demonstration before update of demonstration on public.programme
	for each row when (new.demonstration is distinct from old.demonstration) execute function private.keep_demonstration();

create table public.project (
	id uuid primary key default gen_random_uuid(),
	programme_id uuid not null references public.programme,
	parent_id uuid references public.project,
	code text not null unique,
	published_code text,
	title text not null,
	level public.project_level not null,
	starts_on date,
	ends_on date,
	budget numeric check (budget >= 0),
	budget_currency text not null default 'EUR',
	frequency public.reporting_frequency not null default 'quarter',
	test boolean not null default false,
	source text,
	created_at timestamptz not null default now(),
	check (ends_on >= starts_on),
	check (parent_id <> id),
	unique (id, programme_id),
	foreign key (parent_id, programme_id) references public.project (id, programme_id)
);
comment on table public.project is 'A tree: programme > decision > contract. A parent''s figures repeat its children''s and are never added to them.';
comment on column public.project.code is 'Contract or decision id, tidied (T05-EUTF-NOA-REG-05-01); published_code keeps it as published.';
comment on column public.project.test is 'A test row that reached production: kept and listed, never counted.';
create index project_programme on public.project (programme_id);
create index project_parent on public.project (parent_id);

create table public.project_fund (
	project_id uuid not null references public.project on delete cascade,
	fund_code text not null references public.fund,
	primary key (project_id, fund_code)
);
comment on table public.project_fund is 'Which funds pay a project. Figures are never split between funds.';
create index project_fund_fund on public.project_fund (fund_code);

create table public.project_organisation (
	project_id uuid not null references public.project on delete cascade,
	organisation_id uuid not null references public.organisation,
	role text not null check (role in ('funding', 'accountable', 'extending', 'implementing')),
	position smallint not null default 1,
	primary key (project_id, organisation_id, role)
);
comment on table public.project_organisation is 'Who does what in a project, in IATI''s four roles. position 1 is the lead.';
create index project_organisation_organisation on public.project_organisation (organisation_id);

create table public.project_country (
	project_id uuid not null references public.project on delete cascade,
	country_iso2 text not null references public.country,
	primary key (project_id, country_iso2)
);
comment on table public.project_country is 'Where a project works. It does not say where its figures belong: a series does.';
create index project_country_country on public.project_country (country_iso2);

create function private.refuse_project_cycle() returns trigger
language plpgsql set search_path = '' as $$
begin
	if exists (
		with recursive above as (
			select p.id, p.parent_id from public.project p where p.id = new.parent_id
			union
			select p.id, p.parent_id from public.project p join above a on p.id = a.parent_id
		)
		select 1 from above where above.id = new.id
	) then
		raise exception 'Project % cannot stand below itself', new.code using errcode = 'check_violation';
	end if;
	return new;
end $$;
comment on function private.refuse_project_cycle() is 'A project tree has no rings: a ring would count a figure for ever.';
create trigger refuse_project_cycle after insert or update of parent_id on public.project
	for each row when (new.parent_id is not null) execute function private.refuse_project_cycle();
