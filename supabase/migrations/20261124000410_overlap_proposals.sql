-- Organisations that count people of the same event agree themselves how many are the same. Each keeps its claim; what they agree on is
-- an activity_overlap like the one staff record, and a total counts it once.

alter table public.activity_overlap add column from_proposals boolean not null default false;
comment on column public.activity_overlap.from_proposals is 'The claiming organisations agreed on it themselves. False: staff recorded it. Kept by trigger.';

create table public.overlap_proposal (
	activity_id uuid not null references public.activity on delete cascade,
	indicator_id uuid not null references public.indicator,
	organisation_id uuid not null references public.organisation,
	programme_id uuid references public.programme,
	participants numeric not null check (participants >= 0 and participants = trunc(participants)),
	note text,
	proposed_by uuid,
	proposed_at timestamptz not null default now(),
	primary key (activity_id, indicator_id, organisation_id)
);
comment on table public.overlap_proposal is 'What one claiming organisation says how many people of an activity all claims on an indicator have in common. Withdrawn by deleting it: the record keeps it.';
comment on column public.overlap_proposal.programme_id is 'Its activity''s: row security then needs no look-up. Filled by trigger.';
create index overlap_proposal_indicator on public.overlap_proposal (indicator_id);
create index overlap_proposal_organisation on public.overlap_proposal (organisation_id);
create index overlap_proposal_programme on public.overlap_proposal (programme_id);
create trigger record_change after insert or update or delete on public.overlap_proposal
	for each row execute function private.record_change('activity_id,indicator_id,organisation_id');

create function private.place_proposal() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select a.programme_id into new.programme_id from public.activity a where a.id = new.activity_id;
	if new.participants > coalesce((
		select min(c.participants)
		from private.claims_on(new.activity_id) c
		where c.indicator_id = new.indicator_id and c.organisation_id = new.organisation_id
	), 0) then
		raise exception 'No more people can be the same than the organisation counts' using errcode = 'check_violation';
	end if;
	if (select auth.uid()) is not null then
		new.proposed_by := (select auth.uid());
		new.proposed_at := now();
	end if;
	return new;
end $$;
comment on function private.place_proposal() is 'A proposal is no larger than its organisation''s own claim. Stamps who and when.';
create trigger place_proposal before insert or update on public.overlap_proposal
	for each row execute function private.place_proposal();

