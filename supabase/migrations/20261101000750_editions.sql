-- Published editions: frozen rows that no correction reaches.

create table public.edition (
	id uuid primary key default gen_random_uuid(),
	programme_id uuid references public.programme,
	fund_code text references public.fund,
	number integer not null check (number >= 1),
	period_code text not null references public.period,
	note text,
	published_by uuid,
	published_at timestamptz not null default now(),
	check (num_nonnulls(programme_id, fund_code) = 1),
	unique nulls not distinct (programme_id, fund_code, number)
);
comment on table public.edition is 'A numbered, immutable publication of a programme''s or fund''s figures as of a period. A correction makes the next edition.';
create index edition_period on public.edition (period_code);
create index edition_fund on public.edition (fund_code);

create table public.edition_row (
	edition_id uuid not null references public.edition,
	position integer not null,
	content jsonb not null,
	primary key (edition_id, position)
);
comment on table public.edition_row is 'One frozen row of an edition, as it was published.';

create trigger edition_immutable before update or delete on public.edition
	for each row execute function private.refuse_change('Publish the next edition.');
create trigger edition_row_immutable before update or delete on public.edition_row
	for each row execute function private.refuse_change('Publish the next edition.');
