-- Indicators: keyed by (framework, code), with how each behaves when it is added up.

create table public.framework (
	code text primary key,
	name text not null,
	published_on date not null,
	source text
);
comment on table public.framework is 'A set of indicators. The same code means different things in different sets.';
comment on column public.framework.published_on is 'Orders generations: of linked indicators the newest with a value counts.';

create function private.code_sort_key(code text) returns text
language sql immutable set search_path = '' as $$
	-- each number is padded, so 3.9 < 3.10; what follows a number (bis, ter, a) sorts right after it
	select string_agg(
		case when part[1] ~ '^[0-9]+$' then lpad(part[1], greatest(6, length(part[1])), '0') else ' ' || part[1] end, '' order by n
	)
	from regexp_matches(lower(code), '[0-9]+|[[:alpha:]]+', 'g') with ordinality as found (part, n)
$$;
comment on function private.code_sort_key(text) is 'Sort key of an indicator code: 3.9 < 3.10, 3.5 < 3.5 bis < 3.6, and 2.1bis equals 2.1 bis.';

create table public.scale (
	code text primary key,
	levels text[] not null check (cardinality(levels) between 2 and 12)
);
comment on table public.scale is 'Ordered answers of an ordinal indicator, lowest first.';

create table public.indicator (
	id uuid primary key default gen_random_uuid(),
	framework_code text not null references public.framework,
	code text not null,
	sort_key text collate "C" generated always as (private.code_sort_key(code)) stored,
	title text not null,
	definition text,
	unit text not null,
	measure public.indicator_measure not null default 'unit',
	ascending boolean not null default true,
	value_kind public.value_kind not null default 'increment',
	over_time public.over_time_rule,
	over_partner public.adding_rule not null default 'sum',
	over_place public.adding_rule not null default 'sum',
	counts public.counted_thing not null default 'things',
	sensitive boolean not null default false,
	dimensions text[] not null default '{}',
	scale_code text references public.scale,
	family_id uuid not null,
	created_at timestamptz not null default now(),
	unique (framework_code, code),
	check (measure not in ('nominal', 'ordinal', 'qualitative') or (over_partner = 'none' and over_place = 'none')),
	check (value_kind <> 'ratio' or (over_partner in ('ratio', 'none') and over_place in ('ratio', 'none'))),
	check (value_kind = 'ratio' or (over_partner <> 'ratio' and over_place <> 'ratio'))
);
comment on table public.indicator is 'What is measured, and how it behaves: its unit, direction, and how values add up over time, partners and places.';
comment on column public.indicator.ascending is 'False where falling is good (waiting time, caseload).';
comment on column public.indicator.over_time is 'Only where the value kind leaves a choice. ratio: sum (default) or latest; cumulative, level: latest (default), max or average.';
comment on column public.indicator.over_partner is 'Within one project and country.';
comment on column public.indicator.over_place is 'Above one project and country.';
comment on column public.indicator.sensitive is 'Counts of people at risk: hidden from donors until an edition guards small numbers.';
comment on column public.indicator.family_id is 'Itself, or the newest of the indicators it is the same as or was renamed from. Kept by trigger from the crosswalk.';
create index indicator_family on public.indicator (family_id);
create index indicator_scale on public.indicator (scale_code);

create function private.own_family() returns trigger
language plpgsql set search_path = '' as $$
begin
	new.family_id := coalesce(new.family_id, new.id);
	return new;
end $$;
comment on function private.own_family() is 'An indicator without crosswalk is its own family.';
create trigger own_family before insert on public.indicator
	for each row execute function private.own_family();

create function private.keep_sensitive() returns trigger
language plpgsql set search_path = '' as $$
begin
	if (select auth.uid()) is not null and not (select private.is_admin()) then
		raise exception 'Only an administrator can open a sensitive indicator to donors' using errcode = '42501';
	end if;
	return new;
end $$;
comment on function private.keep_sensitive() is 'An indicator is shared by programmes, so one programme''s manager cannot lift its protection.';
create trigger keep_sensitive before update of sensitive on public.indicator
	for each row when (old.sensitive and not new.sensitive) execute function private.keep_sensitive();

create table public.indicator_wording (
	indicator_id uuid not null references public.indicator on delete cascade,
	language text not null check (language in ('en', 'fr', 'ar', 'it')),
	version integer not null check (version >= 1),
	title text not null,
	definition text,
	valid_from date,
	primary key (indicator_id, language, version)
);
comment on table public.indicator_wording is 'Wording by language, in versions; the highest version is in use. Numbers never depend on it.';

create table public.indicator_crosswalk (
	from_id uuid not null references public.indicator on delete cascade,
	to_id uuid not null references public.indicator on delete cascade,
	relation public.crosswalk_relation not null,
	note text,
	valid_from date,
	valid_to date,
	primary key (from_id, to_id),
	check (from_id <> to_id)
);
comment on table public.indicator_crosswalk is 'Which indicator of an older set became which of a newer one. partly is shown, never added.';
create index indicator_crosswalk_to on public.indicator_crosswalk (to_id);

create function private.sensitive_indicator_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select i.id from public.indicator i where i.sensitive;
end $$;
comment on function private.sensitive_indicator_ids() is 'Indicators donors may not read live.';