create function private.settle_overlap(p_activity uuid, p_indicator uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
	held public.activity_overlap;
	claimants uuid[];
	smallest numeric;
	names text;
	answered integer;
	lowest numeric;
	highest numeric;
	rests boolean;
begin
	-- two organisations may answer in the same moment: the second waits and sees the first's answer
	perform 1 from public.activity a where a.id = p_activity for no key update;
	-- of a sensitive indicator the organisations do not see each other's figures, so staff record what is the same
	if (select i.sensitive from public.indicator i where i.id = p_indicator) then
		return;
	end if;
	select array_agg(distinct c.organisation_id), min(c.participants) into claimants, smallest
	from private.claims_on(p_activity) c
	where c.indicator_id = p_indicator;
	select count(*), min(op.participants), max(op.participants), string_agg(coalesce(o.short_name, o.name), ', ' order by o.name)
	into answered, lowest, highest, names
	from public.overlap_proposal op
	join public.organisation o on o.id = op.organisation_id
	where op.activity_id = p_activity and op.indicator_id = p_indicator and op.organisation_id = any (claimants);
	select ov.* into held from public.activity_overlap ov where ov.activity_id = p_activity and ov.indicator_id = p_indicator;
	-- what staff recorded, staff change
	if held.activity_id is not null and not held.from_proposals then
		return;
	end if;
	-- An agreement that approved totals already use stands until staff change it: otherwise an approved figure would move
	-- because one side thought again. It rests on at least two claims in force, since one alone is never deducted.
	rests := held.activity_id is not null and 1 < (
		select count(*)
		from public.activity_claim ac
		join public.report_revision v on v.id = ac.revision_id and v.in_force
		join public.series s on s.id = ac.series_id
		where ac.activity_id = p_activity and s.indicator_id = p_indicator
	);
	if rests then
		return;
	end if;
	if cardinality(claimants) > 1 and answered = cardinality(claimants) and lowest = highest and highest <= smallest then
		insert into public.activity_overlap as known (activity_id, indicator_id, participants, agreed_on, note, from_proposals)
		values (p_activity, p_indicator, lowest, current_date, 'Agreed between ' || names || '.', true)
		on conflict (activity_id, indicator_id) do update
		set participants = excluded.participants, agreed_on = excluded.agreed_on, note = excluded.note
		where (known.participants, known.note) is distinct from (excluded.participants, excluded.note);
	elsif held.activity_id is not null then
		delete from public.activity_overlap ov where ov.activity_id = p_activity and ov.indicator_id = p_indicator;
	end if;
end $$;
comment on function private.settle_overlap(uuid, uuid) is 'Writes the agreed overlap once every claiming organisation says the same number, and takes it back when they no longer do, unless approved totals use it or staff recorded it.';

create function private.settle_after_proposal() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.settle_overlap(
		case tg_op when 'DELETE' then old.activity_id else new.activity_id end,
		case tg_op when 'DELETE' then old.indicator_id else new.indicator_id end
	);
	return null;
end $$;
comment on function private.settle_after_proposal() is 'Each answer may make, change or end an agreement.';
create trigger settle_after_proposal after insert or update or delete on public.overlap_proposal
	for each row execute function private.settle_after_proposal();

create function private.settle_after_claim() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
	claim public.draft_claim := case tg_op when 'DELETE' then old else new end;
begin
	-- a proposal larger than what is left of its claim says nothing any more
	delete from public.overlap_proposal op
	where op.activity_id = claim.activity_id and op.indicator_id = claim.indicator_id and op.organisation_id = claim.organisation_id
	and op.participants > coalesce((
		select min(c.participants)
		from private.claims_on(claim.activity_id) c
		where c.indicator_id = claim.indicator_id and c.organisation_id = claim.organisation_id
	), -1);
	perform private.settle_overlap(claim.activity_id, claim.indicator_id);
	return null;
end $$;
comment on function private.settle_after_claim() is 'A claim that comes, shrinks or goes changes who has to agree, and on how many at most.';
create trigger settle_after_claim after insert or update or delete on public.draft_claim
	for each row execute function private.settle_after_claim();

create function private.smallest_claim_in_force(p_activity uuid, p_indicator uuid) returns numeric
language sql stable security definer set search_path = '' as $$
	select min(ac.participants)
	from public.activity_claim ac
	join public.report_revision v on v.id = ac.revision_id and v.in_force
	join public.series s on s.id = ac.series_id
	where ac.activity_id = p_activity and s.indicator_id = p_indicator
$$;
comment on function private.smallest_claim_in_force(uuid, uuid) is 'The smallest claim that totals use: no more people than these can be in all of them.';

create function private.place_overlap() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	-- by hand it is a record of staff's; from inside settle_overlap the depth is greater
	if pg_trigger_depth() = 1 then
		new.from_proposals := false;
		if (select auth.uid()) is not null
			and new.participants > private.smallest_claim_in_force(new.activity_id, new.indicator_id)
		then
			raise exception 'No more people can be the same than the smallest claim holds' using errcode = 'check_violation';
		end if;
	end if;
	return new;
end $$;
comment on function private.place_overlap() is 'Says whose record an overlap is, and keeps staff''s below the smallest approved claim, so that no total falls below the largest.';
create trigger place_overlap before insert or update on public.activity_overlap
	for each row execute function private.place_overlap();

create function private.hold_overlap_to_claims() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if private.loading() then
		return null;
	end if;
	update public.activity_overlap ov
	set participants = private.smallest_claim_in_force(ov.activity_id, ov.indicator_id),
		note = ov.note || ' Lowered on ' || current_date || ': an approved claim holds fewer people.'
	where ov.from_proposals
	and ov.participants > private.smallest_claim_in_force(ov.activity_id, ov.indicator_id)
	and ov.activity_id in (
		select ac.activity_id
		from changed c
		join public.activity_claim ac on ac.revision_id = c.id
		where c.in_force
	);
	return null;
end $$;
comment on function private.hold_overlap_to_claims() is 'An approved claim smaller than what was agreed lowers the agreement to it, so that no total falls below its largest claim.';
create trigger hold_overlap_to_claims after update on public.report_revision
	referencing new table as changed for each statement execute function private.hold_overlap_to_claims();

create function private.counts_people_of(p_activity uuid, p_indicator uuid, p_organisation uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (
		select 1 from private.claims_on(p_activity) c
		where c.indicator_id = p_indicator and c.organisation_id = p_organisation
	);
end $$;
comment on function private.counts_people_of(uuid, uuid, uuid) is 'Does an organisation count people of an activity in an indicator? Called for the one row that is proposed.';

alter table public.overlap_proposal enable row level security;
grant select, insert, update, delete on public.overlap_proposal to authenticated;
create policy "Organisations read their own answers, staff all of their programmes" on public.overlap_proposal for select to authenticated
	using (
		programme_id = any (array(select private.staff_programme_ids()))
		or organisation_id = any (array(select private.partner_organisation_ids()))
	);
create policy "Organisations answer for activities they count" on public.overlap_proposal for insert to authenticated
	with check (
		organisation_id = any (array(select private.partner_organisation_ids()))
		and private.counts_people_of(activity_id, indicator_id, organisation_id)
	);
create policy "Organisations change their own answers" on public.overlap_proposal for update to authenticated
	using (organisation_id = any (array(select private.partner_organisation_ids())))
	with check (
		organisation_id = any (array(select private.partner_organisation_ids()))
		and private.counts_people_of(activity_id, indicator_id, organisation_id)
	);
create policy "Organisations withdraw their own answers" on public.overlap_proposal for delete to authenticated
	using (organisation_id = any (array(select private.partner_organisation_ids())));

-- What an organisation may know of others' claims on what it claims itself: who and how many; of a sensitive indicator only that there
-- is another claim. Staff of the report's programme see it all.
create function private.shared_claims(p_report uuid)
returns table (
	activity_id uuid, indicator_id uuid, hidden boolean, mine numeric, at_most numeric, others jsonb,
	proposed numeric, note text, agreed numeric, agreed_on date, by_staff boolean, fixed boolean, state text
)
language sql stable security definer set search_path = '' as $$
	with
	asked as (
		select r.id, r.organisation_id, r.programme_id in (select private.staff_programme_ids()) as by_staff
		from private.owed_report(p_report) r
	),
	own as (
		select distinct c.activity_id, s.indicator_id
		from asked q
		cross join lateral private.claims_in_report(q.id) c
		join public.series s on s.id = c.series_id
		where c.participants > 0
	),
	claimed as (
		select o.activity_id, o.indicator_id, c.organisation_id, sum(c.participants) as participants, min(c.participants) as smallest
		from own o
		cross join lateral private.claims_on(o.activity_id) c
		where c.indicator_id = o.indicator_id
		group by o.activity_id, o.indicator_id, c.organisation_id
	),
	placed as (
		select
			c.*, q.organisation_id as asking, op.participants as proposed, op.note,
			i.sensitive and not q.by_staff as hidden, i.sensitive,
			coalesce(org.short_name, org.name) as name
		from claimed c
		cross join asked q
		join public.indicator i on i.id = c.indicator_id
		join public.organisation org on org.id = c.organisation_id
		left join public.overlap_proposal op on op.activity_id = c.activity_id and op.indicator_id = c.indicator_id
			and op.organisation_id = c.organisation_id
	),
	gathered as (
		select
			p.activity_id, p.indicator_id, bool_or(p.hidden) as hidden, bool_or(p.sensitive) as sensitive,
			max(p.participants) filter (where p.organisation_id = p.asking) as mine,
			max(p.smallest) filter (where p.organisation_id = p.asking) as at_most,
			jsonb_agg(jsonb_build_object(
				'organisation', case when not p.hidden then p.name end,
				'participants', case when not p.hidden then p.participants end,
				'proposed', case when not p.hidden then p.proposed end,
				'note', case when not p.hidden then p.note end
			) order by p.name) filter (where p.organisation_id <> p.asking) as others,
			max(p.proposed) filter (where p.organisation_id = p.asking) as proposed,
			max(p.note) filter (where p.organisation_id = p.asking) as note,
			count(*) filter (where p.proposed is null and p.organisation_id <> p.asking) as silent,
			count(*) filter (where p.proposed is not null and p.organisation_id <> p.asking) as answering
		from placed p
		group by p.activity_id, p.indicator_id
		having bool_or(p.organisation_id <> p.asking)
	)
	select
		g.activity_id, g.indicator_id, g.hidden, g.mine, g.at_most, g.others, g.proposed, g.note,
		case when not g.hidden then ov.participants end, ov.agreed_on, not ov.from_proposals,
		ov.activity_id is not null and (not ov.from_proposals or 1 < (
			select count(*)
			from public.activity_claim ac
			join public.report_revision v on v.id = ac.revision_id and v.in_force
			join public.series s on s.id = ac.series_id
			where ac.activity_id = g.activity_id and s.indicator_id = g.indicator_id
		)),
		case
			when ov.activity_id is not null then 'agreed'
			when g.sensitive then 'with-staff'
			when g.proposed is null and g.answering = 0 then 'nobody'
			when g.proposed is null then 'asked'
			when g.silent > 0 then 'waiting'
			else 'differs'
		end
	from gathered g
	left join public.activity_overlap ov on ov.activity_id = g.activity_id and ov.indicator_id = g.indicator_id
$$;
comment on function private.shared_claims(uuid) is 'Where other organisations count people of the same activity in the same indicator as a report, and how far they have agreed. Empty for those who may not enter the report. fixed: staff alone can change what was agreed.';

create function private.open_overlaps() returns jsonb
language sql stable security definer set search_path = '' as $$
	with
	claimed as (
		select a.id as activity_id, a.title, c.indicator_id, c.organisation_id, sum(c.participants) as participants
		from public.activity a
		cross join lateral private.claims_on(a.id) c
		where a.programme_id in (select private.staff_programme_ids())
		group by a.id, a.title, c.indicator_id, c.organisation_id
	)
	select coalesce(jsonb_agg(jsonb_build_object(
		'activity_id', open.activity_id, 'title', open.title, 'framework', i.framework_code, 'code', i.code, 'claims', open.claims
	) order by open.title, i.sort_key), '[]')
	from (
		select
			c.activity_id, c.title, c.indicator_id,
			jsonb_agg(jsonb_build_object(
				'organisation', coalesce(o.short_name, o.name), 'participants', c.participants, 'proposed', op.participants, 'note', op.note
			) order by o.name) as claims
		from claimed c
		join public.organisation o on o.id = c.organisation_id
		left join public.overlap_proposal op on op.activity_id = c.activity_id and op.indicator_id = c.indicator_id
			and op.organisation_id = c.organisation_id
		where not exists (
			select 1 from public.activity_overlap ov where ov.activity_id = c.activity_id and ov.indicator_id = c.indicator_id
		)
		group by c.activity_id, c.title, c.indicator_id
		having count(*) > 1
	) open
	join public.indicator i on i.id = open.indicator_id
$$;
comment on function private.open_overlaps() is 'Activities of the programmes staff follow that several organisations count without having agreed how many people are the same.';

create function reporting.open_overlaps() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	return private.open_overlaps();
end $$;
comment on function reporting.open_overlaps() is 'For staff: shared events without an agreement, with each organisation''s claim and answer. Empty for everyone else.';

create function public.propose_overlap(p_report uuid, p_activity uuid, p_indicator uuid, p_participants numeric, p_note text default null)
returns jsonb
language plpgsql set search_path = '' as $$
declare
	own uuid;
	place record;
begin
	select r.organisation_id into own
	from private.owed_report(p_report) r
	where r.organisation_id in (select private.partner_organisation_ids());
	if own is null then
		return jsonb_build_object('state', 'refused', 'reason', 'not-yours');
	end if;
	select c.at_most, c.fixed into place
	from private.shared_claims(p_report) c
	where c.activity_id = p_activity and c.indicator_id = p_indicator;
	if not found then
		return jsonb_build_object('state', 'refused', 'reason', 'not-shared');
	end if;
	if place.fixed then
		return jsonb_build_object('state', 'refused', 'reason', 'settled');
	end if;
	if p_participants is null then
		delete from public.overlap_proposal op
		where op.activity_id = p_activity and op.indicator_id = p_indicator and op.organisation_id = own;
	elsif p_participants < 0 or p_participants <> trunc(p_participants) then
		return jsonb_build_object('state', 'refused', 'reason', 'invalid');
	elsif p_participants > place.at_most then
		return jsonb_build_object('state', 'refused', 'reason', 'too-many', 'limit', place.at_most);
	else
		insert into public.overlap_proposal as known (activity_id, indicator_id, organisation_id, participants, note)
		values (p_activity, p_indicator, own, p_participants, nullif(trim(p_note), ''))
		on conflict (activity_id, indicator_id, organisation_id) do update
		set participants = excluded.participants, note = excluded.note
		where (known.participants, known.note) is distinct from (excluded.participants, excluded.note);
	end if;
	return jsonb_build_object(
		'state', 'saved',
		'overlap', (select c.state from private.shared_claims(p_report) c where c.activity_id = p_activity and c.indicator_id = p_indicator)
	);
end $$;
comment on function public.propose_overlap(uuid, uuid, uuid, numeric, text) is 'Says for the report''s organisation how many people of an activity others count too; null takes the answer back. Out: {state: saved, overlap} | {state: refused, reason, limit}.';

revoke execute on function
	private.place_proposal(), private.settle_overlap(uuid, uuid), private.settle_after_proposal(), private.settle_after_claim(),
	private.smallest_claim_in_force(uuid, uuid), private.place_overlap(), private.hold_overlap_to_claims(),
	private.counts_people_of(uuid, uuid, uuid), private.shared_claims(uuid), private.open_overlaps(), reporting.open_overlaps(),
	public.propose_overlap(uuid, uuid, uuid, numeric, text)
from public, anon;
grant execute on function
	private.counts_people_of(uuid, uuid, uuid), private.shared_claims(uuid), private.open_overlaps(), reporting.open_overlaps(),
	public.propose_overlap(uuid, uuid, uuid, numeric, text)
to authenticated, service_role;

create function private.overlap_is_out(p_activity uuid, p_indicator uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (
		select 1 from public.activity_overlap ov
		where ov.activity_id = p_activity and ov.indicator_id = p_indicator and not ov.from_proposals
	)
	or exists (
		select 1 from public.overlap_proposal op
		where op.activity_id = p_activity and op.indicator_id = p_indicator
		and op.organisation_id in (select private.partner_organisation_ids())
	)
	or (
		select count(distinct s.organisation_id) > 1
		from public.activity_claim ac
		join public.series s on s.id = ac.series_id and s.indicator_id = p_indicator
		join public.report_revision v on v.id = ac.revision_id and v.in_force
		where ac.activity_id = p_activity
	);
end $$;
comment on function private.overlap_is_out(uuid, uuid) is 'May an agreed overlap be read by others than staff? Recorded by staff, agreed to by the reader''s own organisation, or resting on two approved claims: before that it tells of reports in the making.';
revoke execute on function private.overlap_is_out(uuid, uuid) from public, anon;
grant execute on function private.overlap_is_out(uuid, uuid) to authenticated, service_role;
alter policy "Readers of an activity read the agreed overlap" on public.activity_overlap
	using (
		private.reads_activity(activity_id)
		and (
			activity_id in (select a.id from public.activity a where a.programme_id = any (array(select private.staff_programme_ids())))
			or (
				indicator_id <> all (array(select private.sensitive_indicator_ids()))
				and private.overlap_is_out(activity_id, indicator_id)
			)
		)
	);
