-- What was done, with whom: one event may be claimed by several organisations and is counted once.

create table public.activity (
	id uuid primary key default gen_random_uuid(),
	programme_id uuid not null references public.programme,
	project_id uuid,
	kind text not null check (kind in ('workshop', 'training', 'campaign', 'equipment', 'service', 'meeting')),
	title text not null,
	starts_on date not null,
	ends_on date not null,
	venue_country text references public.country,
	place text,
	participants integer check (participants >= 0),
	men integer check (men >= 0),
	women integer check (women >= 0),
	note text,
	origin public.figure_origin not null default 'reported',
	source text,
	created_at timestamptz not null default now(),
	check (ends_on >= starts_on),
	check (men + women <= participants),
	check (origin <> 'source' or coalesce(source, '') <> ''),
	foreign key (project_id, programme_id) references public.project (id, programme_id)
);
comment on table public.activity is 'A workshop, training, campaign or delivery. Venue country, participants'' countries and programme countries differ.';
comment on column public.activity.men is 'Where sex is known for the whole event only; by country it stands in activity_participation.';
create index activity_programme on public.activity (programme_id, ends_on);
create index activity_project on public.activity (project_id);
create index activity_venue on public.activity (venue_country);

create table public.activity_organiser (
	activity_id uuid not null references public.activity on delete cascade,
	organisation_id uuid not null references public.organisation,
	primary key (activity_id, organisation_id)
);
comment on table public.activity_organiser is 'Who held the activity.';
create index activity_organiser_organisation on public.activity_organiser (organisation_id);

create table public.activity_participation (
	activity_id uuid not null references public.activity on delete cascade,
	country_iso2 text not null references public.country,
	sex text not null check (sex in ('female', 'male', 'unknown')),
	participants integer check (participants >= 0),
	primary key (activity_id, country_iso2, sex)
);
comment on table public.activity_participation is 'Participants by country of origin and sex; null participants: from there, number not known.';
create index activity_participation_country on public.activity_participation (country_iso2);

create table public.activity_claim (
	id uuid primary key default gen_random_uuid(),
	revision_id uuid not null references public.report_revision on delete cascade,
	activity_id uuid not null references public.activity,
	series_id uuid not null references public.series,
	participants numeric not null check (participants >= 0),
	unique (revision_id, activity_id, series_id),
	foreign key (revision_id, series_id) references public.observation (revision_id, series_id) on delete cascade
);
comment on table public.activity_claim is 'How many of an activity''s participants are inside a series'' figure of one revision. Each series keeps its claim in full.';
create index activity_claim_activity on public.activity_claim (activity_id);
create index activity_claim_series on public.activity_claim (series_id);
create trigger activity_claim_only_in_drafts before insert or update or delete on public.activity_claim
	for each row execute function private.refuse_closed_revision();

create table public.activity_overlap (
	activity_id uuid not null references public.activity on delete cascade,
	indicator_id uuid not null references public.indicator,
	participants numeric not null check (participants >= 0),
	agreed_on date not null,
	note text not null,
	primary key (activity_id, indicator_id)
);
comment on table public.activity_overlap is 'The number of people, agreed between the organisers, that several claims on an activity have in common: counted once in a total.';
create index activity_overlap_indicator on public.activity_overlap (indicator_id);
