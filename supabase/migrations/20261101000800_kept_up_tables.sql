-- Two kept-up tables, so that a page costs the same with ten million observations as with ten thousand:
-- series_period (rules 1 to 4: what a series says as of a period) and cell (rule 6: what of it counts in totals).
-- Triggers recompute a whole unit, one project tree and indicator family, from the entered rows: nothing is patched.

create view private.effective_observation with (security_invoker = on) as
select
	o.id, o.series_id, o.revision_id, r.id as report_id, r.period_code, pe.kind, pe.as_of,
	o.value, o.numerator, o.denominator, o.text_value, o.scale_level, o.not_applicable, o.rating,
	case pi.value_kind
		when 'ratio' then o.numerator is not null
		when 'ordinal' then o.scale_level is not null or o.text_value is not null
		when 'qualitative' then o.not_applicable is null
		else o.value is not null
	end as is_value
from public.observation o
join public.series s on s.id = o.series_id
join public.project_indicator pi on pi.id = s.project_indicator_id
join public.report_revision v on v.id = o.revision_id and v.in_force
join public.report r on r.id = v.report_id
join public.period pe on pe.code = r.period_code;
comment on view private.effective_observation is 'Answers of the revision in force of each report: the only ones that count. is_value: it can be read as the series'' kind asks; text for a number is an answer, not a value.';

create table reporting.series_period (
	series_id uuid not null references public.series on delete cascade,
	period_code text not null references public.period,
	as_of date not null,
	programme_id uuid not null,
	project_id uuid not null,
	indicator_id uuid not null,
	organisation_id uuid not null,
	due boolean not null,
	reported boolean not null,
	in_period numeric,
	in_numerator numeric,
	in_denominator numeric,
	actual numeric,
	numerator numeric,
	denominator numeric,
	text_value text,
	scale_level smallint,
	value_as_of date,
	missing integer not null,
	at_least boolean not null,
	baseline numeric,
	baseline_assumed boolean not null,
	target numeric,
	target_text text,
	expected numeric,
	next_target numeric,
	progress numeric,
	progress_to_next numeric,
	pace numeric,
	status public.progress_status not null,
	status_as_of date,
	ended boolean not null,
	primary key (series_id, period_code)
);
comment on table reporting.series_period is 'What each series says as of each opened period, from approved revisions (rules 1 to 4).';
comment on column reporting.series_period.due is 'A report for exactly this period was owed.';
comment on column reporting.series_period.reported is 'An approved answer for exactly this period exists, not applicable included.';
comment on column reporting.series_period.in_period is 'The approved value of exactly this period, as entered.';
comment on column reporting.series_period.actual is 'Actual to date on the scale of baseline and target; a percentage indicator''s ratio is times 100.';
comment on column reporting.series_period.missing is 'Due periods so far without an approved answer.';
comment on column reporting.series_period.at_least is 'The total leaves out periods that were not reported.';
comment on column reporting.series_period.expected is 'Target to date: where the schedule in force stands on this day. Null: no dates, no pace.';
comment on column reporting.series_period.progress_to_next is 'OPSYS''s figure, against the first target after the value''s date.';
comment on column reporting.series_period.status_as_of is 'Set where the latest due report is missing and the last status is kept.';

create table reporting.counting (
	project_id uuid not null references public.project on delete cascade,
	group_id uuid not null,
	programme_id uuid not null,
	counted_from date not null,
	counted_until date not null,
	primary key (project_id, group_id)
);
comment on table reporting.counting is 'Rule 6 for one project and group (an indicator, or private.family_group of several): its own figure counts from counted_from (every parent replaced) until counted_until (its children took over).';
create index counting_programme on reporting.counting (programme_id);

create table reporting.cell (
	series_id uuid not null references public.series on delete cascade,
	period_code text not null references public.period,
	as_of date not null,
	programme_id uuid not null,
	project_id uuid not null,
	indicator_id uuid not null,
	family_id uuid not null,
	country_iso2 text,
	organisation_id uuid not null,
	counted boolean not null,
	counted_in_family boolean not null,
	left_out text check (left_out in ('children', 'parent', 'taken-over', 'test')),
	stands_for_children boolean not null,
	due boolean not null,
	reported boolean not null,
	at_least boolean not null,
	actual numeric,
	numerator numeric,
	denominator numeric,
	baseline numeric,
	target numeric,
	expected numeric,
	pace numeric,
	progress numeric,
	status public.progress_status not null,
	ended boolean not null,
	primary key (series_id, period_code)
);
comment on table reporting.cell is 'Indicator x country x partner x project x period: what pages add up. counted is decided over all rows, whoever reads.';
comment on column reporting.cell.left_out is 'Why it is not counted: its children report (children), its parent''s figure still stands (parent), another series took over (taken-over), a test project (test).';
comment on column reporting.cell.stands_for_children is 'A parent''s figure that counts because its children have not all reported yet.';
create index cell_page on reporting.cell (programme_id, period_code, indicator_id);
create index cell_indicator on reporting.cell (indicator_id, period_code);
create index series_period_programme on reporting.series_period (programme_id, period_code);

create table reporting.claim (
	series_id uuid not null references public.series on delete cascade,
	activity_id uuid not null references public.activity on delete cascade,
	as_of date not null,
	programme_id uuid not null,
	project_id uuid not null,
	indicator_id uuid not null,
	organisation_id uuid not null,
	participants numeric not null,
	agreed numeric,
	primary key (series_id, activity_id)
);
comment on table reporting.claim is 'Approved claims on activities: from as_of on, these participants are inside the series'' figure. agreed is the overlap the organisers agreed on, null where none is.';
create index claim_activity on reporting.claim (activity_id);
create index claim_programme on reporting.claim (programme_id);

create table reporting.data_version (
	programme_id uuid primary key references public.programme on delete cascade,
	version bigint not null default 1,
	changed_at timestamptz not null default now()
);
comment on table reporting.data_version is 'Goes up whenever a programme''s figures change: names the drawings that can be kept, and dates the last change.';
