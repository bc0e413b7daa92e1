-- Three schemas: public holds what people enter, reporting what the application reads,
-- private the helpers that the API must never expose.

create schema private;
create schema reporting;

comment on schema private is 'Helpers of policies and triggers. Not exposed by the API.';
comment on schema reporting is 'What the application reads: kept-up tables and one function a page.';

-- A hosted project grants everything on new tables and functions by default; each grant here is written out instead.
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke execute on functions from anon, authenticated;
alter default privileges in schema public grant all on tables to service_role;
alter default privileges in schema reporting grant all on tables to service_role;

grant usage on schema public, reporting to authenticated, service_role;
grant usage on schema private to authenticated, service_role;

create type public.member_role as enum ('donor', 'partner', 'staff', 'manager', 'admin');
create type public.project_level as enum ('programme', 'decision', 'contract');
create type public.reporting_frequency as enum ('quarter', 'half', 'year', 'snapshot');
create type public.indicator_measure as enum ('unit', 'percentage', 'nominal', 'ordinal', 'qualitative');
create type public.value_kind as enum (
	'increment', 'cumulative', 'cumulative_year', 'level', 'ratio', 'ordinal', 'qualitative'
);
create type public.over_time_rule as enum ('sum', 'latest', 'max', 'average');
create type public.adding_rule as enum ('sum', 'max', 'ratio', 'none');
create type public.counted_thing as enum ('people', 'contacts', 'things');
create type public.result_level as enum ('impact', 'outcome', 'output');
create type public.target_basis as enum ('in_period', 'to_date');
create type public.revision_state as enum ('draft', 'submitted', 'returned', 'approved');
create type public.figure_origin as enum ('source', 'reported', 'made_up');
create type public.crosswalk_relation as enum ('same', 'renamed', 'partly');
create type public.progress_status as enum (
	'not-additive', 'no-target', 'not-due', 'not-reported', 'achieved', 'on-track', 'at-risk', 'off-track'
);

comment on type public.value_kind is 'How a series'' values are to be read over time (design: "What the numbers mean", rule 1).';
comment on type public.adding_rule is 'How values add up over partners or places; none: a list, never a sum.';
comment on type public.target_basis is 'in_period: what is to be reached within the row''s dates; to_date: the level to stand at on its last day.';
comment on type public.figure_origin is 'source: taken from a published source; reported: entered by a partner; made_up: demonstration.';
